/// The lexical form of `xs:dateTime`, as XML interfaces carry moments.
public enum XSDDateTime {
    /// Whether libxml2 finds the bytes a valid `xs:dateTime` when it validates a document against a schema.
    ///
    /// That is XML Schema 1.0 with its particulars: years have four digits or more, may be negative and are
    /// never 0000; `24:00:00` is the end of a day; an offset is at most fourteen hours. Two more are
    /// libxml2's own (2.9): blanks are taken only behind an offset or `Z`, and seconds are reckoned in
    /// floating point, so enough nines after `59.` make sixty.
    public static func isValid(_ bytes: some Sequence<UInt8>) -> Bool {
        var scanner = Digits(bytes)
        guard let reading = scanner.dateTime() else { return false }
        if reading.offsetSeconds != nil { scanner.skipWhitespace() }
        return scanner.isAtEnd
    }

    public static func isValid(_ text: String) -> Bool {
        isValid(text.utf8)
    }

    /// The years in which a moment can be told; outside these a valid `xs:dateTime` has no ``Instant``.
    /// What is delivered speaks of the present; a date before or after is a mistake, and arithmetic stays
    /// far from its limits.
    public static let years = 1900...2200

    struct Reading {
        var date: CivilDate
        var time: TimeOfDay
        var offsetSeconds: Int?
    }
}

extension Instant {
    /// The moment of an `xs:dateTime`, after its blanks are collapsed; without an offset it is a time in
    /// Amsterdam.
    ///
    /// Nil when it is not valid, or its year lies outside ``XSDDateTime/years``. Digits beyond a
    /// microsecond are cut off.
    public init?(xsdDateTime bytes: some Sequence<UInt8>) {
        var scanner = Digits(bytes)
        scanner.skipWhitespace()
        guard let reading = scanner.dateTime() else { return nil }
        scanner.skipWhitespace()
        guard scanner.isAtEnd, XSDDateTime.years.contains(reading.date.year) else { return nil }
        if let offset = reading.offsetSeconds {
            self.init(reading.date, reading.time, offsetSeconds: offset)
        } else {
            self.init(LocalTime(date: reading.date, time: reading.time))
        }
    }

    public init?(xsdDateTime text: String) {
        self.init(xsdDateTime: text.utf8)
    }
}

extension Digits {
    fileprivate mutating func dateTime() -> XSDDateTime.Reading? {
        guard let year = xsdYear(), skip("-"), let month = number(digits: 2), skip("-"),
            let day = number(digits: 2), let date = Self.date(year, month, day), skip("T"),
            let time = xsdTime()
        else { return nil }
        if next == UInt8(ascii: "Z") || next == UInt8(ascii: "+") || next == UInt8(ascii: "-") {
            guard let offset = xsdOffsetSeconds() else { return nil }
            return XSDDateTime.Reading(date: date, time: time, offsetSeconds: offset)
        }
        return XSDDateTime.Reading(date: date, time: time, offsetSeconds: nil)
    }

    /// A date whose year may be of any size: one beyond reckoning is replaced by one with the same months.
    private static func date(_ year: Int, _ month: Int, _ day: Int) -> CivilDate? {
        let reckoned = (-9_999...9_999).contains(year) ? year : (CivilDate.isLeap(year) ? -9_996 : -9_999)
        return CivilDate(year: reckoned, month: month, day: day)
    }

    /// At least four digits, more only without a leading zero, not zero, within 64 bits.
    private mutating func xsdYear() -> Int? {
        let isNegative = skip("-")
        let startsWithZero = next == UInt8(ascii: "0")
        var year = 0
        var count = 0
        while let digit = digit() {
            let (tens, overflow) = year.multipliedReportingOverflow(by: 10)
            let (sum, carry) = tens.addingReportingOverflow(digit)
            guard !overflow, !carry else { return nil }
            year = sum
            count += 1
        }
        guard count == 4 || (count > 4 && !startsWithZero), year != 0 else { return nil }
        return isNegative ? -year : year
    }

    private mutating func xsdTime() -> TimeOfDay? {
        guard let hour = number(digits: 2), skip(":"), let minute = number(digits: 2), skip(":"),
            let second = number(digits: 2), hour <= 24, minute < 60, second < 60
        else { return nil }
        guard let fraction = xsdFraction(after: second) else { return nil }
        if hour == 24 {
            return minute == 0 && second == 0 && fraction.isZero ? .endOfDay : nil
        }
        return TimeOfDay(hour: hour, minute: minute, second: second, microsecond: fraction.microsecond)
    }

    /// The digits after the point, if any. The sum in floating point decides validity, as in libxml2; the
    /// moment itself is made of the digits.
    private mutating func xsdFraction(after second: Int) -> (microsecond: Int, isZero: Bool)? {
        guard skip(".") else { return (0, true) }
        var seconds = Double(second)
        var weight = 1.0
        var microsecond = 0
        var count = 0
        while let digit = digit() {
            weight /= 10
            seconds += Double(digit) * weight
            if count < 6 { microsecond = microsecond * 10 + digit }
            count += 1
        }
        guard count > 0, seconds < 60 else { return nil }
        for _ in min(count, 6)..<6 { microsecond *= 10 }
        return (microsecond, seconds == 0)
    }

    private mutating func xsdOffsetSeconds() -> Int? {
        if skip("Z") { return 0 }
        let sign = skip("-") ? -1 : 1
        if sign == 1, !skip("+") { return nil }
        guard let hours = number(digits: 2), hours < 24, skip(":"), let minutes = number(digits: 2),
            minutes < 60,
            hours * 60 + minutes <= 14 * 60
        else { return nil }
        return sign * (hours * 3_600 + minutes * 60)
    }
}

extension Instant {
    /// A moment in the notation of RFC 3339, with any offset: `2026-04-06T12:30:00.5+02:00`.
    ///
    /// Up to nine digits of a second are read and cut off at microseconds. Refused are a leap second, which
    /// this time line does not count, a missing offset, and a space for the `T`.
    public init?(rfc3339 text: String) {
        var scanner = Digits(text.utf8)
        guard let year = scanner.number(digits: 4), scanner.skip("-"), let month = scanner.number(digits: 2),
            scanner.skip("-"), let day = scanner.number(digits: 2), scanner.skip("T") || scanner.skip("t"),
            let date = CivilDate(year: year, month: month, day: day),
            let hour = scanner.number(digits: 2), hour < 24, scanner.skip(":"),
            let minute = scanner.number(digits: 2), scanner.skip(":"),
            let second = scanner.number(digits: 2)
        else { return nil }
        var microsecond = 0
        if scanner.skip(".") {
            guard let read = scanner.microseconds(maxDigits: 9) else { return nil }
            microsecond = read
        }
        guard let time = TimeOfDay(hour: hour, minute: minute, second: second, microsecond: microsecond),
            let offset = scanner.offsetSeconds(), scanner.isAtEnd
        else { return nil }
        self = Instant(date, time, offsetSeconds: offset)
    }

    /// The moment in UTC: `2026-04-06T10:30:00Z`, with three or six digits of a second where they are not
    /// zero.
    public var rfc3339: String {
        let (date, time) = civil(microseconds: microseconds)
        var text = "\(date)T\(padded(time.hour, 2)):\(padded(time.minute, 2)):\(padded(time.second, 2))"
        if time.microsecond % 1_000 != 0 {
            text += "." + padded(time.microsecond, 6)
        } else if time.microsecond != 0 {
            text += "." + padded(time.microsecond / 1_000, 3)
        }
        return text + "Z"
    }

    /// The moment at which a clock so many seconds ahead of UTC shows this date and time.
    init(_ date: CivilDate, _ time: TimeOfDay, offsetSeconds: Int) {
        let shown = Int64(date.dayNumber) * TimeOfDay.microsecondsInDay + time.microseconds
        self.init(microseconds: shown - Int64(offsetSeconds) * 1_000_000)
    }
}

extension Digits {
    /// `Z` or `±hh:mm` as seconds ahead of UTC; nil when neither stands there.
    fileprivate mutating func offsetSeconds() -> Int? {
        if skip("Z") || skip("z") { return 0 }
        let sign = skip("+") ? 1 : skip("-") ? -1 : 0
        guard sign != 0, let hours = number(digits: 2), hours < 24, skip(":"),
            let minutes = number(digits: 2),
            minutes < 60
        else { return nil }
        return sign * (hours * 3_600 + minutes * 60)
    }
}

/// A month of the calendar, the period over which agreements are judged and reported.
public struct CivilMonth: Hashable, Sendable {
    public let year: Int
    /// 1 to 12.
    public let month: Int

    /// Nil for a month outside 1–12 or a year outside 1–9999.
    public init?(year: Int, month: Int) {
        guard (1...12).contains(month), (1...9999).contains(year) else { return nil }
        self.year = year
        self.month = month
    }

    /// The month a day falls in.
    public init(of date: CivilDate) {
        let parts = date.parts
        year = parts.year
        month = parts.month
    }

    /// The month it is in Amsterdam at a moment.
    public init(at moment: Instant) {
        self.init(of: moment.localDate)
    }

    public var firstDay: CivilDate { CivilDate(year: year, validMonth: month, day: 1) }

    public var next: CivilMonth { CivilMonth(of: firstDay.advanced(byDays: 31)) }

    public var previous: CivilMonth { CivilMonth(of: firstDay.advanced(byDays: -1)) }

    /// The days of the month in order.
    public var days: [CivilDate] {
        (firstDay.dayNumber..<next.firstDay.dayNumber).map { CivilDate(dayNumber: $0) }
    }

    /// From the first moment of the month up to the first of the next: 745 hours in October, 743 in March.
    public var interval: Interval {
        Interval(from: Instant(startOf: firstDay), to: Instant(startOf: next.firstDay))
    }

    /// The day that is, say, the second Wednesday; nil where the month has no fifth one.
    public func day(_ ordinal: Int, _ weekday: Weekday) -> CivilDate? {
        let ahead = (weekday.rawValue - firstDay.weekday.rawValue + 7) % 7
        let date = firstDay.advanced(byDays: ahead + (ordinal - 1) * 7)
        return ordinal >= 1 && CivilMonth(of: date) == self ? date : nil
    }
}

extension CivilMonth: Comparable {
    public static func < (left: CivilMonth, right: CivilMonth) -> Bool {
        (left.year, left.month) < (right.year, right.month)
    }
}

extension CivilMonth: LosslessStringConvertible {
    /// `2026-10`.
    public init?(_ text: String) {
        var scanner = Digits(text.utf8)
        guard let year = scanner.number(digits: 4), scanner.skip("-"), let month = scanner.number(digits: 2),
            scanner.isAtEnd
        else { return nil }
        self.init(year: year, month: month)
    }

    public var description: String { "\(padded(year, 4))-\(padded(month, 2))" }
}

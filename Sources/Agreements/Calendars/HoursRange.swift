public import CivilTime

/// Hours on the clock of a day; an end at or before the start is on the next day, `24:00` is the end of this.
public struct HoursRange: Hashable, Sendable {
    public let from: TimeOfDay
    public let to: TimeOfDay

    public init(from: TimeOfDay, to: TimeOfDay) {
        self.from = from
        self.to = to
    }

    public static let wholeDay = HoursRange(from: .midnight, to: .endOfDay)

    public var endsNextDay: Bool { to <= from }

    /// These hours on a day, by the clock of Amsterdam; nil where the clock leaps over all of them.
    public func interval(on date: CivilDate) -> Interval? {
        let start = Instant(LocalTime(date: date, time: from))
        let end = Instant(LocalTime(date: endsNextDay ? date.advanced(byDays: 1) : date, time: to))
        return start < end ? Interval(from: start, to: end) : nil
    }

    /// `08.30–18.00 uur`.
    public var text: String { Dutch.text(from: from, to: to) }
}

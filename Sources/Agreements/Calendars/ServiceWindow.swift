public import CivilTime

/// When something is promised to be open, and to whom.
public struct ServiceWindow: Hashable, Sendable {
    public let key: String
    /// Dutch, as in the document.
    public let title: String
    public let audience: Audience
    /// Nil when the days of the week decide, on holidays too.
    public let calendar: WorkCalendar?
    /// An environment that is not in it is never open.
    public let hours: [Environment: OpeningHours]
    /// False for stand-by and best effort: open, without people there.
    public let isAttended: Bool

    public init(
        key: String, title: String, audience: Audience, calendar: WorkCalendar?,
        hours: [Environment: OpeningHours], isAttended: Bool = true
    ) {
        self.key = key
        self.title = title
        self.audience = audience
        self.calendar = calendar
        self.hours = hours
        self.isAttended = isAttended
    }

    public enum Audience: String, CaseIterable, Hashable, Sendable {
        case citizens
        case customers
        case users
        case parties
        case machines
    }

    /// The openings that begin on a day, by the clock of Amsterdam, in order and united where they touch.
    public func openings(on date: CivilDate, _ environment: Environment) -> [Interval] {
        guard let hours = hours[environment] else { return [] }
        let ranges = OpeningDays(hours: hours, calendar: calendar).ranges(on: date)
        return IntervalSet(ranges.compactMap { $0.interval(on: date) }).intervals
    }
}

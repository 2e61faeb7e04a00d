public import CivilTime

/// A window that comes back in which planned maintenance is done.
public struct MaintenanceWindow: Hashable, Sendable {
    public let key: String
    /// Dutch, as in the document.
    public let title: String
    public let paragraph: String
    public let recurrence: Recurrence
    /// On each of the days, ``HoursRange/wholeDay`` for all of it. An environment that is not in it has no
    /// such window.
    public let hours: [Environment: HoursRange]
    /// Whether the service may be down in it. A window without downtime takes nothing out of a figure.
    public let allowsDowntime: Bool

    public init(
        key: String, title: String, paragraph: String, recurrence: Recurrence,
        hours: [Environment: HoursRange],
        allowsDowntime: Bool
    ) {
        self.key = key
        self.title = title
        self.paragraph = paragraph
        self.recurrence = recurrence
        self.hours = hours
        self.allowsDowntime = allowsDowntime
    }

    /// The windows that begin in a month, by the clock of Amsterdam, so that they keep their hours in summer
    /// and winter; in order, and united where one ends as the next begins.
    public func intervals(in month: CivilMonth, _ environment: Environment) -> [Interval] {
        guard let range = hours[environment] else { return [] }
        let dates = recurrence.dates(in: month)
        return IntervalSet(dates.compactMap(range.interval(on:))).intervals
    }
}

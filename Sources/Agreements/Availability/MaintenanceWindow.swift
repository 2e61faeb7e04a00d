public import CivilTime

/// A window that comes back every month in which planned maintenance is done.
public struct MaintenanceWindow: Hashable, Sendable {
    public let key: String
    /// Dutch, as in the document.
    public let title: String
    public let paragraph: String
    /// Which one of its weekday in the month: 2 for the second.
    public let week: Int
    public let weekday: Weekday
    public let production: Hours
    public let preproduction: Hours
    /// Whether the service may be down in it. A window without downtime takes nothing out of a figure.
    public let allowsDowntime: Bool

    /// The hours of a window; an end at or before the start is on the next day.
    public struct Hours: Hashable, Sendable {
        public let from: TimeOfDay
        public let to: TimeOfDay

        public init(from: TimeOfDay, to: TimeOfDay) {
            self.from = from
            self.to = to
        }
    }

    public init(
        key: String, title: String, paragraph: String, week: Int, weekday: Weekday, production: Hours,
        preproduction: Hours, allowsDowntime: Bool
    ) {
        self.key = key
        self.title = title
        self.paragraph = paragraph
        self.week = week
        self.weekday = weekday
        self.production = production
        self.preproduction = preproduction
        self.allowsDowntime = allowsDowntime
    }

    /// The window in a month, by the clock of Amsterdam, so that it keeps its hours in summer and winter;
    /// nil where the month has no such day.
    public func interval(in month: CivilMonth, _ environment: Environment) -> Interval? {
        guard let date = month.day(week, weekday) else { return nil }
        let hours = environment == .production ? production : preproduction
        let endDate = hours.to <= hours.from ? date.advanced(byDays: 1) : date
        return Interval(
            from: Instant(LocalTime(date: date, time: hours.from)),
            to: Instant(LocalTime(date: endDate, time: hours.to)))
    }
}

/// The environments that agreements tell apart.
public enum Environment: String, CaseIterable, Hashable, Sendable {
    case production
    case preproduction
}

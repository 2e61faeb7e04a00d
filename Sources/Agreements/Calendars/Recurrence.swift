public import CivilTime

/// On which days something comes back.
public enum Recurrence: Hashable, Sendable {
    /// The `ordinal`-th one of its weekday in the month, 1 to 5.
    case weekdayOfMonth(ordinal: Int, Weekday)
    case lastWeekdayOfMonth(Weekday)
    /// The `ordinal`-th weekend of which both days lie in the month.
    case fullWeekend(ordinal: Int)
    case workingDays(WorkCalendar)
    case weekly(Set<Weekday>)
    case daily
    /// By a plan that names the days.
    case dates([CivilDate])
    /// When it is announced, on one of these days of the week: no date is known.
    case announced(on: Set<Weekday>)

    /// The days in a month, in order.
    public func dates(in month: CivilMonth) -> [CivilDate] {
        switch self {
        case .weekdayOfMonth(let ordinal, let weekday):
            [month.day(ordinal, weekday)].compactMap { $0 }
        case .lastWeekdayOfMonth(let weekday):
            [month.day(5, weekday) ?? month.day(4, weekday)].compactMap { $0 }
        case .fullWeekend(let ordinal): month.fullWeekend(ordinal)
        case .workingDays(let calendar): month.days.filter(calendar.isWorkingDay)
        case .weekly(let weekdays): month.days.filter { weekdays.contains($0.weekday) }
        case .daily: month.days
        case .dates(let dates): dates.filter { CivilMonth(of: $0) == month }.sorted()
        case .announced: []
        }
    }
}

extension CivilMonth {
    /// Saturday and Sunday of the weekend, both in this month; empty where it has no such weekend.
    fileprivate func fullWeekend(_ ordinal: Int) -> [CivilDate] {
        guard let saturday = day(ordinal, .saturday) else { return [] }
        let sunday = saturday.advanced(byDays: 1)
        return CivilMonth(of: sunday) == self ? [saturday, sunday] : []
    }
}

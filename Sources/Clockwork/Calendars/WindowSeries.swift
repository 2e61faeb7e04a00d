import Agreements
import CivilTime

/// The same hours on the days that a rule of a calendar program gives, less those on which they are not.
struct WindowSeries {
    /// What the rule gives, as an RRULE has it: `FREQ=MONTHLY;BYDAY=2WE`. Nil for days that are listed.
    let rule: String?
    /// All days of the rule within the years shown, in order.
    let ruled: [CivilDate]
    /// The days among those on which the hours are really kept, in order.
    let kept: [CivilDate]
    let hours: HoursRange

    /// The days on which the hours last as long as the clock says. On a night that the clock changes,
    /// programs do not agree what a rule means: those days are written out in UTC.
    var plain: [CivilDate] {
        kept.filter { date in
            guard let interval = hours.interval(on: date) else { return false }
            return Amsterdam.offsetSeconds(at: interval.start) == Amsterdam.offsetSeconds(at: interval.end)
        }
    }

    /// The stretches on the nights that the clock changes.
    var changed: [Interval] {
        let plain = Set(plain)
        return kept.filter { !plain.contains($0) }.compactMap { hours.interval(on: $0) }
    }
}

extension WindowSeries {
    /// The series of a service window in some days; several where its days of the week have other hours.
    static func of(_ window: ServiceWindow, _ environment: Environment, days: [CivilDate]) -> [WindowSeries] {
        switch window.hours[environment] {
        case nil: []
        case .always: [WindowSeries(rule: "FREQ=DAILY", ruled: days, kept: days, hours: .wholeDay)]
        case .weekly(let groups):
            groups.flatMap { group in
                group.ranges.map { weekly($0, on: group.days, calendar: window.calendar, days: days) }
            } + deviations(of: window.calendar, days: days)
        }
    }

    /// The series of a maintenance window in some days, which are whole months; none without known days.
    static func of(
        _ window: MaintenanceWindow, _ environment: Environment, days: [CivilDate]
    ) -> [WindowSeries] {
        guard let range = window.hours[environment] else { return [] }
        let months = Set(days.map { CivilMonth(of: $0) }).sorted()
        let kept = months.flatMap { window.recurrence.dates(in: $0) }
        guard !kept.isEmpty else { return [] }
        if case .workingDays(let calendar) = window.recurrence {
            return [weekly(range, on: nil, calendar: calendar, days: days)]
                + calendar.deviatingDays.filter { $0.hours != nil && kept.contains($0.date) }
                .filter { !calendar.days.contains($0.date.weekday) }
                .map { WindowSeries(rule: nil, ruled: [], kept: [$0.date], hours: range) }
        }
        return [WindowSeries(rule: window.recurrence.rule, ruled: kept, kept: kept, hours: range)]
    }

    private static func weekly(
        _ hours: HoursRange, on weekdays: Set<Weekday>?, calendar: WorkCalendar?, days: [CivilDate]
    ) -> WindowSeries {
        let week = weekdays ?? Set(Weekday.allCases)
        let open = calendar.map { week.intersection($0.days) } ?? week
        let ruled = days.filter { open.contains($0.weekday) }
        let deviating = Set(calendar?.deviatingDays.map(\.date) ?? [])
        let kept = ruled.filter { date in
            !deviating.contains(date) && calendar?.isWorkingDay(date) ?? true
        }
        return WindowSeries(rule: rule(weekly: open), ruled: ruled, kept: kept, hours: hours)
    }

    private static func deviations(of calendar: WorkCalendar?, days: [CivilDate]) -> [WindowSeries] {
        guard let calendar, let first = days.first, let last = days.last else { return [] }
        return calendar.deviatingDays.filter { (first...last).contains($0.date) }.flatMap { day in
            (day.hours?.ranges(on: day.date.weekday) ?? []).map {
                WindowSeries(rule: nil, ruled: [], kept: [day.date], hours: $0)
            }
        }
    }

    static func rule(weekly days: Set<Weekday>) -> String {
        if days.count == 7 { return "FREQ=DAILY" }
        let names = Weekday.allCases.filter(days.contains).map(\.calendarName)
        return "FREQ=WEEKLY;BYDAY=" + names.joined(separator: ",")
    }
}

extension Recurrence {
    /// As an RRULE; nil where RFC 5545 has no rule for it, and the days are listed.
    fileprivate var rule: String? {
        switch self {
        case .weekdayOfMonth(let ordinal, let weekday):
            "FREQ=MONTHLY;BYDAY=\(ordinal)\(weekday.calendarName)"
        case .lastWeekdayOfMonth(let weekday): "FREQ=MONTHLY;BYDAY=-1\(weekday.calendarName)"
        case .weekly(let days): WindowSeries.rule(weekly: days)
        case .daily: "FREQ=DAILY"
        case .fullWeekend, .workingDays, .dates, .announced: nil
        }
    }
}

extension Weekday {
    /// As RFC 5545 calls it.
    fileprivate var calendarName: String {
        ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][rawValue - 1]
    }
}

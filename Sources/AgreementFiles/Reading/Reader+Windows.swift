import Agreements
import CivilTime

extension Reader {
    func serviceWindow(_ fields: inout Fields) -> ServiceWindow? {
        let key = declare(&fields, \.serviceWindows)
        let title = fields.value("title", .text)
        let audience = fields.value("audience", .choice as Notation<ServiceWindow.Audience>)
        let calendar = fields.optional("calendar", .key(of: calendars)).flatMap { calendars[$0] }
        let hours = hoursByEnvironment(&fields, .openingHours)
        let isAttended = fields.optional("attended", .truth) ?? true
        guard let key, let title, let audience, let hours else { return nil }
        guard hours.values.contains(where: { $0.opens(by: calendar) }) else {
            fields.report(
                "hours", expected: "hours on some day of the calendar", found: "a window that never opens")
            return nil
        }
        let window = ServiceWindow(
            key: key, title: title, audience: audience, calendar: calendar, hours: hours,
            isAttended: isAttended)
        serviceWindows.add(window, key)
        return window
    }

    func maintenanceWindow(_ fields: inout Fields, paragraph: String) -> MaintenanceWindow? {
        let key = declare(&fields, \.maintenanceWindows)
        let title = fields.value("title", .text)
        let recurrence = recurrence(&fields)
        let hours = hoursByEnvironment(&fields, .hours)
        let downtime = fields.value("downtime", .choice as Notation<Downtime>)
        guard let key, let title, let recurrence, let hours, let downtime else { return nil }
        let window = MaintenanceWindow(
            key: key, title: title, paragraph: paragraph, recurrence: recurrence, hours: hours,
            allowsDowntime: downtime == .allowed)
        maintenanceWindows.add(window, key)
        return window
    }

    private enum Downtime: String, CaseIterable {
        case allowed
        case none
    }

    /// `hours` for all environments, or each with hours of its own.
    private func hoursByEnvironment<Hours>(
        _ fields: inout Fields, _ notation: Notation<Hours>
    ) -> [Environment: Hours]? {
        let all = fields.optional("hours", notation)
        var apart: [Environment: Hours] = [:]
        for environment in Environment.allCases {
            apart[environment] = fields.optional(environment.rawValue, notation)
        }
        let names = Environment.allCases.map(\.rawValue)
        guard fields.has("hours") != names.contains(where: fields.has) else {
            fields.report(
                "hours", expected: "either hours, or \(names.joined(separator: ", ")) apart",
                found: "both or neither")
            return nil
        }
        guard fields.has("hours") else { return apart.count == names.count(where: fields.has) ? apart : nil }
        return all.map { hours in
            Dictionary(uniqueKeysWithValues: Environment.allCases.map { ($0, hours) })
        }
    }

    private func recurrence(_ fields: inout Fields) -> Recurrence? {
        let words = fields.value("every", .recurrence)
        let calendar = fields.optional("calendar", .key(of: calendars))
        let dates = fields.optionalValues("dates", .date)
        let days = fields.optional("on", .weekdays)
        guard let words else { return nil }
        switch words {
        case .complete(let recurrence):
            refuse(["calendar", "dates", "on"], fields)
            return recurrence
        case .workingDays:
            refuse(["dates", "on"], fields)
            guard fields.has("calendar") else {
                fields.report("calendar", expected: "a calendar, for `werkdag`", found: "nothing")
                return nil
            }
            return calendar.flatMap { calendars[$0] }.map { .workingDays($0) }
        case .yearlyPlan:
            refuse(["calendar", "on"], fields)
            return dates.map { .dates($0) }
        case .announced:
            refuse(["calendar", "dates"], fields)
            return .announced(on: days ?? Set(Weekday.allCases))
        }
    }

    /// Keys that say nothing beside the words of `every`.
    private func refuse(_ keys: [String], _ fields: Fields) {
        for key in keys where fields.has(key) {
            fields.report(key, expected: "nothing: `every` does not go by \(key)", found: "'\(key)'")
        }
    }
}

extension OpeningHours {
    /// Whether it opens in some week, by a calendar: one that never does would be searched for ever.
    fileprivate func opens(by calendar: WorkCalendar?) -> Bool {
        Weekday.allCases.contains { weekday in
            !ranges(on: weekday).isEmpty && (self == .always || calendar?.days.contains(weekday) ?? true)
        }
    }
}

import Agreements
import CivilTime
import Testing

/// The agreement of a library: a help desk on working days, and a window for maintenance.
enum Library {
    static let calendar = WorkCalendar(
        key: "werkdagen", title: "Werkdagen", days: [.monday, .tuesday, .wednesday, .thursday, .friday],
        holidays: [HolidayRule(name: "Tweede paasdag", rule: .easter(daysAfter: 1))])

    static let desk = ServiceWindow(
        key: "balie", title: "Balie; hulp, en vragen", audience: .citizens, calendar: calendar,
        hours: [.production: .daily([HoursRange(from: time("08:30"), to: time("18:00"))])])

    static let nightWork = MaintenanceWindow(
        key: "nacht", title: "Nachtwerk", paragraph: "3",
        recurrence: .weekdayOfMonth(ordinal: 2, .wednesday),
        hours: [.production: HoursRange(from: time("17:00"), to: time("06:00"))], allowsDowntime: true)

    static let weekendWork = MaintenanceWindow(
        key: "weekend", title: "Weekendwerk", paragraph: "3", recurrence: .fullWeekend(ordinal: 4),
        hours: [.production: .wholeDay], allowsDowntime: false)

    static func agreement(hours: Int64 = 6, name: String = "bieb") -> Agreement {
        var opening = Clause.Contents()
        opening.calendar = calendar
        opening.serviceWindows = [desk]
        opening.maintenanceWindows = [nightWork, weekendWork]
        var help = Clause.Contents()
        help.lines = [
            line(
                "Spoed", priority: 1,
                span: Span(.working(microseconds: hours * hour), text: "\(hours) werkuren")),
            line("Gewoon", priority: 2, span: Span(.workingDays(2), text: "2 werkdagen")),
        ]
        return Agreement(
            name: name, title: "Afspraken van de bibliotheek", edition: "1",
            place: DocumentPlace(kind: "Afspraken", set: "bieb", level: .service, rank: 1), parties: [],
            validity: Validity(
                from: CivilDate(dayNumber: 20_000), until: nil, holdsUntilReplaced: true),
            clauses: [
                Clause(
                    id: "BIEB-01", paragraph: "1", title: "Openingstijden", party: "bieb", note: nil,
                    contents: opening,
                    assumptions: [Assumption(key: "calendar.days", value: "ma-vr", reason: "Niet genoemd.")]),
                Clause(
                    id: "BIEB-02", paragraph: "2", title: "Hulp", party: "bieb", note: nil, contents: help,
                    assumptions: []),
            ], assumptions: [])
    }

    private static func line(_ text: String, priority: Int, span: Span) -> NormLine {
        NormLine(
            text: text, paragraph: "2",
            norm: .handling(
                HandlingNorm(
                    process: "disturbance", term: "resolution", selection: CaseSelection(priority: priority),
                    limits: .one(SpanLimit(.atMost, span)), share: nil, window: desk, startsIn: nil,
                    standing: .norm, counted: .resolvedOrOverdue, onPriorityChange: .fromRegistration,
                    warnings: [.before(Span(.working(microseconds: hour), text: "1 uur"))],
                    counterClock: nil)))
    }

    static let hour: Int64 = 3_600_000_000

    private static func time(_ text: String) -> TimeOfDay {
        guard let time = TimeOfDay(text) else { preconditionFailure("\(text) is a time") }
        return time
    }
}

func moment(_ text: String) throws -> Instant {
    try #require(Instant(rfc3339: text))
}

func month(_ text: String) throws -> CivilMonth {
    try #require(CivilMonth(text))
}

public import Agreements
public import CivilTime

/// The windows of an agreement as iCalendar (RFC 5545), for any calendar program.
///
/// Windows that come back are rules in the zone Europe/Amsterdam, with the closed days of the years shown
/// taken out. A rule ends with those years: beyond them the closed days would be missing.
public struct WindowCalendar: Sendable {
    private let agreement: Agreement
    private let environment: Environment
    private let days: [CivilDate]

    /// From the month asked for to the end of the year after it, as far as people plan.
    public init(_ agreement: Agreement, from month: CivilMonth, _ environment: Environment) {
        self.agreement = agreement
        self.environment = environment
        var days: [CivilDate] = []
        var shown = month
        while shown.year <= month.year + 1 {
            days += shown.days
            shown = shown.next
        }
        self.days = days
    }

    /// The calendar, its lines folded and ended as the standard asks.
    public var text: String {
        let head = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Peil//Peil//NL", "CALSCALE:GREGORIAN",
            "NAME:\(CalendarText.escaped(agreement.title))",
            "X-WR-CALNAME:\(CalendarText.escaped(agreement.title))",
        ]
        let lines = head + CalendarText.amsterdam + events.flatMap(\.lines) + ["END:VCALENDAR"]
        return lines.map(CalendarText.folded).joined()
    }

    private var events: [CalendarEvent] {
        agreement.clauses.flatMap { clause in
            clause.contents.serviceWindows.flatMap { window in
                events(
                    WindowSeries.of(window, environment, days: days), clause, key: window.key,
                    title: window.title, isBusy: false)
            }
                + clause.maintenanceWindows.flatMap { window in
                    events(
                        WindowSeries.of(window, environment, days: days), clause, key: window.key,
                        title: window.title, isBusy: true)
                }
        }
    }

    private func events(
        _ series: [WindowSeries], _ clause: Clause, key: String, title: String, isBusy: Bool
    ) -> [CalendarEvent] {
        series.enumerated().flatMap { number, series -> [CalendarEvent] in
            let uid = "\(agreement.name).\(key).\(environment.rawValue).\(number + 1)"
            func event(_ uid: String, _ times: CalendarEvent.Times) -> CalendarEvent {
                CalendarEvent(
                    uid: "\(uid)@peil.example", summary: title,
                    description: "\(clause.id), paragraaf \(clause.paragraph): \(clause.title)",
                    category: isBusy ? "Onderhoud" : "Servicevenster", isBusy: isBusy,
                    stampedAt: Instant(startOf: agreement.validity.from), times: times)
            }
            let repeated = CalendarEvent.Times(series).map { [event(uid, $0)] } ?? []
            return repeated
                + series.changed.map { interval in
                    event("\(uid).\(interval.start.localDate)", .once(interval))
                }
        }
    }
}

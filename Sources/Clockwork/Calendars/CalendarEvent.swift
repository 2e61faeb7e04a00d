import Agreements
import CivilTime

/// One VEVENT.
struct CalendarEvent {
    /// The same each time the calendar is made, so that a program replaces what it has.
    let uid: String
    let summary: String
    let description: String
    let category: String
    let isBusy: Bool
    /// When the agreement began to hold: the same file gives the same bytes.
    let stampedAt: Instant
    let times: Times

    enum Times {
        case once(Interval)
        case repeated(Repeated)

        /// Nil for a series without plain days.
        init?(_ series: WindowSeries) {
            let plain = series.plain
            guard let first = plain.first, let last = plain.last else { return nil }
            let kept = Set(plain)
            self = .repeated(
                Repeated(
                    first: first, hours: series.hours, rule: series.rule, until: last,
                    exceptions: series.rule == nil
                        ? [] : series.ruled.filter { first < $0 && $0 < last && !kept.contains($0) },
                    additions: series.rule == nil ? Array(plain.dropFirst()) : []))
        }
    }

    struct Repeated {
        let first: CivilDate
        let hours: HoursRange
        let rule: String?
        let until: CivilDate
        let exceptions: [CivilDate]
        let additions: [CivilDate]
    }

    /// Not folded yet.
    var lines: [String] {
        ["BEGIN:VEVENT", "UID:\(uid)", "DTSTAMP:\(CalendarText.utc(stampedAt))"] + times.lines
            + [
                "SUMMARY:\(CalendarText.escaped(summary))",
                "DESCRIPTION:\(CalendarText.escaped(description))",
                "CATEGORIES:\(category)", "TRANSP:\(isBusy ? "OPAQUE" : "TRANSPARENT")", "END:VEVENT",
            ]
    }
}

extension CalendarEvent.Times {
    fileprivate var lines: [String] {
        switch self {
        case .once(let interval):
            ["DTSTART:\(CalendarText.utc(interval.start))", "DTEND:\(CalendarText.utc(interval.end))"]
        case .repeated(let repeated): repeated.lines
        }
    }
}

extension CalendarEvent.Repeated {
    fileprivate var lines: [String] {
        let endDate = hours.endsNextDay ? first.advanced(byDays: 1) : first
        var lines = [
            "DTSTART" + CalendarText.local([LocalTime(date: first, time: hours.from)]),
            "DTEND" + CalendarText.local([LocalTime(date: endDate, time: hours.to)]),
        ]
        if let rule {
            let end = Instant(LocalTime(date: until, time: hours.from))
            lines.append("RRULE:\(rule);UNTIL=\(CalendarText.utc(end))")
        }
        if !exceptions.isEmpty { lines.append("EXDATE" + CalendarText.local(starts(exceptions))) }
        if !additions.isEmpty { lines.append("RDATE" + CalendarText.local(starts(additions))) }
        return lines
    }

    private func starts(_ dates: [CivilDate]) -> [LocalTime] {
        dates.map { LocalTime(date: $0, time: hours.from) }
    }
}

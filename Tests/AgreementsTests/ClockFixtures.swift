import Agreements
import CivilTime
import Testing

/// The holidays of BVV-01: no Good Friday, Liberation Day once in five years.
let bvvHolidays = [
    HolidayRule(name: "Nieuwjaarsdag", rule: .day(month: 1, day: 1)),
    HolidayRule(name: "Tweede paasdag", rule: .easter(daysAfter: 1)),
    HolidayRule(name: "Koningsdag", rule: .day(month: 4, day: 27, onSunday: .dayBefore)),
    HolidayRule(
        name: "Bevrijdingsdag", rule: .day(month: 5, day: 5), every: HolidayRule.Every(years: 5, from: 2000)),
    HolidayRule(name: "Hemelvaartsdag", rule: .easter(daysAfter: 39)),
    HolidayRule(name: "Tweede pinksterdag", rule: .easter(daysAfter: 50)),
    HolidayRule(name: "Eerste kerstdag", rule: .day(month: 12, day: 25)),
    HolidayRule(name: "Tweede kerstdag", rule: .day(month: 12, day: 26)),
]

let mondayToFriday: Set<Weekday> = [.monday, .tuesday, .wednesday, .thursday, .friday]

func workCalendar(_ deviating: [DeviatingDay] = []) -> WorkCalendar {
    WorkCalendar(
        key: "werkdagen", title: "Werkdagen", days: mondayToFriday, holidays: bvvHolidays,
        deviatingDays: deviating)
}

/// `08:30-18:00`, as a day's hours.
func range(_ text: String) throws -> HoursRange {
    let parts = text.split(separator: "-").map(String.init)
    try #require(parts.count == 2)
    return HoursRange(
        from: try #require(TimeOfDay(parts[0])), to: try #require(TimeOfDay(parts[1])))
}

/// Hours on the working days of BVV, or on all days without a calendar.
func hours(_ ranges: String..., calendar: WorkCalendar? = workCalendar()) throws -> WorkingHours {
    try WorkingHours(.daily(try ranges.map(range)), calendar: calendar)
}

/// `2026-04-03 16:00`, on the clock of Amsterdam.
func at(_ text: String) throws -> Instant {
    let parts = text.split(separator: " ").map(String.init)
    try #require(parts.count == 2)
    return Instant(
        LocalTime(date: try #require(CivilDate(parts[0])), time: try #require(TimeOfDay(parts[1]))))
}

func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

extension Int64 {
    static let minute: Int64 = 60_000_000
    static let hour: Int64 = 3_600_000_000
}

func working(_ microseconds: Int64, _ comparison: Limit.Comparison = .atMost) -> SpanLimit {
    SpanLimit(
        comparison, Span(.working(microseconds: microseconds), text: "\(microseconds / .hour) werkuren"))
}

func continuous(_ microseconds: Int64) -> SpanLimit {
    SpanLimit(.atMost, Span(.clock(microseconds: microseconds), text: "\(microseconds / .hour) klokuren"))
}

func calendar(_ kind: Span.Kind) -> SpanLimit { SpanLimit(.atMost, Span(kind, text: "een termijn")) }

func pause(_ from: String, _ to: String?, by party: String = "afnemer") throws -> Pause {
    Pause(
        from: try at(from), to: try to.map(at), reason: "wacht op gegevens", responsible: party)
}

func stop(_ moment: String, reopened: String? = nil) throws -> TermRun.Stop {
    TermRun.Stop(at: try at(moment), reopenedAt: try reopened.map(at))
}

/// The days and time on the clock of Amsterdam, to compare: `2026-04-07 12:30`.
func shown(_ moment: Instant?) -> String? {
    moment.map { moment in
        let local = LocalTime(moment)
        return "\(local.date) \(local.time)"
    }
}

/// A generator with a seed, so that a failure can be run again (SplitMix64).
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}

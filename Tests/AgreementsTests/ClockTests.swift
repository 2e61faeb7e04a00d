import Agreements
import CivilTime
import Testing

struct ClockTests {
    private func clock(
        _ limit: SpanLimit, _ hours: WorkingHours, _ start: String, pauses: [Pause] = [],
        stops: [TermRun.Stop] = [], warnings: [ClockWarning] = []
    ) throws -> Clock {
        Clock(
            limit: limit, hours: hours, start: try at(start), pauses: pauses, stops: stops,
            warnings: warnings)
    }

    @Test(arguments: [
        ("2026-04-03 16:00", 6, "2026-04-07 12:30"), ("2026-05-13 17:00", 12, "2026-05-18 10:00"),
        ("2026-04-11 12:00", 1, "2026-04-13 09:30"), ("2026-04-13 08:30", 400, "2026-06-15 09:30"),
    ])
    func `facts 1 2 7 8 hours on working days of BVV, over Easter and Ascension Day`(
        start: String, count: Int64, expected: String
    ) throws {
        let office = try hours("08:30-18:00")
        #expect(shown(try clock(working(count * .hour), office, start).deadline) == expected)
    }

    @Test func `facts 22 four hours from Friday 17:00 end on Monday, and no warning comes at night`() throws {
        let half = ClockWarning.share(try percentage(50))
        let late = try clock(
            working(4 * .hour), try hours("08:00-18:00"), "2026-04-10 17:00", warnings: [half])
        let reading = late.reading(at: late.start)
        #expect(shown(reading.deadline) == "2026-04-13 11:00")
        #expect(reading.warnings.map { shown($0.at) } == ["2026-04-13 09:00"])
    }

    @Test func `facts 19 a warning an hour before is an hour of the clock's own time before`() throws {
        let before = ClockWarning.before(Span(.working(microseconds: .hour), text: "1 werkuur"))
        let clock = try clock(
            working(4 * .hour), try hours("08:00-18:00"), "2026-04-13 17:00", warnings: [before])
        let reading = clock.reading(at: clock.start)
        #expect(shown(reading.deadline) == "2026-04-14 11:00")
        #expect(reading.warnings.map { shown($0.at) } == ["2026-04-14 10:00"])
    }

    @Test func `a warning longer before the deadline than the whole term comes at the start`() throws {
        let before = ClockWarning.before(Span(.clock(microseconds: 2 * .hour), text: "2 uur"))
        let clock = try clock(
            continuous(.hour), .always, "2026-04-13 12:00", warnings: [before, .share(try percentage(75))])
        let warnings = clock.reading(at: clock.start).warnings
        #expect(warnings.map { shown($0.at) } == ["2026-04-13 12:00", "2026-04-13 12:45"])
    }

    @Test func `after a case is solved nobody is warned of it`() throws {
        let clock = try clock(
            working(4 * .hour), try hours("08:30-18:00"), "2026-04-13 09:00",
            stops: [try stop("2026-04-13 11:30")],
            warnings: [.share(try percentage(50)), .share(try percentage(75))])
        let warnings = clock.reading(at: try at("2026-04-20 12:00")).warnings
        #expect(warnings.map { shown($0.at) } == ["2026-04-13 11:00"])
    }

    @Test func `facts 31 with 99,995 % of the budget used nothing is breached`() throws {
        let clock = try clock(continuous(100_000 * .minute), .always, "2026-01-05 00:00")
        let now = clock.start.advanced(byMicroseconds: 99_995 * .minute)
        #expect(clock.reading(at: now).state == .running)
        #expect(clock.reading(at: now).remainingMicroseconds == 5 * .minute)
    }

    @Test(arguments: [
        (Limit.Comparison.atMost, 0, true), (.atMost, 1, false), (.lessThan, 0, false), (.lessThan, -1, true),
    ])
    func `facts 32 solved exactly at the limit is met by ≤ and not by <`(
        comparison: Limit.Comparison, late: Int64, isMet: Bool
    ) throws {
        let limit = SpanLimit(
            comparison, Span(.working(microseconds: 15 * .minute), text: "0,25 werkuur"))
        let start = try at("2026-04-13 10:00")
        let solved = start.advanced(byMicroseconds: 15 * .minute + late)
        let clock = Clock(
            limit: limit, hours: try hours("08:00-17:00"), start: start,
            stops: [TermRun.Stop(at: solved, reopenedAt: nil)])
        let reading = clock.reading(at: try at("2026-05-01 00:00"))
        #expect(reading.state == (isMet ? .met : .breached))
        #expect(reading.elapsedMicroseconds == 15 * .minute + late)
        #expect(reading.breachedAt == (isMet ? nil : start.advanced(byMicroseconds: 15 * .minute)))
    }

    @Test func `an open case is breached once the deadline is over, and runs on in its own time`() throws {
        let clock = try clock(working(2 * .hour), try hours("08:30-18:00"), "2026-04-03 17:00")
        #expect(clock.reading(at: try at("2026-04-07 09:30")).state == .running)
        let reading = clock.reading(at: try at("2026-04-07 10:30"))
        #expect(reading.state == .breached)
        #expect(reading.breach == .init(at: try at("2026-04-07 09:30"), cause: .term))
        #expect(reading.remainingMicroseconds == -1 * .hour)
    }

    @Test func `SNO-40 a start outside the hours moves to their next opening, and runs on from there`() throws
    {
        let repair = Clock(
            limit: continuous(6 * .hour), hours: .always, startsWhenOpen: try hours("08:00-18:00"),
            start: try at("2026-04-03 20:00"))
        let reading = repair.reading(at: try at("2026-04-04 12:00"))
        #expect(reading.state == .notStarted)
        #expect(shown(reading.startedAt) == "2026-04-07 08:00")
        #expect(shown(reading.deadline) == "2026-04-07 14:00")
        #expect(reading.elapsedMicroseconds == 0)
        let late = Clock(
            limit: continuous(6 * .hour), hours: .always, startsWhenOpen: try hours("08:00-18:00"),
            start: try at("2026-04-03 16:00"))
        #expect(shown(late.deadline) == "2026-04-03 22:00")
    }

    @Test(arguments: [
        (Span.Kind.workingDays(2), "2026-04-02 10:00", "2026-04-07 18:00"),
        (.workingDays(1), "2026-04-04 10:00", "2026-04-07 18:00"),
        (.workingDays(1), "2026-04-07 23:59", "2026-04-08 18:00"),
        (.days(4), "2026-04-02 10:00", "2026-04-07 00:00"),
        (.weeks(2), "2026-03-20 10:00", "2026-04-04 00:00"),
        (.months(1), "2026-01-31 10:00", "2026-03-01 00:00"),
        (.months(18), "2026-08-31 10:00", "2028-03-01 00:00"),
    ])
    func `working days end as the window closes, other days with the day`(
        kind: Span.Kind, start: String, expected: String
    ) throws {
        #expect(shown(try clock(calendar(kind), try hours("08:30-18:00"), start).deadline) == expected)
    }

    @Test func `AVG 72 hours run on through the night the clock goes back`() throws {
        let clock = try clock(continuous(72 * .hour), .always, "2026-10-23 12:00")
        #expect(shown(clock.deadline) == "2026-10-26 11:00")
    }

    @Test func `BVV direct is the next opening`() throws {
        let office = try hours("08:30-18:00")
        let night = try clock(calendar(.immediately), office, "2026-04-03 20:00")
        #expect(shown(night.deadline) == "2026-04-07 08:30")
        #expect(night.reading(at: try at("2026-04-07 08:31")).state == .breached)
        #expect(
            shown(try clock(calendar(.immediately), office, "2026-04-03 10:00").deadline)
                == "2026-04-03 10:00")
    }

    @Test(arguments: [Span.Kind.inConsultation, .bestEffort])
    func `what is settled in consultation has no term, and is never over`(kind: Span.Kind) throws {
        let reading = try clock(calendar(kind), try hours("08:30-18:00"), "2026-04-03 10:00")
            .reading(at: try at("2036-04-03 10:00"))
        #expect(reading.state == .noTerm)
        #expect(reading.deadline == nil)
        #expect(reading.budgetMicroseconds == nil)
    }

    @Test func `facts 35 a case that was merged or deleted has no running clock and no warnings`() throws {
        let half = ClockWarning.share(try percentage(50))
        let clock = try clock(
            working(4 * .hour), try hours("08:30-18:00"), "2026-04-13 09:00", warnings: [half])
        let merged = clock.ended(at: try at("2026-04-13 10:00"))
        #expect(merged.reading(at: try at("2026-04-13 09:59")).state == .running)
        for moment in ["2026-04-13 10:00", "2026-04-20 10:00"] {
            let reading = merged.reading(at: try at(moment))
            #expect(reading.state == .ended)
            #expect(reading.deadline == nil)
            #expect(reading.breach == nil)
            #expect(reading.warnings.isEmpty)
            #expect(reading.elapsedMicroseconds == .hour)
        }
        let escalated = clock.ended(at: try at("2026-04-14 10:00")).reading(at: try at("2026-04-15 10:00"))
        #expect(escalated.state == .ended)
        #expect(shown(escalated.breachedAt) == "2026-04-13 13:00")
    }

    @Test func `a case solved as it ended was solved`() throws {
        let solved = try clock(
            working(4 * .hour), try hours("08:30-18:00"), "2026-04-13 09:00",
            stops: [try stop("2026-04-13 10:00")])
        let now = try at("2026-04-20 10:00")
        #expect(solved.ended(at: try at("2026-04-13 10:00")).reading(at: now).state == .met)
        #expect(solved.ended(at: try at("2026-04-13 09:59")).reading(at: now).state == .ended)
    }

    @Test func `a span shows the words of the document, and is equal by its meaning`() {
        let written = Span(.clock(microseconds: 6 * .hour), text: "6 klokuren")
        #expect(written == Span(.clock(microseconds: 6 * .hour), text: "6 uur"))
        #expect(written != Span(.working(microseconds: 6 * .hour), text: "6 klokuren"))
        #expect(SpanLimit(.atMost, written).text == "≤ 6 klokuren")
        let quarter = Span(.working(microseconds: 15 * .minute), text: "0,25 werkuur")
        #expect(SpanLimit(.lessThan, quarter).text == "< 0,25 werkuur")
        #expect(SpanLimit(.atMost, Span(.inConsultation, text: "in overleg")).text == "in overleg")
    }
}

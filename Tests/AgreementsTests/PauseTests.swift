import Agreements
import CivilTime
import Testing

struct PauseTests {
    private let office: WorkingHours

    init() throws { office = try hours("08:00-18:00") }

    private func clock(
        _ start: String, _ limit: SpanLimit = working(4 * .hour), _ pauses: Pause...,
        stops: [TermRun.Stop] = []
    ) throws -> Clock {
        Clock(limit: limit, hours: office, start: try at(start), pauses: pauses, stops: stops)
    }

    @Test func `facts 17 a pause over the weekend costs its working time, not its hours on the clock`() throws
    {
        let late = Clock(
            limit: working(12 * .hour), hours: try hours("08:00-20:00"), start: try at("2026-04-10 14:00"),
            pauses: [try pause("2026-04-10 15:00", "2026-04-13 09:00")])
        #expect(shown(late.deadline) == "2026-04-13 20:00")
    }

    @Test func `a pause outside the window costs nothing`() throws {
        let clock = try clock(
            "2026-04-13 16:00", working(4 * .hour), pause("2026-04-13 18:00", "2026-04-14 08:00"))
        #expect(shown(clock.deadline) == "2026-04-14 10:00")
    }

    @Test func `pauses that overlap are one, in whatever order they come`() throws {
        let clock = try clock(
            "2026-04-13 09:00", working(4 * .hour), pause("2026-04-13 11:00", "2026-04-13 12:00"),
            pause("2026-04-13 10:00", "2026-04-13 11:30"), pause("2026-04-13 10:15", "2026-04-13 10:45"))
        #expect(shown(clock.deadline) == "2026-04-13 15:00")
        #expect(clock.reading(at: try at("2026-04-13 13:00")).elapsedMicroseconds == 2 * .hour)
    }

    @Test func `of a pause before the start only the rest counts`() throws {
        let clock = try clock(
            "2026-04-13 09:00", working(4 * .hour), pause("2026-04-10 09:00", "2026-04-13 10:00"),
            pause("2026-04-01 09:00", "2026-04-02 10:00"))
        #expect(shown(clock.deadline) == "2026-04-13 14:00")
    }

    @Test func `while a pause lasts there is no deadline, and the party awaited is named`() throws {
        let clock = try clock("2026-04-13 09:00", working(4 * .hour), pause("2026-04-13 10:00", nil))
        let reading = clock.reading(at: try at("2026-04-20 12:00"))
        #expect(reading.state == .paused(by: "afnemer"))
        #expect(reading.deadline == nil)
        #expect(reading.elapsedMicroseconds == .hour)
        #expect(reading.remainingMicroseconds == 3 * .hour)
        #expect(clock.deadline == nil)
    }

    @Test func `a reading of a moment knows nothing of what came later`() throws {
        let clock = try clock(
            "2026-04-13 09:00", working(4 * .hour), pause("2026-04-13 10:00", "2026-04-13 12:00"),
            stops: [stop("2026-04-13 14:00")])
        #expect(shown(clock.reading(at: try at("2026-04-13 09:30")).deadline) == "2026-04-13 13:00")
        #expect(clock.reading(at: try at("2026-04-13 11:00")).state == .paused(by: "afnemer"))
        #expect(clock.reading(at: try at("2026-04-13 13:00")).state == .running)
        #expect(shown(clock.reading(at: try at("2026-04-13 13:00")).deadline) == "2026-04-13 15:00")
        #expect(clock.reading(at: try at("2026-04-13 14:00")).state == .met)
    }

    @Test func `a pause after the breach does not take it back`() throws {
        let clock = try clock("2026-04-13 09:00", working(4 * .hour), pause("2026-04-13 14:00", nil))
        let reading = clock.reading(at: try at("2026-04-14 12:00"))
        #expect(reading.state == .breached)
        #expect(shown(reading.breachedAt) == "2026-04-13 13:00")
        #expect(reading.remainingMicroseconds == -1 * .hour)
    }

    @Test func `what is solved during a pause is met, the pause ending with it`() throws {
        let clock = try clock(
            "2026-04-13 09:00", working(4 * .hour), pause("2026-04-13 10:00", nil),
            stops: [stop("2026-04-14 12:00")])
        let reading = clock.reading(at: try at("2026-04-20 12:00"))
        #expect(reading.state == .met)
        #expect(reading.elapsedMicroseconds == .hour)
    }

    @Test(arguments: [
        (Span.Kind.workingDays(1), "2026-04-15 09:00"), (.days(1), "2026-04-15 01:00"),
    ])
    func `a pause is added after a term in days, in the time that term runs in`(
        kind: Span.Kind, expected: String
    ) throws {
        let clock = try clock(
            "2026-04-13 09:00", calendar(kind), pause("2026-04-13 10:00", "2026-04-13 11:00"))
        #expect(shown(clock.deadline) == expected)
    }

    @Test func `the time between solved and reopened does not count, and both stops are kept`() throws {
        let clock = try clock(
            "2026-04-13 09:00",
            stops: [
                stop("2026-04-13 11:00", reopened: "2026-04-14 09:00"), stop("2026-04-14 10:00"),
            ])
        #expect(clock.reading(at: try at("2026-04-13 20:00")).state == .met)
        let again = clock.reading(at: try at("2026-04-14 09:30"))
        #expect(again.state == .running)
        #expect(again.finalStop == nil)
        #expect(shown(again.firstStop) == "2026-04-13 11:00")
        #expect(shown(again.deadline) == "2026-04-14 11:00")
        let done = clock.reading(at: try at("2026-04-20 09:30"))
        #expect(done.state == .met)
        #expect(done.elapsedMicroseconds == 3 * .hour)
        #expect(shown(done.firstStop) == "2026-04-13 11:00")
        #expect(shown(done.finalStop) == "2026-04-14 10:00")
    }

    @Test func `reopened and not solved in what was left is breached`() throws {
        let clock = try clock(
            "2026-04-13 09:00", stops: [stop("2026-04-13 12:00", reopened: "2026-04-14 09:00")])
        #expect(shown(clock.reading(at: try at("2026-04-14 11:00")).breachedAt) == "2026-04-14 10:00")
    }

    @Test(arguments: [nil, "2026-04-14 09:00"])
    func `a pause that begins at the deadline changes nothing`(end: String?) throws {
        let clock = try clock("2026-04-13 09:00", working(4 * .hour), pause("2026-04-13 13:00", end))
        #expect(shown(clock.deadline) == "2026-04-13 13:00")
        #expect(clock.reading(at: try at("2026-04-14 12:00")).state == .breached)
    }
}

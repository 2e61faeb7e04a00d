import Agreements
import CivilTime
import Testing

struct CounterRunTests {
    private func clock(_ pauses: [Pause], stops: [TermRun.Stop] = []) throws -> Clock {
        Clock(
            limit: continuous(6 * .hour), hours: .always, start: try at("2026-04-10 12:00"), pauses: pauses,
            stops: stops)
    }

    @Test func `SNO-41 a pause opens a clock with the same limit on the party awaited`() throws {
        let clock = try clock([try pause("2026-04-10 15:00", "2026-04-10 22:00")])
        let runs = clock.counterRuns { _ in .same }
        #expect(runs.map(\.party) == ["afnemer"])
        let reading = try #require(runs.first).clock.reading(at: try at("2026-04-11 12:00"))
        #expect(shown(reading.deadline) == "2026-04-10 21:00")
        #expect(reading.state == .breached)
        #expect(reading.elapsedMicroseconds == 7 * .hour)
    }

    @Test func `SNO-41 for UWV the counter-clock of a priority 1 runs in office hours`() throws {
        let office = try hours("08:00-18:00")
        let clock = try clock([try pause("2026-04-10 15:00", nil, by: "uwv")])
        let run = try #require(clock.counterRuns { $0 == "uwv" ? .other(office) : .same }.first)
        let reading = run.clock.reading(at: try at("2026-04-11 12:00"))
        #expect(shown(reading.deadline) == "2026-04-13 11:00")
        #expect(reading.state == .running)
        #expect(run.clock.limit.text == "≤ 6 klokuren")
    }

    @Test func `a party without a counter-clock has none`() throws {
        let clock = try clock([try pause("2026-04-10 15:00", nil, by: "melder")])
        #expect(clock.counterRuns { _ in nil }.isEmpty)
    }

    @Test func `pauses on one party that overlap are one clock, others are apart`() throws {
        let clock = try clock([
            try pause("2026-04-10 15:00", "2026-04-10 16:00"),
            try pause("2026-04-10 15:30", "2026-04-10 17:00"),
            try pause("2026-04-10 15:30", "2026-04-10 16:30", by: "uwv"),
            try pause("2026-04-10 19:00", "2026-04-10 20:00"),
        ])
        let now = try at("2026-04-12 00:00")
        let runs = clock.counterRuns { _ in .same }
        #expect(runs.map(\.party) == ["afnemer", "uwv", "afnemer"])
        #expect(runs.map { $0.clock.reading(at: now).elapsedMicroseconds } == [2 * .hour, .hour, .hour])
    }

    @Test func `once the case is solved nobody is awaited any more`() throws {
        let clock = try clock(
            [try pause("2026-04-10 13:00", nil), try pause("2026-04-10 15:00", nil, by: "uwv")],
            stops: [try stop("2026-04-10 14:00")])
        let runs = clock.counterRuns { _ in .same }
        #expect(runs.map(\.party) == ["afnemer"])
        #expect(runs.first?.clock.reading(at: try at("2026-04-20 14:00")).state == .met)
    }

    @Test
    func `a pause that begins as another ends goes on with its clock, one as the case is solved is none`()
        throws
    {
        let clock = try clock(
            [
                try pause("2026-04-10 13:00", "2026-04-10 14:00"),
                try pause("2026-04-10 14:00", "2026-04-10 15:00"),
                try pause("2026-04-10 16:00", nil),
            ], stops: [try stop("2026-04-10 16:00")])
        let runs = clock.counterRuns { _ in .same }
        #expect(
            runs.map { $0.clock.reading(at: clock.start.advanced(bySeconds: 86_400)).elapsedMicroseconds }
                == [2 * .hour])
    }
}

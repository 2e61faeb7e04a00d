import Agreements
import CivilTime
import Testing

struct ClockPropertyTests {
    private let seed: UInt64 = 20_260_403
    private let hourly: [WorkingHours]

    init() throws {
        hourly = [
            try hours("08:30-18:00"), try hours("20:00-06:00", calendar: nil), .always,
            try hours("09:00-13:00", "14:00-18:00"),
        ]
    }

    private func moment(_ generator: inout Seeded, days: Int64 = 5_800) throws -> Instant {
        let minute = Int64.random(in: 0..<days * 1_440, using: &generator)
        return try at("2020-01-01 00:00").advanced(byMicroseconds: minute * .minute)
    }

    private func pauses(_ generator: inout Seeded, after start: Instant) -> [Pause] {
        (0..<Int.random(in: 0...4, using: &generator)).map { _ in
            let from = start.advanced(
                byMicroseconds: Int64.random(in: -3_000...8_000, using: &generator) * .minute)
            let length = Int64.random(in: 0...5_000, using: &generator) * .minute
            return Pause(
                from: from, to: from.advanced(byMicroseconds: length), reason: "wacht", responsible: "x")
        }
    }

    private func limit(_ generator: inout Seeded) -> SpanLimit {
        let length = Int64.random(in: 0...6_000, using: &generator) * .minute
        let kinds: [Span.Kind] = [
            .working(microseconds: length), .clock(microseconds: length),
            .workingDays(Int.random(in: 1...10, using: &generator)),
            .days(Int.random(in: 0...20, using: &generator)), .months(2),
        ]
        return calendar(kinds[Int.random(in: 0..<kinds.count, using: &generator)])
    }

    @Test func `at the deadline exactly the budget has gone by, and the trace adds up to it`() throws {
        var generator = Seeded(seed)
        for round in 0..<4_000 {
            let start = try moment(&generator)
            let clock = Clock(
                limit: limit(&generator), hours: hourly[round % hourly.count], start: start,
                pauses: pauses(&generator, after: start))
            let deadline = try #require(clock.deadline)
            let reading = clock.reading(at: deadline)
            #expect(reading.elapsedMicroseconds == reading.budgetMicroseconds, "seed \(seed), round \(round)")
            let trace = clock.trace(until: deadline)
            #expect(trace.countedMicroseconds == reading.budgetMicroseconds, "seed \(seed), round \(round)")
            let spans = trace.entries.map(\.interval)
            #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.end == $1.start })
        }
    }

    @Test func `a pause more never brings the deadline forward, in whatever order they come`() throws {
        var generator = Seeded(seed + 1)
        for round in 0..<4_000 {
            let start = try moment(&generator)
            let all = pauses(&generator, after: start)
            let limit = limit(&generator)
            let hours = hourly[round % hourly.count]
            func deadline(_ pauses: [Pause]) throws -> Instant {
                try #require(Clock(limit: limit, hours: hours, start: start, pauses: pauses).deadline)
            }
            let shuffled = all.shuffled(using: &generator)
            #expect(try deadline(all) == deadline(shuffled), "seed \(seed), round \(round)")
            if let last = all.indices.last {
                #expect(try deadline(Array(all[..<last])) <= deadline(all), "seed \(seed), round \(round)")
            }
        }
    }

    @Test func `minute by minute along the openings of each day the deadline is the same`() throws {
        var generator = Seeded(seed + 2)
        for round in 0..<120 {
            let start = try moment(&generator)
            let hours = hourly[round % hourly.count]
            let pauses = pauses(&generator, after: start)
            let minutes = Int64.random(in: 1...2_000, using: &generator)
            let clock = Clock(limit: working(minutes * .minute), hours: hours, start: start, pauses: pauses)
            var left = minutes
            var cursor = start
            while left > 0 {
                let isPaused = pauses.contains { pause in
                    pause.from <= cursor && pause.to.map { cursor < $0 } ?? true
                }
                if hours.isOpen(at: cursor), !isPaused { left -= 1 }
                cursor = cursor.advanced(byMicroseconds: .minute)
            }
            #expect(clock.deadline == cursor, "seed \(seed), round \(round)")
        }
    }
}

import Agreements
import CivilTime
import SQL
import ServiceLevels

extension DemoFilling {
    /// What a probe and the clocks of the server would have seen: a service that works, with one outage in
    /// the first month and its maintenance windows used.
    func recordHeartbeats(from start: Instant) async throws {
        let first = CivilMonth(at: start)
        let probes = [
            "sign-in": [first.outage(day: 15, from: 14 * 60 + 12, minutes: 9)],
            "message-box": [
                first.outage(day: 15, from: 14 * 60 + 12, minutes: 37),
                first.outage(day: 14, from: 61, minutes: 50),
            ],
        ]
        for (probe, outages) in probes.sorted(by: { $0.key < $1.key }) {
            try await record(probe, down: outages, from: start)
        }
        try await recordResponseTimes(from: start)
    }

    private func record(_ probe: String, down outages: [Interval], from start: Instant) async throws {
        var minute = start
        while minute < asOf {
            var observations: [ProbeObservation] = []
            while minute < asOf, observations.count < ProbeObservation.batchLimit {
                let isDown = outages.contains { $0.contains(minute) }
                observations.append(
                    try ProbeObservation(
                        probe: probe, minute: minute,
                        outcome: isDown ? .down(.unplanned, seen: "status 503") : .up,
                        durationMicroseconds: 40_000))
                minute = minute.advanced(bySeconds: 60)
            }
            let (batch, asOf) = (observations, asOf)
            try await installation.database.write { transaction in
                _ = try ProbeObservation.record(batch, in: transaction, at: asOf)
            }
        }
    }

    /// One minute in each quarter of an hour has visitors; nearly all are answered fast.
    private func recordResponseTimes(from start: Instant) async throws {
        var generator = SeededGenerator(seed: 8)
        var minute = start
        while minute < asOf {
            let times = ResponseTimes(startedAt: minute)
            for _ in 0..<Int.random(in: 5...40, using: &generator) {
                let isSlow = Int.random(in: 0..<20_000, using: &generator) == 0
                let took = isSlow ? 450_000 : Int64.random(in: 2_000...60_000, using: &generator)
                times.note(MeasuredFunction.presentation, microseconds: took, status: 200, at: minute)
            }
            try await times.flush(to: installation.database, at: minute.advanced(bySeconds: 60))
            minute = minute.advanced(bySeconds: 900)
        }
    }
}

extension CivilMonth {
    /// An outage on a day of the month, from a minute after midnight.
    fileprivate func outage(day: Int, from minute: Int, minutes: Int) -> Interval {
        let start = Instant(startOf: firstDay.advanced(byDays: day - 1)).advanced(
            bySeconds: Int64(minute) * 60)
        return Interval(from: start, to: start.advanced(bySeconds: Int64(minutes) * 60))
    }
}

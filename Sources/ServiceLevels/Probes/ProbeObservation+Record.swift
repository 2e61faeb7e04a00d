import Agreements
public import CivilTime
public import SQL

extension ProbeObservation {
    /// A day of a few functions: what a probe hands in at once after an outage, in parts.
    public static let batchLimit = 1_000

    /// How far a probe's clock may be ahead of the server's.
    private static let leewaySeconds: Int64 = 120

    /// Records observations as stretches of time with the same state. What was recorded of a minute stays:
    /// handed in again, in any order and with whatever outcome, it changes nothing, so a probe may send again
    /// what it is not sure of.
    ///
    /// - Returns: how many were new.
    @discardableResult
    public static func record(
        _ observations: [ProbeObservation], in transaction: any Transaction, at now: Instant
    ) throws -> Int {
        guard observations.count <= batchLimit else {
            throw ProbeObservationError.tooMany(observations.count)
        }
        let latest = now.advanced(bySeconds: leewaySeconds)
        if let ahead = observations.first(where: { $0.minute > latest }) {
            throw ProbeObservationError.inTheFuture(ahead.minute)
        }
        return try observations.sorted { $0.minute < $1.minute }.reduce(0) { count, observation in
            try observation.record(in: transaction) ? count + 1 : count
        }
    }

    /// Joins the observation to the stretches beside it where these have the same state, or gives it one of
    /// its own. A minute that no one looked at stays a gap between two stretches.
    private func record(in transaction: any Transaction) throws -> Bool {
        let before = try Stretch.last(of: probe, startingBefore: interval.end, in: transaction)
        if let before, before.interval.end > interval.start { return false }
        let after = try Stretch.starting(at: interval.end, of: probe, in: transaction)
        let joinsBefore = before.map { $0.interval.end == interval.start && $0.isLike(outcome) } ?? false
        let joinsAfter = after.map { $0.isLike(outcome) } ?? false
        let start = joinsBefore ? before?.interval.start ?? interval.start : interval.start
        let end = joinsAfter ? after?.interval.end ?? interval.end : interval.end
        if joinsAfter, let after { try after.delete(in: transaction) }
        if joinsBefore {
            try transaction.run(
                "UPDATE probe_interval SET until_at = \(end) WHERE probe = \(probe) AND from_at = \(start)")
        } else {
            try insert(Interval(from: start, to: end), in: transaction)
        }
        return true
    }

    private func insert(_ interval: Interval, in transaction: any Transaction) throws {
        let stored: (state: String, cause: String?, seen: String?) =
            switch outcome {
            case .up: ("up", nil, nil)
            case .down(let cause, let seen): ("down", cause.rawValue, seen)
            }
        try transaction.run(
            """
            INSERT INTO probe_interval (probe, from_at, until_at, state, cause, seen)
            VALUES
              (\(probe), \(interval.start), \(interval.end), \(stored.state), \(stored.cause),
               \(stored.seen))
            """)
    }
}

import Agreements
import CivilTime
import SQL

/// A row of observations on end with the same state.
struct Stretch: Sendable {
    let probe: String
    let interval: Interval
    /// Nil when the function was up.
    let cause: OutageCause?

    func isLike(_ outcome: ProbeObservation.Outcome) -> Bool {
        switch outcome {
        case .up: cause == nil
        case .down(let cause, _): cause == self.cause
        }
    }

    static func last(
        of probe: String, startingBefore moment: Instant, in transaction: any Transaction
    ) throws -> Stretch? {
        try transaction.first(
            """
            SELECT probe, from_at, until_at, cause FROM probe_interval
            WHERE probe = \(probe) AND from_at < \(moment)
            ORDER BY from_at DESC
            LIMIT 1
            """, Stretch.init)
    }

    static func starting(
        at moment: Instant, of probe: String, in transaction: any Transaction
    ) throws -> Stretch? {
        try transaction.first(
            """
            SELECT probe, from_at, until_at, cause FROM probe_interval
            WHERE probe = \(probe) AND from_at = \(moment)
            """, Stretch.init)
    }

    /// Those that have a moment in common with a period, in order.
    static func all(
        of probe: String, during period: Interval, in transaction: any Transaction
    ) throws -> [Stretch] {
        let first = try last(of: probe, startingBefore: period.start, in: transaction)
        let within = try transaction.rows(
            """
            SELECT probe, from_at, until_at, cause FROM probe_interval
            WHERE probe = \(probe) AND from_at >= \(period.start) AND from_at < \(period.end)
            ORDER BY from_at
            """, Stretch.init)
        return ([first].compactMap(\.self) + within).filter { $0.interval.end > period.start }
    }

    func delete(in transaction: any Transaction) throws {
        try transaction.run(
            "DELETE FROM probe_interval WHERE probe = \(probe) AND from_at = \(interval.start)")
    }

    private init(_ row: inout Row) throws {
        probe = try row.next()
        interval = Interval(from: try row.next(), to: try row.next())
        let stored = try row.next(String?.self)
        cause = stored.map { OutageCause(rawValue: $0) ?? .unplanned }
    }
}

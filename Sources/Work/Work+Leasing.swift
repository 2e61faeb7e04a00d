public import CivilTime
public import SQL

extension Work {
    /// Leases the lane that has waited longest, with its items that are due, in order of due moment and
    /// arrival.
    ///
    /// Nobody else gets the lane until the lease ends. A lane whose worker died is leased again after that;
    /// the token makes sure that the first worker's acts then no longer count. Nil when nothing is due.
    public static func lease(
        _ kind: WorkKind, limit: Int, seconds: Int64, at now: Instant, in transaction: any Transaction
    ) throws -> LeasedLane? {
        precondition(limit > 0 && seconds > 0, "a lease is for some items and some time")
        _ = try admit(kind, in: transaction)
        for _ in 0..<emptyLaneLimit {
            guard let turn = try nextTurn(kind, at: now, in: transaction) else { return nil }
            let items = try dueItems(kind, turn.destination, limit: limit, at: now, in: transaction)
            let lane = LeasedLane(
                kind: kind, destination: turn.destination, items: items, token: turn.token + 1,
                leasedUntil: now.advanced(bySeconds: seconds))
            if items.isEmpty {
                try lane.letGo(nextAt: lane.firstDue(in: transaction), failures: 0, in: transaction)
            } else {
                try lane.take(in: transaction)
                return lane
            }
        }
        return nil
    }

    /// Lanes found empty are put to sleep on the way; more than this many wait for the next call.
    private static let emptyLaneLimit = 100

    private static func nextTurn(
        _ kind: WorkKind, at now: Instant, in transaction: any Transaction
    ) throws -> (destination: String, token: Int64)? {
        try transaction.first(
            """
            SELECT destination, token
            FROM lane
            WHERE kind = \(kind.name) AND next_at <= \(now)
            ORDER BY next_at
            LIMIT 1
            """
        ) { row in (destination: try row.next(), token: try row.next()) }
    }

    private static func dueItems(
        _ kind: WorkKind, _ destination: String, limit: Int, at now: Instant, in transaction: any Transaction
    ) throws -> [WorkItem] {
        try transaction.rows(
            """
            SELECT number, payload, progress, due_at, enqueued_at, failures
            FROM work_item
            WHERE kind = \(kind.name) AND destination = \(destination) AND state = 1 AND due_at <= \(now)
            ORDER BY due_at, number
            LIMIT \(limit)
            """
        ) { row in
            WorkItem(
                number: try row.next(), payload: try row.next(), progress: try row.next(),
                dueAt: try row.next(), enqueuedAt: try row.next(), failures: try row.next())
        }
    }
}

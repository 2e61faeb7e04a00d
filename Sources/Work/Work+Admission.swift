import CivilTime
import SQL

extension Work {
    /// Few enough for a short transaction, many enough to keep up with any rate of arrival.
    static let admissionLimit = 1_000

    /// Puts items that arrived in their lanes' lines and wakes the lanes that slept. Gives the number of
    /// items.
    ///
    /// It takes committed rows by their state, not by a cursor on their number: numbers commit out of order.
    static func admit(_ kind: WorkKind, in transaction: any Transaction) throws -> Int {
        let arrivals = try transaction.rows(
            """
            SELECT number, destination, due_at
            FROM work_item
            WHERE kind = \(kind.name) AND state = 0
            ORDER BY number
            LIMIT \(admissionLimit)
            """
        ) { row in Arrival(number: try row.next(), destination: try row.next(), dueAt: try row.next()) }
        guard !arrivals.isEmpty else { return 0 }
        try transaction.run(
            "UPDATE work_item SET state = 1 WHERE number IN (\(list: arrivals.map(\.number)))")
        // In one order everywhere, so that two servers never wait for each other's lanes.
        let lanes = Dictionary(grouping: arrivals, by: \.destination).sorted { $0.key < $1.key }
        for (destination, arrivals) in lanes {
            guard let dueAt = arrivals.map(\.dueAt).min() else { continue }
            try wake(kind, destination, at: dueAt, in: transaction)
        }
        return arrivals.count
    }

    /// A lane that is leased finds its new items when it is released; one that backs off stays away.
    private static func wake(
        _ kind: WorkKind, _ destination: String, at dueAt: Instant, in transaction: any Transaction
    ) throws {
        try transaction.run(
            """
            INSERT INTO lane (kind, destination, next_at, token, failures)
            VALUES (\(kind.name), \(destination), \(dueAt), 0, 0)
            ON CONFLICT (kind, destination) DO UPDATE
            SET next_at = excluded.next_at
            WHERE lane.leased_until IS NULL AND lane.failures = 0
              AND (lane.next_at IS NULL OR lane.next_at > excluded.next_at)
            """)
    }
}

private struct Arrival {
    let number: Int64
    let destination: String
    let dueAt: Instant
}

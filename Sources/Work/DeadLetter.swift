public import CivilTime
public import SQL

/// An item that could not be done. Kept until someone sends it again or discards it.
public struct DeadLetter: Sendable {
    public let number: Int64
    public let destination: String
    public let reason: String
    public let failures: Int
    public let enqueuedAt: Instant
}

extension Work {
    /// Dead letters in order of arrival, a page at a time.
    public static func deadLetters(
        _ kind: WorkKind, after number: Int64 = 0, limit: Int, in transaction: any Transaction
    ) throws -> [DeadLetter] {
        try transaction.rows(
            """
            SELECT number, destination, reason, failures, enqueued_at
            FROM work_item
            WHERE kind = \(kind.name) AND state = 2 AND number > \(number)
            ORDER BY number
            LIMIT \(limit)
            """
        ) { row in
            DeadLetter(
                number: try row.next(), destination: try row.next(), reason: try row.next(),
                failures: try row.next(), enqueuedAt: try row.next())
        }
    }

    /// Puts a dead letter back in its lane with all its attempts. False when it is no dead letter.
    public static func revive(
        _ number: Int64, in transaction: any Transaction, at now: Instant
    ) throws -> Bool {
        try transaction.run(
            """
            UPDATE work_item
            SET state = 0, reason = NULL, failures = 0, due_at = \(now)
            WHERE number = \(number) AND state = 2
            """) == 1
    }

    /// Removes a dead letter for good. False when it is no dead letter.
    public static func discard(_ number: Int64, in transaction: any Transaction) throws -> Bool {
        try transaction.run("DELETE FROM work_item WHERE number = \(number) AND state = 2") == 1
    }
}

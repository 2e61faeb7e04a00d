public import CivilTime
public import SQL

extension Work {
    /// Makes all that waits for a destination due now, and ends the wait of its lane after failures: for a
    /// destination that was mended. Ring the ``WorkBell`` after the commit.
    public static func hurry(
        _ kind: WorkKind, to destination: String, in transaction: any Transaction, at now: Instant
    ) throws {
        try transaction.run(
            """
            UPDATE work_item SET due_at = \(now)
            WHERE kind = \(kind.name) AND destination = \(destination) AND state IN (0, 1) AND due_at > \(now)
            """)
        try transaction.run(
            """
            UPDATE lane SET next_at = \(now), failures = 0
            WHERE kind = \(kind.name) AND destination = \(destination) AND leased_until IS NULL
              AND next_at IS NOT NULL
            """)
    }
}

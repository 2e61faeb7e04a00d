public import CivilTime
public import SQL

extension Work {
    /// Frees every lane that an earlier process held. For the only process on a database: whoever held a
    /// lane is dead, and its work need not wait until the lease ends.
    ///
    /// What the earlier process had done stays done; its unfinished items are served again.
    public static func takeOver(in transaction: any Transaction, at now: Instant) throws {
        try transaction.run(
            """
            UPDATE lane
            SET next_at = \(now), leased_until = NULL
            WHERE leased_until IS NOT NULL
            """)
    }
}

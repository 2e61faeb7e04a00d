import CivilTime
import Identity
import SQL

extension Retention {
    /// Forgets keys that are older than their term: the same key then stands for a new request.
    ///
    /// - Returns: how many there were, at most the size of a part.
    static func forgetKeys(before: Instant, facilities: Facilities) async throws -> Int {
        try await facilities.database.write { transaction in
            let expired = try transaction.rows(
                """
                SELECT organisation_id, act, key FROM idempotency
                WHERE noted_at < \(before)
                ORDER BY noted_at
                LIMIT \(partLimit)
                """
            ) { row in
                (
                    try row.next(Organisation.ID.self), try row.next(IdempotencyKey.Act.self),
                    try row.next(String.self)
                )
            }
            for (organisation, act, key) in expired {
                try transaction.run(
                    """
                    DELETE FROM idempotency
                    WHERE organisation_id = \(organisation) AND act = \(act) AND key = \(key)
                    """)
            }
            return expired.count
        }
    }
}

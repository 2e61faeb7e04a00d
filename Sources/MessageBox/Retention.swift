import Blobs
public import CivilTime
import SQL

/// Parked content goes after its term, and so does what lies in a bin; the delivery and its report stay
/// (INTERFACES, retention).
public enum Retention {
    /// Deletes in parts of this size, so that no transaction holds the writer long.
    static let partLimit = 200

    /// Erases the parked content of deliveries that were processed longer ago than the term, and what was
    /// thrown away longer ago than its own.
    public static func apply(facilities: Facilities, at now: Instant) async throws {
        let before = now.advanced(bySeconds: -facilities.limits.parkedSeconds)
        while try await erasePart(before: before, facilities: facilities) == partLimit {}
        while try await eraseResults(before: before, facilities: facilities) == partLimit {}
        let forgotten = now.advanced(bySeconds: -facilities.limits.idempotencyKeySeconds)
        while try await forgetKeys(before: forgotten, facilities: facilities) == partLimit {}
        let binned = now.advanced(bySeconds: -facilities.limits.binSeconds)
        while try await eraseBin(before: binned, facilities: facilities, at: now) == partLimit {}
    }

    /// Results of the subscription service, and the numbers of requests that failed, have the same term.
    private static func eraseResults(before: Instant, facilities: Facilities) async throws -> Int {
        try await facilities.database.write { transaction in
            let expired = try transaction.rows(
                """
                SELECT id, result_blob_id, numbers_blob_id FROM subscription_request
                WHERE finished_at < \(before)
                  AND (result_blob_id IS NOT NULL OR numbers_blob_id IS NOT NULL)
                ORDER BY finished_at
                LIMIT \(partLimit)
                """
            ) { row in
                (
                    try row.next(SubscriptionRequest.ID.self), try row.next(Identifier<Blob>?.self),
                    try row.next(Identifier<Blob>?.self)
                )
            }
            for (id, result, numbers) in expired {
                try transaction.run(
                    """
                    UPDATE subscription_request SET result_blob_id = NULL, numbers_blob_id = NULL
                    WHERE id = \(id)
                    """)
                for blob in [result, numbers].compactMap(\.self) {
                    try facilities.blobs.delete(blob, in: transaction)
                }
            }
            return expired.count
        }
    }

    private static func erasePart(before: Instant, facilities: Facilities) async throws -> Int {
        try await facilities.database.write { transaction in
            let expired = try transaction.rows(
                """
                SELECT id, content_blob_id FROM delivery
                WHERE received_at < \(before) AND processed_at IS NOT NULL
                  AND (content_blob_id IS NOT NULL OR content_sealed IS NOT NULL)
                ORDER BY received_at
                LIMIT \(partLimit)
                """
            ) { row in (try row.next(Delivery.ID.self), try row.next(Identifier<Blob>?.self)) }
            for (id, blob) in expired {
                try transaction.run(
                    """
                    UPDATE delivery SET content_blob_id = NULL, content_sealed = NULL, content_key = NULL
                    WHERE id = \(id)
                    """)
                if let blob { try facilities.blobs.delete(blob, in: transaction) }
            }
            return expired.count
        }
    }
}

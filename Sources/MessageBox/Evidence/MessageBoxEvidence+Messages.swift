import Agreements
import CivilTime
import SQL

extension MessageBoxEvidence {
    /// The messages that came into boxes and those refused for the size of their attachments, which had some
    /// too.
    func attachments(in transaction: any Transaction) throws -> AttachmentEvidence {
        let (refused, smallest) = try lines(with: .attachmentTooLarge, in: transaction)
        let stored = try transaction.first(
            """
            SELECT COUNT(*),
              CAST(SUM(CASE WHEN attachment_count > 0 THEN 1 ELSE 0 END) AS BIGINT),
              MAX(CASE WHEN attachment_count > 0 THEN attachment_bytes END)
            FROM message
            WHERE stored_at >= \(period.start) AND stored_at < \(period.end)
            """
        ) { row in
            (count: try row.next(Int.self), with: try row.next(Int?.self), largest: try row.next(Int?.self))
        }
        return AttachmentEvidence(
            messages: (stored?.count ?? 0) + refused, withAttachments: (stored?.with ?? 0) + refused,
            largestTakenBytes: stored?.largest, smallestRefusedBytes: smallest)
    }

    /// Messages that came again: under an id that was taken, or in a delivery that came again whole and was
    /// answered at the door with its first receipt.
    ///
    /// A message arrived twice when it stands in a box while its id is held by another one: each id has one
    /// holder.
    func redeliveries(in transaction: any Transaction) throws -> RedeliveryEvidence {
        let recognised = try lines(with: .alreadyExists, in: transaction).count + repeated(in: transaction)
        let twice =
            try transaction.value(
                """
                SELECT COUNT(*)
                FROM message
                WHERE stored_at >= \(period.start) AND stored_at < \(period.end)
                  AND NOT EXISTS (SELECT 1 FROM message_key WHERE message_key.message_id = message.id)
                """, as: Int.self) ?? 0
        return RedeliveryEvidence(
            redelivered: recognised + twice, arrivedTwice: twice, earliestRefusedMicroseconds: nil)
    }

    private func repeated(in transaction: any Transaction) throws -> Int {
        try transaction.value(
            """
            SELECT CAST(COALESCE(SUM(delivery.message_count), 0) AS BIGINT)
            FROM delivery_repeat
            JOIN delivery ON delivery.id = delivery_repeat.delivery_id
            WHERE delivery_repeat.repeated_at >= \(period.start)
              AND delivery_repeat.repeated_at < \(period.end)
            """, as: Int.self) ?? 0
    }

    /// How many messages were reported in the period with a code, and the smallest total of their
    /// attachments. Only reports with a rejection are opened.
    private func lines(
        with code: ProcessingCode, in transaction: any Transaction
    ) throws -> (count: Int, smallestBytes: Int?) {
        try transaction.first(
            """
            SELECT COUNT(*), MIN(report_line.attachment_bytes)
            FROM report
            JOIN report_line ON report_line.delivery_id = report.delivery_id
            WHERE report.offered_at >= \(period.start) AND report.offered_at < \(period.end)
              AND report.rejected_count > 0
              AND report_line.code = \(code)
            """
        ) { row in (try row.next(), try row.next()) } ?? (0, nil)
    }
}

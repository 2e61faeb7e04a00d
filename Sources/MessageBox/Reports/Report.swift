public import CivilTime
import Identity
public import SQL

/// The processing report of a delivery (SNO-12): one line a message, offered once the last one is settled.
public struct Report: Sendable {
    public let delivery: Delivery
    /// Place among the organisation's reports, from 1: what a reader pages by.
    public let number: Int
    public let document: ProcessingReport
    public let confirmedAt: Instant?
    /// Whether it was offered as long as it had to be: systems no longer get it.
    public let isExpired: Bool
}

extension Report {
    /// Offers the report of a delivery whose last message was settled in this transaction; says whether it is
    /// to be pushed.
    static func offer(_ delivery: Delivery, in transaction: any Transaction, at now: Instant) throws -> Bool {
        let rejected =
            try transaction.value(
                """
                SELECT COUNT(*) FROM report_line
                WHERE delivery_id = \(delivery.id) AND code <> \(ProcessingCode.processed)
                """, as: Int.self) ?? 0
        let number =
            try transaction.value(
                """
                SELECT COALESCE(MAX(number), 0) + 1 FROM report
                WHERE organisation_id = \(delivery.organisation)
                """,
                as: Int.self) ?? 1
        try transaction.run(
            """
            INSERT INTO report
              (delivery_id, organisation_id, number, accepted_count, rejected_count, offered_at)
            VALUES
              (\(delivery.id), \(delivery.organisation), \(number), \(delivery.messageCount - rejected),
               \(rejected), \(now))
            """)
        try transaction.run("UPDATE delivery SET processed_at = \(now) WHERE id = \(delivery.id)")
        return try ReportPush.queue(for: delivery, in: transaction, at: now)
    }

    /// The report of a delivery; nil while it is being processed.
    public static func find(_ delivery: Delivery, in transaction: any Transaction) throws -> Report? {
        let found = try transaction.first(
            """
            SELECT report.number, report.confirmed_at, report.expired_at, organisation.oin
            FROM report
            JOIN organisation ON organisation.id = report.organisation_id
            WHERE report.delivery_id = \(delivery.id)
            """
        ) { row in
            (
                try row.next(Int.self), try row.next(Instant?.self), try row.next(Instant?.self),
                try row.next(OIN.self)
            )
        }
        guard let (number, confirmedAt, expiredAt, oin) = found, let processedAt = delivery.processedAt else {
            return nil
        }
        let lines = try transaction.rows(
            """
            SELECT message_id, type_code, code, stage FROM report_line
            WHERE delivery_id = \(delivery.id)
            ORDER BY position
            """
        ) { row in
            ProcessingReport.Line(
                messageID: try row.next(), typeCode: try row.next(), code: try row.next(),
                stage: try row.next())
        }
        return Report(
            delivery: delivery, number: number,
            document: ProcessingReport(
                supplierCode: oin.digits, batchID: delivery.batchID, receivedAt: delivery.receivedAt,
                processedAt: processedAt, lines: lines),
            confirmedAt: confirmedAt, isExpired: expiredAt != nil)
    }

    /// Notes that the organisation has fetched the report; the first time counts.
    public func noteFetched(in transaction: any Transaction, at now: Instant) throws {
        try transaction.run(
            "UPDATE report SET fetched_at = \(now) WHERE delivery_id = \(delivery.id) AND fetched_at IS NULL")
    }

    /// Notes that the organisation has received the report well. Again is the same as once.
    public func confirmReceipt(in transaction: any Transaction, at now: Instant) throws {
        try transaction.run(
            """
            UPDATE report SET confirmed_at = \(now)
            WHERE delivery_id = \(delivery.id) AND confirmed_at IS NULL
            """)
    }
}

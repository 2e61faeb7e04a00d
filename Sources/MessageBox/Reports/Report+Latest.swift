public import CivilTime
public import Identity
public import SQL

extension Report {
    /// What the organisation's own staff sees of a report in their list.
    public struct Listed: Sendable {
        public let delivery: Delivery.ID
        public let batchID: SupplierGUID
        public let number: Int
        public let acceptedCount: Int
        public let rejectedCount: Int
        public let offeredAt: Instant
        public let fetchedAt: Instant?
        public let confirmedAt: Instant?
        /// Nil when the organisation had no address to push it to.
        public let push: ReportPush?
    }

    /// How many reports were offered in vain and wait to be fetched.
    public static func undeliveredCount(
        of organisation: Organisation.ID, in transaction: any Transaction
    ) throws -> Int {
        try transaction.value(
            """
            SELECT COUNT(*)
            FROM report_push
            JOIN report ON report.delivery_id = report_push.delivery_id
            WHERE report_push.organisation_id = \(organisation) AND report_push.state = 'undelivered'
              AND report.fetched_at IS NULL AND report.confirmed_at IS NULL AND report.expired_at IS NULL
            """) ?? 0
    }

    /// The reports of an organisation, the last one first, before the given number.
    public static func latest(
        of organisation: Organisation.ID, before number: Int, limit: Int, in transaction: any Transaction
    ) throws -> [Listed] {
        try transaction.rows(
            """
            SELECT delivery.id, delivery.batch_id, report.number, report.accepted_count,
              report.rejected_count, report.offered_at, report.fetched_at, report.confirmed_at,
              report_push.state, report_push.attempt_count, report_push.last_attempt_at,
              report_push.last_failure, report_push.ended_at
            FROM report
            JOIN delivery ON delivery.id = report.delivery_id
            LEFT JOIN report_push ON report_push.delivery_id = report.delivery_id
            WHERE report.organisation_id = \(organisation) AND report.number < \(number)
            ORDER BY report.number DESC
            LIMIT \(limit)
            """
        ) { row in
            Listed(
                delivery: try row.next(), batchID: try row.next(), number: try row.next(),
                acceptedCount: try row.next(), rejectedCount: try row.next(), offeredAt: try row.next(),
                fetchedAt: try row.next(), confirmedAt: try row.next(),
                push: try ReportPush(&row))
        }
    }
}

public import CivilTime
public import Identity
public import SQL

extension Report {
    /// What a list says of a report.
    public struct Summary: Sendable {
        public let delivery: Delivery.ID
        public let batchID: SupplierGUID
        public let number: Int
        public let acceptedCount: Int
        public let rejectedCount: Int
        public let offeredAt: Instant
        public let confirmedAt: Instant?
        /// Nil when the organisation had no address when it was offered.
        public let push: ReportPush?
    }

    /// The reports of an organisation in order, after the given number. A number is given out in the
    /// transaction that offers the report, one at a time for each organisation, so that a reader who pages by
    /// it misses none. Those whose term is over are left out.
    public static func list(
        of organisation: Organisation.ID, after number: Int, limit: Int, in transaction: any Transaction
    ) throws -> [Summary] {
        try transaction.rows(
            """
            SELECT delivery.id, delivery.batch_id, report.number, report.accepted_count,
              report.rejected_count,
              report.offered_at, report.confirmed_at, report_push.state, report_push.attempt_count,
              report_push.last_attempt_at, report_push.last_failure, report_push.ended_at
            FROM report
            JOIN delivery ON delivery.id = report.delivery_id
            LEFT JOIN report_push ON report_push.delivery_id = report.delivery_id
            WHERE report.organisation_id = \(organisation) AND report.number > \(number)
              AND report.expired_at IS NULL
            ORDER BY report.number
            LIMIT \(limit)
            """
        ) { row in
            Summary(
                delivery: try row.next(), batchID: try row.next(), number: try row.next(),
                acceptedCount: try row.next(), rejectedCount: try row.next(), offeredAt: try row.next(),
                confirmedAt: try row.next(), push: try ReportPush(&row))
        }
    }
}

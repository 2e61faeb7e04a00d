import Agreements
import CivilTime
import SQL

extension MessageBoxEvidence {
    /// How long messages took from acceptance to the end of processing, of those that ended in the period,
    /// and how old those were that stood open at its end: so a later reading of the same month gives the
    /// same.
    func processingTimes(in transaction: any Transaction) throws -> TermEvidence {
        TermEvidence(handled: try handledTimes(in: transaction), open: try openTimes(in: transaction))
    }

    /// By way of the report, which is offered in the transaction that settles the last message and has its
    /// moment.
    ///
    /// Grouped by durations rounded up, to milliseconds and from ten minutes to seconds: terms of agreements
    /// are whole multiples of those, so that each duration stays in its class, while the groups stay few.
    private func handledTimes(in transaction: any Transaction) throws -> Durations {
        var durations = Durations()
        try transaction.visit(
            """
            SELECT duration, CAST(SUM(message_count) AS BIGINT), MAX(exact)
            FROM (
              SELECT delivery.message_count,
                delivery.processed_at - delivery.received_at AS exact,
                CASE WHEN delivery.processed_at - delivery.received_at <= 600000000
                  THEN (delivery.processed_at - delivery.received_at + 999) / 1000 * 1000
                  ELSE (delivery.processed_at - delivery.received_at + 999999) / 1000000 * 1000000
                  END AS duration
              FROM report
              JOIN delivery ON delivery.id = report.delivery_id
              WHERE report.offered_at >= \(period.start) AND report.offered_at < \(period.end)
            ) AS handled
            GROUP BY duration
            """
        ) { row in
            durations.add(try row.next(), times: try row.next(), longest: try row.next())
        }
        return durations
    }

    /// What was accepted before the end of the period and not handled then: still open, or handled since.
    private func openTimes(in transaction: any Transaction) throws -> Durations {
        let end = min(period.end, readAt)
        var durations = Durations()
        try transaction.visit(
            """
            SELECT received_at, message_count
            FROM delivery
            WHERE processed_at IS NULL AND received_at < \(end)
            """
        ) { row in
            let age = Int(end.microseconds(since: try row.next()))
            durations.add(age, times: try row.next())
        }
        try transaction.visit(
            """
            SELECT delivery.received_at, delivery.message_count
            FROM report
            JOIN delivery ON delivery.id = report.delivery_id
            WHERE report.offered_at >= \(end) AND delivery.received_at < \(end)
            """
        ) { row in
            let age = Int(end.microseconds(since: try row.next()))
            durations.add(age, times: try row.next())
        }
        return durations
    }
}

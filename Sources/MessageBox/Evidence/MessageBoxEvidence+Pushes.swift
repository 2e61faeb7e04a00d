import Agreements
import CivilTime
import SQL

extension MessageBoxEvidence {
    /// What became of the reports that were put on offer in the period. One that is fetched is on offer until
    /// then, however long that takes; one that is pushed is offered again until its receiver takes it or the
    /// term ends.
    func reoffers(in transaction: any Transaction) throws -> ReofferEvidence {
        let offered = try transaction.value(
            """
            SELECT COUNT(*) FROM report
            WHERE offered_at >= \(period.start) AND offered_at < \(period.end)
            """, as: Int.self)
        let pushed = try transaction.first(
            """
            SELECT COUNT(CASE WHEN attempt_count > 1 THEN 1 END),
              MIN(CASE WHEN state = 'undelivered'
                THEN ended_at - COALESCE(first_attempt_at, offered_at) END),
              MAX(CASE WHEN attempt_count > 1 THEN last_attempt_at - first_attempt_at END)
            FROM report_push
            WHERE offered_at >= \(period.start) AND offered_at < \(period.end)
            """
        ) { row in
            (again: try row.next(Int.self), given: try row.next(Int?.self), latest: try row.next(Int?.self))
        }
        return ReofferEvidence(
            offered: offered ?? 0, offeredAgain: pushed?.again ?? 0,
            earliestGivenUpMicroseconds: pushed?.given, latestOfferMicroseconds: pushed?.latest)
    }
}

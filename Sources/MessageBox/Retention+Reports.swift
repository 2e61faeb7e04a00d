public import CivilTime
import SQL

extension Retention {
    /// Takes reports off the list of their organisation whose term is over: so long after the
    /// agreement's last
    /// day of offering them. What became of each message stays in sight for the organisation's own people.
    ///
    /// - Parameter reofferMicroseconds: how long the agreement has reports offered (SNO-12).
    public static func expireReports(
        reofferMicroseconds: Int64, facilities: Facilities, at now: Instant
    ) async throws {
        let before = now.advanced(bySeconds: -facilities.limits.reportFetchSeconds)
            .advanced(byMicroseconds: -reofferMicroseconds)
        while try await expirePart(offeredBefore: before, facilities: facilities, at: now) == partLimit {}
    }

    /// A push that began late ends late: its report stays until it has ended.
    private static func expirePart(
        offeredBefore before: Instant, facilities: Facilities, at now: Instant
    ) async throws -> Int {
        try await facilities.database.write { transaction in
            try transaction.run(
                """
                UPDATE report SET expired_at = \(now)
                WHERE delivery_id IN (
                  SELECT report.delivery_id
                  FROM report
                  WHERE report.offered_at < \(before) AND report.expired_at IS NULL
                    AND NOT EXISTS (
                      SELECT 1 FROM report_push
                      WHERE report_push.delivery_id = report.delivery_id AND report_push.state = 'waiting'
                    )
                  ORDER BY report.offered_at
                  LIMIT \(partLimit)
                )
                """)
        }
    }
}

import Agreements
import CivilTime
import SQL

// The load of deliveries: all that stand in the table were accepted and on disk before they were
// acknowledged.
extension MessageBoxEvidence {
    /// Messages accepted and parked, by the second.
    func parked(in transaction: any Transaction) throws -> LoadSeries {
        let buckets = try transaction.rows(
            """
            SELECT received_at / 1000000, CAST(SUM(message_count) AS BIGINT)
            FROM delivery
            WHERE received_at >= \(period.start) AND received_at < \(period.end)
            GROUP BY received_at / 1000000
            """
        ) { row in
            let second = try row.next(Int64.self)
            let count = try row.next(Int.self)
            return LoadBucket(start: Instant(seconds: second), load: Load(offered: count, handled: count))
        }
        return LoadSeries(width: .second, buckets: buckets + refused(perSeconds: 1))
    }

    /// Messages as they were supplied, by the clock hour.
    func supplied(in transaction: any Transaction) throws -> LoadSeries {
        let buckets = try transaction.rows(
            """
            SELECT received_at / 3600000000, CAST(SUM(message_count) AS BIGINT)
            FROM delivery
            WHERE received_at >= \(reach.start) AND received_at < \(reach.end)
            GROUP BY received_at / 3600000000
            """
        ) { row in
            let hour = try row.next(Int64.self)
            let count = try row.next(Int.self)
            return LoadBucket(
                start: Instant(seconds: hour * 3_600), load: Load(offered: count, handled: count))
        }
        return LoadSeries(width: .hour, buckets: buckets + refused(perSeconds: 3_600))
    }

    /// Messages by the clock hour in which they were accepted, with what became of them within the term.
    ///
    /// The messages of one delivery are handled when the last one is: the park keeps no moment for each, and
    /// later than it was is the side on which a norm fails.
    func processed(in transaction: any Transaction) throws -> LoadSeries {
        let longest = longestInTime(.messagesProcessed)
        let buckets = try transaction.rows(
            """
            SELECT received_at / 3600000000,
              CAST(SUM(message_count) AS BIGINT),
              CAST(SUM(CASE WHEN processed_at - received_at <= \(longest)
                THEN message_count ELSE 0 END) AS BIGINT),
              CAST(SUM(CASE WHEN COALESCE(processed_at, \(readAt)) - received_at > \(longest)
                THEN message_count ELSE 0 END) AS BIGINT)
            FROM delivery
            WHERE received_at >= \(reach.start) AND received_at < \(reach.end)
            GROUP BY received_at / 3600000000
            """
        ) { row in
            let hour = try row.next(Int64.self)
            return LoadBucket(
                start: Instant(seconds: hour * 3_600),
                load: Load(offered: try row.next(), handled: try row.next(), late: try row.next()))
        }
        return LoadSeries(width: .hour, buckets: buckets)
    }

    private func refused(perSeconds width: Int64) -> [LoadBucket] {
        refusals.map { second, count in
            LoadBucket(
                start: Instant(seconds: second.seconds / width * width),
                load: Load(offered: count, handled: 0, refused: count))
        }
    }
}

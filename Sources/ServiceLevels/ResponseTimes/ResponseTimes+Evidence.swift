import Agreements
import CivilTime
import SQL

extension ResponseTimes {
    /// The answers of a function over a period, of all servers together; nil when none was counted.
    static func times(
        of function: String, during period: Interval, in transaction: any Transaction
    ) throws -> Histogram? {
        var total: Histogram?
        try transaction.visit(
            """
            SELECT counts FROM response_minute
            WHERE function = \(function) AND minute >= \(period.start) AND minute < \(period.end)
            """
        ) { row in
            let minute = try row.next(StoredCounts.self).histogram
            total = total ?? Histogram()
            total?.merge(minute)
        }
        return total
    }

    /// The requests of a function by the clock hour, of all servers together. One that a server error
    /// answered is late: it took longer than any limit. A 503 is also a refusal and counts as both, on the
    /// side on which a norm fails.
    static func load(
        of function: String, during period: Interval, in transaction: any Transaction
    ) throws -> LoadSeries {
        var buckets: [LoadBucket] = []
        try transaction.visit(
            """
            SELECT minute, counts FROM response_minute
            WHERE function = \(function) AND minute >= \(period.start) AND minute < \(period.end)
            """
        ) { row in
            let hour = try row.next(Instant.self).startOfHour
            let counts = try row.next(StoredCounts.self).histogram.counts
            let (offered, late) = (counts.reduce(0, +), counts.last ?? 0)
            buckets.append(
                LoadBucket(start: hour, load: Load(offered: offered, handled: offered - late, late: late)))
        }
        for (second, count) in try refusals(of: function, during: period, in: transaction) {
            buckets.append(
                LoadBucket(
                    start: second.startOfHour, load: Load(offered: count, handled: 0, refused: count)))
        }
        return LoadSeries(width: .hour, buckets: buckets)
    }

    /// How many requests a function refused for lack of capacity, by the second, on all servers together.
    static func refusals(
        of function: String, during period: Interval, in transaction: any Transaction
    ) throws -> [Instant: Int] {
        var refusals: [Instant: Int] = [:]
        try transaction.visit(
            """
            SELECT second, CAST(SUM(refused) AS BIGINT) FROM refusal_second
            WHERE function = \(function) AND second >= \(period.start) AND second < \(period.end)
            GROUP BY second
            """
        ) { row in
            refusals[try row.next()] = try row.next()
        }
        return refusals
    }
}

extension Instant {
    fileprivate var startOfHour: Instant { Instant(seconds: seconds - seconds % 3_600) }
}

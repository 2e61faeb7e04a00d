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

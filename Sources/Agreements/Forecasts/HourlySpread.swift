import CivilTime

/// How the volume of a month falls over its hours, as whole weights.
struct HourlySpread {
    /// The hours of the month in order, each with its weight.
    let hours: [(start: Instant, weight: Int)]
    let total: Int
    /// Whether every hour weighs the same, for want of a pattern.
    let isEven: Bool

    /// So many weeks back a day has the same weekday, and nearly the same place in the year.
    private static let daysBack = 364

    /// - Parameter pattern: what was offered a year before, in whatever buckets.
    init(of month: CivilMonth, after pattern: LoadSeries?) {
        let starts = Self.hours(of: month.interval)
        let loads = Self.byHour(pattern)
        let weights = starts.map { start in
            let local = LocalTime(start)
            let before = LocalTime(date: local.date.advanced(byDays: -Self.daysBack), time: local.time)
            return loads[Instant(before)] ?? 0
        }
        let sum = weights.reduce(0, +)
        isEven = sum == 0
        hours = zip(starts, weights).map { ($0, sum == 0 ? 1 : $1) }
        total = sum == 0 ? starts.count : sum
    }

    private static func hours(of interval: Interval) -> [Instant] {
        let count = interval.microseconds / 3_600_000_000
        return (0..<count).map { interval.start.advanced(bySeconds: $0 * 3_600) }
    }

    private static func byHour(_ pattern: LoadSeries?) -> [Instant: Int] {
        (pattern?.buckets ?? []).reduce(into: [:]) { loads, bucket in
            let seconds = bucket.start.seconds
            loads[Instant(seconds: seconds - seconds % 3_600), default: 0] += bucket.load.offered
        }
    }
}

import CivilTime
import SQL

/// A stretch of time over which a source was seen to answer, or not to. What a look saw holds for a minute,
/// or until the next look says otherwise; beyond that nothing is known.
struct SourceStretch: Sendable {
    let interval: Interval
    let isUp: Bool
    let lookCount: Int

    /// As long as the probe's: a minute.
    static let holdSeconds: Int64 = 60

    /// Adds one look. The stretch that covers the moment goes on when it saw the same, and ends there when
    /// not.
    static func note(
        isUp: Bool, reason: SourceAnswer.Reason?, of source: String, in transaction: any Transaction,
        at now: Instant
    ) throws {
        let holds = now.advanced(bySeconds: holdSeconds)
        let last = try last(of: source, in: transaction)
        if let last, last.interval.end >= now {
            // A look from before the start of the last stretch came in late, and adds nothing.
            guard last.interval.start <= now else { return }
            if last.isUp == isUp || last.interval.start == now {
                try transaction.run(
                    """
                    UPDATE source_stretch
                    SET until_at = \(max(holds, last.interval.end)), look_count = look_count + 1
                    WHERE source = \(source) AND from_at = \(last.interval.start)
                    """)
                return
            }
            try transaction.run(
                """
                UPDATE source_stretch SET until_at = \(now)
                WHERE source = \(source) AND from_at = \(last.interval.start)
                """)
        }
        try transaction.run(
            """
            INSERT INTO source_stretch (source, from_at, until_at, is_up, reason, look_count)
            VALUES (\(source), \(now), \(holds), \(isUp), \(isUp ? nil : reason), 1)
            """)
    }

    private static func last(
        of source: String, in transaction: any Transaction
    ) throws -> SourceStretch? {
        try transaction.first(
            """
            SELECT from_at, until_at, is_up, look_count FROM source_stretch
            WHERE source = \(source)
            ORDER BY from_at DESC
            LIMIT 1
            """, read)
    }

    /// Since when every look found it down; nil when the last one did not.
    static func downSince(_ source: String, in transaction: any Transaction) throws -> Instant? {
        let lastUp: Instant? = try transaction.value(
            """
            SELECT from_at FROM source_stretch
            WHERE source = \(source) AND is_up = 1
            ORDER BY from_at DESC
            LIMIT 1
            """)
        return try transaction.value(
            """
            SELECT from_at FROM source_stretch
            WHERE source = \(source) AND is_up = 0 AND from_at > \(lastUp ?? Instant(microseconds: 0))
            ORDER BY from_at
            LIMIT 1
            """)
    }

    /// Those that have a moment in common with a period, in order. A stretch ends before the next begins.
    static func all(
        of source: String, during period: Interval, in transaction: any Transaction
    ) throws -> [SourceStretch] {
        let before = try transaction.rows(
            """
            SELECT from_at, until_at, is_up, look_count FROM source_stretch
            WHERE source = \(source) AND from_at < \(period.start)
            ORDER BY from_at DESC
            LIMIT 1
            """, read)
        let within = try transaction.rows(
            """
            SELECT from_at, until_at, is_up, look_count FROM source_stretch
            WHERE source = \(source) AND from_at >= \(period.start) AND from_at < \(period.end)
            ORDER BY from_at
            """, read)
        return (before + within).filter { $0.interval.end > period.start }
    }

    private static func read(_ row: inout Row) throws -> SourceStretch {
        SourceStretch(
            interval: Interval(from: try row.next(), to: try row.next()), isUp: try row.next(),
            lookCount: try row.next())
    }
}

import Agreements
public import CivilTime
public import SQL

extension ResponseTimes {
    /// Writes the counts that changed. Each row gets its whole count, so writing it again, after a failure of
    /// which nobody knows whether it came before or after the commit, is the same as writing it once.
    public func flush(to database: any Database, at now: Instant) async throws {
        let changes = unflushed()
        if !changes.isEmpty {
            let source = source
            try await database.write { transaction in
                for (key, times) in changes.times {
                    try Self.write(times, key, source, in: transaction)
                }
                for (key, refused) in changes.refusals {
                    try Self.write(refused, key, source, in: transaction)
                }
            }
        }
        settle(changes, at: now)
    }

    private static func write(
        _ times: Histogram, _ key: Counted.Key, _ source: Identifier<ResponseTimes>,
        in transaction: any Transaction
    ) throws {
        try transaction.run(
            """
            INSERT INTO response_minute (function, minute, source, counts)
            VALUES (\(key.function), \(key.start), \(source), \(StoredCounts(times)))
            ON CONFLICT (function, minute, source) DO UPDATE SET counts = excluded.counts
            """)
    }

    private static func write(
        _ refused: Int, _ key: Counted.Key, _ source: Identifier<ResponseTimes>,
        in transaction: any Transaction
    ) throws {
        try transaction.run(
            """
            INSERT INTO refusal_second (function, second, source, refused)
            VALUES (\(key.function), \(key.start), \(source), \(refused))
            ON CONFLICT (function, second, source) DO UPDATE SET refused = excluded.refused
            """)
    }
}

import SQL

extension PostgresDatabase {
    /// What the server must promise about commits.
    public enum Durability: Sendable {
        /// A commit returns after it is synced; a server with `fsync = off` is refused.
        case synced
        /// For throw-away databases of tests, which may run without syncing.
        case unsynced
    }

    /// Connects to a server and checks that it keeps what it acknowledges.
    ///
    /// - Parameters:
    ///   - conninfo: As libpq reads it: `host=/run/postgresql dbname=peil user=peil`.
    ///   - connections: The most connections, which is also the most acts at the same time; opened as they
    ///   are needed.
    ///   - durability: Leave it, outside tests.
    /// - Throws: `SQLError.unavailable` where the server cannot be reached, `SQLError.wrongDatabase` where
    ///   its settings lose acknowledged acts or its encoding is not UTF-8.
    public static func connect(
        _ conninfo: String, connections: Int, durability: Durability = .synced
    ) async throws -> PostgresDatabase {
        let line = BlockingLine(
            label: "postgres", width: connections, waitingLimit: waitingLimit,
            patienceMilliseconds: patienceMilliseconds)
        let pool = ConnectionPool(conninfo: conninfo, durability: durability)
        try await line.run { try pool.lend { _ in } }
        return PostgresDatabase(connections: pool, line: line)
    }

    /// Beyond this many waiting acts the answer is "later" instead of memory.
    static let waitingLimit = 10_000
    /// An act that has waited ten seconds for a connection has lost its caller.
    static let patienceMilliseconds = 10_000
}

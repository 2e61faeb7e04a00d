public import SQL

/// The shared database: several servers beside each other on one PostgreSQL.
///
/// Acts are independent SERIALIZABLE transactions, so that a check and the write that rests on it hold
/// together without locks in the code; those that stood in each other's way are run again. An act is
/// acknowledged after its commit is synced, and on the standbys where the server is set to wait for them.
public final class PostgresDatabase: Database {
    private let connections: ConnectionPool
    private let line: BlockingLine

    public var dialect: Dialect { .postgres }

    init(connections: ConnectionPool, line: BlockingLine) {
        self.connections = connections
        self.line = line
    }

    @discardableResult
    public func write<Outcome: Sendable>(
        _ act: @escaping @Sendable (any Transaction) throws -> Outcome
    ) async throws -> Outcome {
        try await repeatingConflicts(.act, act)
    }

    public func read<Outcome: Sendable>(
        _ view: @escaping @Sendable (any Transaction) throws -> Outcome
    ) async throws -> Outcome {
        try await repeatingConflicts(.view, view)
    }

    public func close() async {
        await line.close()
        connections.close()
    }

    /// Runs an act until it met no other, at most so often. Between the tries it holds no connection and
    /// waits a random time, so that those who met do not meet again.
    ///
    /// A row that was there already can be another act's that committed after this one looked: PostgreSQL
    /// does not always call that a conflict. Run once more, the act sees that row; one that meets it again
    /// has its answer.
    private func repeatingConflicts<Outcome: Sendable>(
        _ kind: PostgresTransaction.Kind, _ act: @escaping @Sendable (any Transaction) throws -> Outcome
    ) async throws -> Outcome {
        let connections = connections
        var pauseMilliseconds = Self.firstPauseMilliseconds
        var hasMetRow = false
        for _ in 1..<Self.triesLimit {
            do {
                return try await line.run {
                    try connections.lend { connection in try connection.transaction(kind, act) }
                }
            } catch SQLError.contention {
                try await Task.sleep(for: .microseconds(Int.random(in: 0...pauseMilliseconds * 1_000)))
                pauseMilliseconds = min(pauseMilliseconds * 2, Self.longestPauseMilliseconds)
            } catch SQLError.constraint(let constraint) where constraint.kind == .unique && !hasMetRow {
                hasMetRow = true
            }
        }
        return try await line.run {
            try connections.lend { connection in try connection.transaction(kind, act) }
        }
    }

    /// Twenty tries take about a second: longer than any queue behind one row, shorter than a caller's
    /// patience.
    static let triesLimit = 20
    /// About the length of an act.
    static let firstPauseMilliseconds = 2
    /// Beyond this a pause no longer parts the acts better.
    static let longestPauseMilliseconds = 100
}

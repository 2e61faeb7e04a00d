public import SQL

/// The embedded database: one file, owned by this process, written by one thread and read by several.
///
/// An act is acknowledged after its transaction is synced. Acts that wait together share one transaction and
/// one sync, a savepoint each (``GroupCommit``), so that the disk's syncs do not bound the acts a second.
public final class SQLiteDatabase: Database {
    private let connections: Connections
    private let commits: GroupCommit
    private let readers: BlockingLine

    public var dialect: Dialect { .sqlite }

    /// Views are short and their pages cached: beyond a few readers a machine of 2 to 8 cores only switches
    /// threads.
    public static let readersDefault = 4
    /// Beyond this many waiting views the answer is "later" instead of memory.
    static let waitingViewsLimit = 10_000
    /// A page that has waited ten seconds has lost its reader.
    static let viewPatienceMilliseconds = 10_000

    private init(
        connections: Connections, readers: Int, onFailedSync: @escaping @Sendable (String) -> Never
    ) {
        self.connections = connections
        self.commits = GroupCommit(connections: connections, onFailedSync: onFailedSync)
        self.readers = BlockingLine(
            label: "sqlite.readers", width: readers, waitingLimit: Self.waitingViewsLimit,
            patienceMilliseconds: Self.viewPatienceMilliseconds)
    }

    /// Opens the database file, making it where it is not there.
    ///
    /// - Parameters:
    ///   - path: The file; `-wal` and `-shm` files stand beside it.
    ///   - readers: The most views that are read at the same time.
    ///   - onFailedSync: Called when the disk did not confirm a commit: what it holds is then unknown, and no
    ///     later sync would tell. The process must end; at the next start SQLite recovers what was synced.
    /// - Throws: `SQLError.unavailable` where the file cannot be opened, `SQLError.wrongDatabase` where it
    ///   cannot be held to synced commits.
    public static func open(
        path: String, readers: Int = SQLiteDatabase.readersDefault,
        onFailedSync: @escaping @Sendable (String) -> Never = endProcessAfterFailedSync
    ) throws -> SQLiteDatabase {
        SQLiteDatabase(
            connections: try Connections(path: path, readers: readers), readers: readers,
            onFailedSync: onFailedSync)
    }

    @discardableResult
    public func write<Outcome: Sendable>(
        _ act: @escaping @Sendable (any Transaction) throws -> Outcome
    ) async throws -> Outcome {
        try await withCheckedThrowingContinuation { continuation in
            commits.submit(QueuedAct(act, continuation))
        }
    }

    public func read<Outcome: Sendable>(
        _ view: @escaping @Sendable (any Transaction) throws -> Outcome
    ) async throws -> Outcome {
        let connections = connections
        return try await readers.run {
            try connections.read { reader in
                let transaction = SQLiteTransaction(reader)
                return try transaction.course.outcome { try view(transaction) }
            }
        }
    }

    public func close() async {
        await readers.close()
        await commits.close()
        do {
            try connections.close()
        } catch {
            // Everything acknowledged is synced: what SQLite could not tidy here, it recovers at the next
            // opening.
            return
        }
    }
}

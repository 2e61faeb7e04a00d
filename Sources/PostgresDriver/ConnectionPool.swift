import SQL
import Synchronization

/// The connections that nobody uses now. How many there are at most follows from the line, which lets in so
/// many calls.
final class ConnectionPool: Sendable {
    private let conninfo: String
    private let durability: PostgresDatabase.Durability
    private let idle = Mutex<[PostgresConnection]>([])

    init(conninfo: String, durability: PostgresDatabase.Durability) {
        self.conninfo = conninfo
        self.durability = durability
    }

    /// Lends a connection to one call at a time, on the thread of the call; a broken one is let go, not given
    /// back.
    func lend<Outcome>(_ use: (PostgresConnection) throws -> Outcome) throws -> Outcome {
        // The one used last: its statements are prepared, and those beyond the load stay idle.
        let connection =
            try idle.withLock { $0.popLast() }
            ?? PostgresConnection(conninfo: conninfo, durability: durability)
        defer {
            if connection.isReusable { idle.withLock { $0.append(connection) } }
        }
        return try use(connection)
    }

    func close() {
        idle.withLock { $0.removeAll() }
    }
}

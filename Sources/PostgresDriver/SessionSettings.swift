import SQL

/// What each session is set to, and what the server must be set to.
enum SessionSettings {
    /// An act waits so long for a row that another holds, and is then run again.
    static let lockSeconds = 10
    /// Acts do not wait for people: a transaction idle for a minute belongs to a server that hangs, and its
    /// locks are freed.
    static let idleInTransactionSeconds = 60

    static func apply(to connection: PostgresConnection) throws {
        try connection.control("SET lock_timeout = '\(lockSeconds)s'")
        try connection.control("SET idle_in_transaction_session_timeout = '\(idleInTransactionSeconds)s'")
    }

    /// Refuses a server that would acknowledge what it can lose. Nothing here is ever set to a weaker value.
    static func check(_ connection: PostgresConnection, durability: PostgresDatabase.Durability) throws {
        let encoding = try connection.setting("server_encoding")
        guard encoding == "UTF8" else {
            throw SQLError.wrongDatabase("the database is in \(encoding); make one with ENCODING 'UTF8'")
        }
        let synchronousCommit = try connection.setting("synchronous_commit")
        guard ["on", "remote_apply"].contains(synchronousCommit) else {
            throw SQLError.wrongDatabase(
                "synchronous_commit = \(synchronousCommit) loses acknowledged acts; set it to on"
            )
        }
        if case .synced = durability, try connection.setting("fsync") != "on" {
            throw SQLError.wrongDatabase(
                "the server has fsync = off, which loses acknowledged acts; set it to on")
        }
    }
}

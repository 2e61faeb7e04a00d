import GRDBSQLite
import SQL

/// One transaction for a group of acts, on the writer's thread.
struct GroupTransaction {
    private let writer: Connection

    enum Outcome {
        /// On disk; the callers may be told.
        case committed([QueuedAct.End])
        /// Nothing of the group was kept, and that is certain.
        case undone(SQLError)
        /// The disk did not confirm the commit: whether it was kept is not known.
        case unknown(String)
    }

    init(_ writer: Connection) {
        self.writer = writer
    }

    func run(_ group: [QueuedAct]) -> Outcome {
        do {
            try control("BEGIN IMMEDIATE")
            var ends: [QueuedAct.End] = []
            ends.reserveCapacity(group.count)
            for act in group {
                ends.append(group.count == 1 ? try runAlone(act) : try runWithSavepoint(act))
            }
            if sqlite3_get_autocommit(writer.handle) == 0 {
                try commit()
            }
            return .committed(ends)
        } catch let failure as SQLiteFailure {
            return outcome(of: failure)
        } catch {
            return .undone(.unavailable("\(type(of: error))"))
        }
    }

    /// An act alone in its group needs no savepoint: when it throws, the transaction is its own to undo.
    private func runAlone(_ act: QueuedAct) throws -> QueuedAct.End {
        let transaction = SQLiteTransaction(writer)
        let end = act.run(transaction)
        try check(transaction)
        if !end.succeeded { try control("ROLLBACK") }
        return end
    }

    private func runWithSavepoint(_ act: QueuedAct) throws -> QueuedAct.End {
        try control("SAVEPOINT act")
        let transaction = SQLiteTransaction(writer)
        let end = act.run(transaction)
        try check(transaction)
        if !end.succeeded { try control("ROLLBACK TO act") }
        try control("RELEASE act")
        return end
    }

    /// A full disk or a failed read can make SQLite undo the whole transaction; a failed sync ends
    /// everything.
    private func check(_ transaction: SQLiteTransaction) throws {
        if let failure = transaction.lastFailure, failure.isFailedSync { throw failure }
        if sqlite3_get_autocommit(writer.handle) != 0 {
            throw transaction.lastFailure
                ?? SQLiteFailure(SQLITE_ERROR, "an act ended the transaction it runs in")
        }
    }

    private func commit() throws {
        do {
            try control("COMMIT")
        } catch let failure as SQLiteFailure {
            var failure = failure
            failure.isFailedCommit = true
            throw failure
        }
    }

    private func outcome(of failure: SQLiteFailure) -> Outcome {
        if failure.isFailedSync { return .unknown(failure.message) }
        if sqlite3_get_autocommit(writer.handle) == 0 {
            do {
                try control("ROLLBACK")
            } catch {
                return .unknown("a transaction could not be undone: \(error)")
            }
        }
        return .undone(failure.error(on: writer))
    }

    private func control(_ text: String) throws {
        let statement = try writer.prepared(text)
        let code = sqlite3_step(statement)
        let failure = code == SQLITE_DONE ? nil : SQLiteFailure(of: writer)
        sqlite3_reset(statement)
        if let failure { throw failure }
    }
}

import CLibPQ
import SQL

extension PostgresConnection {
    /// Runs an act in a transaction of its own. Throws `SQLError.contention` when it must be run again,
    /// whatever the act made of the error it met.
    func transaction<Outcome>(
        _ kind: PostgresTransaction.Kind, _ act: (any Transaction) throws -> Outcome
    ) throws -> Outcome {
        try begin(kind)
        if prepared.isOutdated {
            try control("DEALLOCATE ALL")
            prepared = PreparedStatements()
        }
        let transaction = PostgresTransaction(self, kind)
        let outcome: Outcome
        do {
            outcome = try transaction.course.outcome { try act(transaction) }
        } catch {
            rollback()
            if case SQLError.contention? = transaction.course.failure { throw SQLError.contention }
            throw error
        }
        try commit()
        return outcome
    }

    private func begin(_ kind: PostgresTransaction.Kind) throws {
        do {
            try control(kind.opening)
        } catch SQLError.unavailable where PQstatus(handle) == CONNECTION_BAD {
            // The server was restarted while the connection was idle. Nothing has been run yet, so a second
            // try is safe.
            try reconnect()
            try control(kind.opening)
        }
    }

    /// Commits, and makes sure that it was one.
    private func commit() throws {
        notices.warning = nil
        let result: PostgresResult
        do {
            result = try control("COMMIT")
        } catch SQLError.unavailable(let reason) {
            throw SQLError.unavailable(
                "the commit was not confirmed, so whether the act was kept is unknown: \(reason)")
        } catch {
            rollback()
            throw error
        }
        // To COMMIT in a failed transaction the server answers ROLLBACK, without an error.
        guard result.command == "COMMIT" else {
            throw SQLError.statement("the transaction had failed before its commit")
        }
        // Such as 01000, "canceling wait for synchronous replication": on this server's disk, but not on the
        // standby's.
        if let warning = notices.warning {
            throw SQLError.unavailable("the commit was not confirmed by a standby (\(warning))")
        }
    }

    /// Undoes the transaction. Where that fails the connection is broken, and the server undoes by itself.
    private func rollback() {
        guard !isAbandoned, PQtransactionStatus(handle) != PQTRANS_IDLE else { return }
        PQclear(PQexec(handle, "ROLLBACK"))
    }
}

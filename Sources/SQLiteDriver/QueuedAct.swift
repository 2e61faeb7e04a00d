import SQL

/// An act that waits for its group, with its caller.
///
/// Running it and answering its caller are two steps: between them stands the commit.
struct QueuedAct: Sendable {
    /// Runs the act within a transaction. It may be run again; only the last end is told.
    let run: @Sendable (SQLiteTransaction) -> End
    /// Tells the caller that the act was not kept.
    let refuse: @Sendable (any Error) -> Void

    struct End {
        /// False when the act threw: its changes must be undone.
        let succeeded: Bool
        /// Tells the caller what came of it. After the commit, never before.
        let tell: @Sendable () -> Void
    }

    init<Outcome: Sendable>(
        _ act: @escaping @Sendable (any Transaction) throws -> Outcome,
        _ caller: CheckedContinuation<Outcome, any Error>
    ) {
        run = { transaction in
            do {
                let outcome = try transaction.course.outcome { try act(transaction) }
                return End(succeeded: true) { caller.resume(returning: outcome) }
            } catch {
                return End(succeeded: false) { caller.resume(throwing: error) }
            }
        }
        refuse = { error in caller.resume(throwing: error) }
    }
}

public import CivilTime
public import SQL

/// A lane in the hands of one worker. Its acts belong in the transaction of what the worker does, so that
/// both happen or neither: the effect is there exactly once.
///
/// Each act throws ``WorkError/leaseLost`` when another worker has taken the lane over.
public struct LeasedLane: Sendable {
    public let kind: WorkKind
    public let destination: String
    public let items: [WorkItem]
    /// Higher at each lease of the lane.
    public let token: Int64
    public let leasedUntil: Instant

    /// The item is done and goes.
    public func complete(_ item: WorkItem, in transaction: any Transaction) throws {
        try hold(in: transaction)
        let gone = try transaction.run("DELETE FROM work_item WHERE number = \(item.number)")
        guard gone == 1 else { throw WorkError.leaseLost }
    }

    /// Writes down how far a long item is, for whoever goes on with it.
    public func progress(_ item: WorkItem, _ progress: [UInt8], in transaction: any Transaction) throws {
        try hold(in: transaction)
        try transaction.run("UPDATE work_item SET progress = \(progress) WHERE number = \(item.number)")
    }

    public enum Retried: Sendable { case again, dead }

    /// The item failed and leaves the line until the moment given; the others go on. After the kind's limit
    /// of attempts it becomes a dead letter with the reason, which names no person.
    @discardableResult
    public func retry(
        _ item: WorkItem, at dueAt: Instant, reason: String, in transaction: any Transaction
    ) throws -> Retried {
        guard item.failures + 1 < kind.attemptLimit else {
            try bury(item, reason: reason, in: transaction)
            return .dead
        }
        try hold(in: transaction)
        try transaction.run(
            """
            UPDATE work_item
            SET due_at = \(dueAt), failures = failures + 1
            WHERE number = \(item.number)
            """)
        return .again
    }

    /// It is not the item's time yet: it leaves the line until the moment given, which is no failure.
    public func postpone(_ item: WorkItem, to dueAt: Instant, in transaction: any Transaction) throws {
        try hold(in: transaction)
        try transaction.run("UPDATE work_item SET due_at = \(dueAt) WHERE number = \(item.number)")
    }

    /// The item can never succeed: it is kept as a dead letter with the reason, which names no person.
    public func bury(_ item: WorkItem, reason: String, in transaction: any Transaction) throws {
        try hold(in: transaction)
        try transaction.run(
            """
            UPDATE work_item
            SET state = 2, reason = \(reason), failures = failures + 1
            WHERE number = \(item.number)
            """)
    }

    /// The destination answered: the lane is free for its next turn, when its next item is due or at the
    /// moment given.
    public func release(in transaction: any Transaction, nextAt: Instant? = nil) throws {
        try hold(in: transaction)
        try letGo(nextAt: nextAt ?? firstDue(in: transaction), failures: 0, in: transaction)
    }

    /// The destination failed: the whole lane waits, longer each time in a row. Jitter is a fraction from 0
    /// to 1.
    public func fail(in transaction: any Transaction, at now: Instant, jitter: Double) throws {
        let failures = try hold(in: transaction) + 1
        let wait = kind.backOff.microseconds(afterFailures: failures, jitter: jitter)
        try letGo(nextAt: now.advanced(byMicroseconds: wait), failures: failures, in: transaction)
    }

    /// More time for the same worker.
    public func extend(seconds: Int64, in transaction: any Transaction, at now: Instant) throws {
        try hold(in: transaction)
        try setLease(until: now.advanced(bySeconds: seconds), in: transaction)
    }
}

extension LeasedLane {
    func take(in transaction: any Transaction) throws {
        try setLease(until: leasedUntil, in: transaction)
    }

    func letGo(nextAt: Instant?, failures: Int, in transaction: any Transaction) throws {
        try transaction.run(
            """
            UPDATE lane
            SET next_at = \(nextAt), leased_until = NULL, failures = \(failures)
            WHERE kind = \(kind.name) AND destination = \(destination)
            """)
    }

    func firstDue(in transaction: any Transaction) throws -> Instant? {
        try transaction.value(
            """
            SELECT due_at
            FROM work_item
            WHERE kind = \(kind.name) AND destination = \(destination) AND state = 1
            ORDER BY due_at, number
            LIMIT 1
            """)
    }

    /// A leased lane has its next turn when the lease ends: a dead worker's lane comes up by itself.
    private func setLease(until: Instant, in transaction: any Transaction) throws {
        try transaction.run(
            """
            UPDATE lane
            SET next_at = \(until), leased_until = \(until), token = \(token)
            WHERE kind = \(kind.name) AND destination = \(destination)
            """)
    }

    /// Checks the lease and gives the lane's failures in a row. A lease that ran out holds while nobody took
    /// the lane over.
    @discardableResult
    private func hold(in transaction: any Transaction) throws -> Int {
        guard let failures = try failuresWhileHeld(in: transaction) else { throw WorkError.leaseLost }
        return failures
    }

    /// Nil when the lease is over: released, failed, or taken over.
    func failuresWhileHeld(in transaction: any Transaction) throws -> Int? {
        try transaction.value(
            """
            SELECT failures
            FROM lane
            WHERE kind = \(kind.name) AND destination = \(destination)
              AND token = \(token) AND leased_until IS NOT NULL
            """)
    }
}

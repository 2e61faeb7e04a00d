public import CivilTime
public import SQL

/// Work that must happen, as rows: written with the act that calls for it, done by whoever leases its lane.
public enum Work {
    /// Writes an item; it exists when the act's transaction commits. Ring the ``WorkBell`` after that.
    public static func enqueue(_ item: NewWorkItem, in transaction: any Transaction, at now: Instant) throws {
        try transaction.run(
            """
            INSERT INTO work_item (kind, destination, payload, due_at, enqueued_at, failures, state)
            VALUES (\(item.kind.name), \(item.destination), \(item.payload), \(item.dueAt), \(now), 0, 0)
            """)
    }

    /// The number of items that wait or are being worked on, dead letters not counted. For operators and
    /// tests.
    public static func pending(_ kind: WorkKind, in transaction: any Transaction) throws -> Int {
        try transaction.value("SELECT COUNT(*) FROM work_item WHERE kind = \(kind.name) AND state IN (0, 1)")
            ?? 0
    }
}

public import CivilTime
public import SQL

/// Reads the audit trail, newest first and by keyset.
public enum AuditTrail {
    public struct Recorded: Sendable {
        public let id: Identifier<AuditEntry>
        public let entry: AuditEntry
    }

    /// What was done to an object, before the entry given (exclusive) or from the newest.
    public static func entries(
        about object: AuditEntry.Object, before: Identifier<AuditEntry>? = nil, limit: Int,
        in transaction: any Transaction
    ) throws -> [Recorded] {
        try transaction.rows(
            """
            SELECT id, at, actor_kind, actor_id, actor_name, act, object_kind, object_id, detail, trace_id
            FROM audit_entry
            WHERE object_kind = \(object.kind) AND object_id = \(object.id) AND id < \(end(before))
            ORDER BY id DESC
            LIMIT \(limit)
            """, read)
    }

    /// What an actor did, before the entry given (exclusive) or from the newest.
    public static func entries(
        by actor: Actor, before: Identifier<AuditEntry>? = nil, limit: Int,
        in transaction: any Transaction
    ) throws -> [Recorded] {
        try transaction.rows(
            """
            SELECT id, at, actor_kind, actor_id, actor_name, act, object_kind, object_id, detail, trace_id
            FROM audit_entry
            WHERE actor_kind = \(actor.kind) AND actor_id = \(actor.id) AND id < \(end(before))
            ORDER BY id DESC
            LIMIT \(limit)
            """, read)
    }

    /// Deletes the oldest entries from before a moment, at most so many; gives their number. Call again while
    /// it is the limit.
    public static func expire(
        before moment: Instant, limit: Int, in transaction: any Transaction
    ) throws -> Int {
        try transaction.run(
            """
            DELETE FROM audit_entry
            WHERE id IN (
              SELECT id
              FROM audit_entry
              WHERE id < \(firstID(at: moment))
              ORDER BY id
              LIMIT \(limit)
            )
            """)
    }

    private static func read(_ row: inout Row) throws -> Recorded {
        let id = try row.next(Identifier<AuditEntry>.self)
        let at = try row.next(Instant.self)
        let actor = Actor(kind: try row.next(), id: try row.next(), name: try row.next())
        let act = try row.next(String.self)
        let object = AuditEntry.Object(kind: try row.next(), id: try row.next())
        let entry = AuditEntry(
            actor: actor, act: act, object: object, detail: try row.next(), at: at, traceID: try row.next())
        return Recorded(id: id, entry: entry)
    }
}

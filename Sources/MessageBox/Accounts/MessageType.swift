public import CivilTime
public import Identity
public import SQL

/// A kind of message that an organisation has announced it sends; only an active one is accepted.
public enum MessageType {
    public static func define(
        _ code: String, title: String, active: Bool, sensitive: Bool = false,
        of organisation: Organisation.ID, in transaction: any Transaction, at now: Instant
    ) throws {
        try transaction.run(
            """
            INSERT INTO message_type (organisation_id, code, title, active, sensitive, changed_at)
            VALUES (\(organisation), \(code), \(title), \(active), \(sensitive), \(now))
            ON CONFLICT (organisation_id, code) DO UPDATE
            SET title = excluded.title, active = excluded.active, sensitive = excluded.sensitive,
              changed_at = excluded.changed_at
            """)
    }

    /// Whether the subject of such a message stays out of its notification.
    public static func isSensitive(
        _ code: String, of organisation: Organisation.ID, in transaction: any Transaction
    ) throws -> Bool {
        try transaction.value(
            "SELECT sensitive FROM message_type WHERE organisation_id = \(organisation) AND code = \(code)")
            ?? false
    }

    static func isActive(
        _ code: String, of organisation: Organisation.ID, in transaction: any Transaction
    ) throws -> Bool {
        try transaction.value(
            "SELECT active FROM message_type WHERE organisation_id = \(organisation) AND code = \(code)")
            ?? false
    }
}

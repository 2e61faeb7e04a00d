public import CivilTime
public import Identity
public import SQL

/// A kind of message that an organisation has announced it sends; only an active one is accepted.
public struct MessageType: Sendable, Equatable {
    public let code: String
    public let title: String
    public let isActive: Bool
    /// The subject of such a message stays out of its notification.
    public let isSensitive: Bool
    /// Also its version: no two states of a type have the same.
    public let changedAt: Instant

    /// As the interface has it.
    public static let codeLimit = 8
    public static let titleLimit = 100
    /// More kinds of letters than any organisation sends; the list is read whole.
    public static let limit = 500

    /// The types of an organisation by code.
    public static func list(
        of organisation: Organisation.ID, in transaction: any Transaction
    ) throws -> [MessageType] {
        try transaction.rows(
            """
            SELECT code, title, active, sensitive, changed_at
            FROM message_type
            WHERE organisation_id = \(organisation)
            ORDER BY code
            LIMIT \(limit)
            """, read)
    }

    public static func find(
        _ code: String, of organisation: Organisation.ID, in transaction: any Transaction
    ) throws -> MessageType? {
        try transaction.first(
            """
            SELECT code, title, active, sensitive, changed_at
            FROM message_type
            WHERE organisation_id = \(organisation) AND code = \(code)
            """, read)
    }

    private static func read(_ row: inout Row) throws -> MessageType {
        MessageType(
            code: try row.next(), title: try row.next(), isActive: try row.next(),
            isSensitive: try row.next(), changedAt: try row.next())
    }

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

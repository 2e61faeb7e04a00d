public import CivilTime
public import Identity
public import SQL

/// What an organisation handed over in one call: a batch of messages, or a single one.
public struct Delivery: Sendable {
    public typealias ID = Identifier<Delivery>

    public enum Form: String, Sendable, Storable {
        case xml
        case json
    }

    public let id: ID
    public let organisation: Organisation.ID
    public let form: Form
    public let batchID: SupplierGUID
    public let messageCount: Int
    /// When the supplier made the batch; for a single message the moment of receipt.
    public let madeAt: Instant
    public let receivedAt: Instant
    /// How many of its messages have their line in the report.
    public let handledCount: Int
    public let processedAt: Instant?
}

extension Delivery {
    /// Finds a delivery by its own id, among those of one organisation: its own, and those it handed over for
    /// others.
    public static func find(
        _ id: ID, of organisation: Organisation.ID, in transaction: any Transaction
    ) throws -> Delivery? {
        try transaction.first(
            """
            SELECT id, organisation_id, form, batch_id, message_count, made_at, received_at, handled_count,
              processed_at
            FROM delivery
            WHERE id = \(id) AND (organisation_id = \(organisation) OR delivered_by = \(organisation))
            """, read)
    }

    /// The last delivery under a batch id: a batch may be handed over again with corrected messages. An
    /// intermediary finds what it handed over for others too.
    public static func last(
        _ batchID: SupplierGUID, of organisation: Organisation.ID, in transaction: any Transaction
    ) throws -> Delivery? {
        let own = try transaction.first(
            """
            SELECT id, organisation_id, form, batch_id, message_count, made_at, received_at, handled_count,
              processed_at
            FROM delivery
            WHERE organisation_id = \(organisation) AND batch_key = \(batchID.key)
            ORDER BY received_at DESC, id DESC
            LIMIT 1
            """, read)
        if let own { return own }
        return try transaction.first(
            """
            SELECT id, organisation_id, form, batch_id, message_count, made_at, received_at, handled_count,
              processed_at
            FROM delivery
            WHERE delivered_by = \(organisation) AND batch_key = \(batchID.key)
            ORDER BY received_at DESC, id DESC
            LIMIT 1
            """, read)
    }

    static func find(_ id: ID, in transaction: any Transaction) throws -> Delivery? {
        try transaction.first(
            """
            SELECT id, organisation_id, form, batch_id, message_count, made_at, received_at, handled_count,
              processed_at
            FROM delivery
            WHERE id = \(id)
            """, read)
    }

    private static func read(_ row: inout Row) throws -> Delivery {
        Delivery(
            id: try row.next(), organisation: try row.next(), form: try row.next(), batchID: try row.next(),
            messageCount: try row.next(), madeAt: try row.next(), receivedAt: try row.next(),
            handledCount: try row.next(), processedAt: try row.next())
    }
}

/// The acknowledgement of a delivery: given only after it is on disk.
public struct Receipt: Sendable {
    public let id: Delivery.ID
    public let batchID: SupplierGUID
    public let messageCount: Int
    public let receivedAt: Instant
    /// The same delivery came before; this is the first answer again.
    public let isRepeat: Bool
}

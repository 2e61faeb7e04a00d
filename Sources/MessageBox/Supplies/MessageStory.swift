public import CivilTime
public import Identity
import Journal
public import SQL
public import Sealing

/// What happened to one message, for who sent it: up to the moment it showed and its notification went out.
/// Whether it was read is the citizen's own business and is not in it.
public struct MessageStory: Sendable {
    public let message: SuppliedMessage
    public let form: Delivery.Form
    /// How many messages came with it.
    public let messageCount: Int
    /// Who handed it over, where that was an intermediary.
    public let deliveredBy: Organisation?
    /// When it got its outcome; the last message of its delivery decides.
    public let processedAt: Instant?
    /// Nil for a message that was rejected.
    public let placed: Placed?

    /// What became of a message in a box.
    public struct Placed: Sendable, Equatable {
        public let storedAt: Instant
        /// When it shows, or showed.
        public let publishedAt: Instant
        public let actionDeadlineAt: Instant?
        /// Whether the box was closed before it could show.
        public let isWithheld: Bool
        public let notifiedAt: Instant?
    }
}

extension MessageStory {
    /// The story of a message of an organisation; nil where it has no such one. It is about somebody, so a
    /// line in the processing log comes first.
    public static func tell(
        of place: SuppliedMessage.Place, for organisation: Organisation, keys: KeyRing,
        in transaction: any Transaction, at now: Instant
    ) throws -> MessageStory? {
        guard let message = try SuppliedMessage.find(place, of: organisation.id, in: transaction),
            let delivery = try Delivery.find(place.delivery, in: transaction)
        else { return nil }
        let hand: Organisation.ID? = try transaction.value(
            "SELECT delivered_by FROM delivery WHERE id = \(place.delivery)")
        var deliveredBy: Organisation?
        if let hand, hand != organisation.id { deliveredBy = try Organisation.find(hand, in: transaction) }
        var placed: Placed?
        if message.code == .processed {
            placed = try self.placed(message, organisation, keys, in: transaction, at: now)
        }
        return MessageStory(
            message: message, form: delivery.form, messageCount: delivery.messageCount,
            deliveredBy: deliveredBy, processedAt: delivery.processedAt, placed: placed)
    }

    private static func placed(
        _ message: SuppliedMessage, _ organisation: Organisation, _ keys: KeyRing,
        in transaction: any Transaction, at now: Instant
    ) throws -> Placed? {
        let found = try transaction.first(
            """
            SELECT message.person_id, message.id
            FROM message_key
            JOIN message ON message.id = message_key.message_id
            WHERE message_key.organisation_id = \(organisation.id)
              AND message_key.key = \(message.messageID.key)
            """
        ) { row in (try row.next(Person.ID.self), try row.next(Message.ID.self)) }
        guard let (id, messageID) = found, let person = try Person.find(id, in: transaction) else {
            return nil
        }
        try ProcessingLine(
            activity: .followMessage, organisation: organisation.oin.digits,
            subjects: [try person.logPseudonym(keys)], at: now
        ).record(in: transaction)
        return try transaction.first(
            """
            SELECT message.stored_at, message.published_at, message.action_deadline_at, box.state,
              box.changed_at, notification.sent_at
            FROM message
            JOIN box ON box.person_id = message.person_id
            LEFT JOIN notification ON notification.message_id = message.id
            WHERE message.id = \(messageID)
            """, Placed.init)
    }
}

extension MessageStory.Placed {
    fileprivate init(_ row: inout Row) throws {
        storedAt = try row.next()
        publishedAt = try row.next()
        actionDeadlineAt = try row.next()
        let isOpen = try row.next(Box.State.self) == .active
        isWithheld = try row.next(Instant.self) < publishedAt && !isOpen
        notifiedAt = try row.next()
    }
}

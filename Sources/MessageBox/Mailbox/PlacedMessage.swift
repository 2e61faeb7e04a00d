public import CivilTime
public import Identity
public import SQL
public import Sealing

/// A message to be put in a box as if it had come with an earlier delivery: without a line in its report and
/// without a notification. For filling an installation that is to be measured, where delivering each message
/// would take days.
public struct PlacedMessage: Sendable {
    private let sealed: SealedMessage
    private let entry: Portion.Entry
    private let placedAt: Instant

    public var id: Message.ID { sealed.id }

    public init(
        subject: String, text: String, for person: Person, from delivery: Delivery, keys: KeyRing,
        at now: Instant
    ) throws {
        var offered = OfferedMessage(messageID: delivery.batchID)
        offered.subject = subject
        offered.text = text
        entry = Portion.Entry(delivery: delivery, position: 1, offered: offered)
        let addressee = Addressee(person: person, contact: nil)
        sealed = try SealedMessage(entry, for: addressee, blobs: [], keys: keys, at: now)
        placedAt = now
    }

    public func insert(in transaction: any Transaction) throws {
        try sealed.insert(entry, in: transaction, at: placedAt)
    }

    /// The newest message of a box.
    public static func newest(of person: Person.ID, in transaction: any Transaction) throws -> Message.ID? {
        try transaction.value(
            """
            SELECT id FROM message
            WHERE person_id = \(person) AND place = \(Place.box)
            ORDER BY published_at DESC, id DESC
            LIMIT 1
            """)
    }
}

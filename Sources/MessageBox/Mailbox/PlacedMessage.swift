public import CivilTime
public import Identity
public import SQL
public import Sealing

extension Message {
    /// Puts a message in a box as if it had come with an earlier delivery: without a line in its report and
    /// without a notification. For filling an installation that is to be measured, where delivering each
    /// message would take days.
    @discardableResult
    public static func place(
        subject: String, text: String, for person: Person, from delivery: Delivery, keys: KeyRing,
        in transaction: any Transaction, at now: Instant
    ) throws -> ID {
        var offered = OfferedMessage(messageID: delivery.batchID)
        offered.subject = subject
        offered.text = text
        let entry = Portion.Entry(delivery: delivery, position: 1, offered: offered)
        let addressee = Addressee(person: person, contact: nil)
        let sealed = try SealedMessage(entry, for: addressee, blobs: [], keys: keys, at: now)
        try sealed.insert(entry, in: transaction, at: now)
        return sealed.id
    }
}

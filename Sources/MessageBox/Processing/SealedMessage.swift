import Blobs
import CivilTime
import Identity
import SQL
import Sealing
import Work

/// An accepted message, sealed under the key of the person it is for and ready to be put in the box.
struct SealedMessage: Sendable {
    let id: Message.ID
    let addressee: Addressee
    let heading: [UInt8]
    let body: [UInt8]
    let attachments: [(blob: StoredBlob, description: [UInt8])]
    let publishedAt: Instant

    init(
        _ entry: Portion.Entry, for addressee: Addressee, blobs: [StoredBlob], keys: KeyRing, at now: Instant
    ) throws {
        let id = Message.ID.new(milliseconds: now.microseconds / 1000)
        let key = try addressee.person.key(keys)
        let offered = entry.offered
        self.id = id
        self.addressee = addressee
        heading = Message.sealHeading(
            subject: offered.subject, reference: offered.reference, id: id, with: key)
        body = key.seal(Array((offered.text ?? "").utf8), for: .body(id))
        attachments = zip(blobs, offered.attachments).map { blob, attachment in
            (blob, key.seal(Array(attachment.description.utf8), for: .attachmentDescription(id)))
        }
        publishedAt = offered.publication.moment(atEarliest: now)
    }

    /// Whether the reader may have to be told.
    var isNotified: Bool { addressee.contact.map { $0.byPush || !$0.channels.isEmpty } ?? false }

    /// Takes the supplier's message id; false when another message in a box has it (DESIGN, decision 6).
    func takeKey(_ entry: Portion.Entry, in transaction: any Transaction) throws -> Bool {
        let taken = try transaction.run(
            """
            INSERT INTO message_key (organisation_id, key, message_id)
            VALUES (\(entry.delivery.organisation), \(entry.offered.messageID.key), \(id))
            ON CONFLICT (organisation_id, key) DO NOTHING
            """)
        return taken == 1
    }

    func insert(_ entry: Portion.Entry, in transaction: any Transaction, at now: Instant) throws {
        try transaction.run(
            """
            INSERT INTO message
              (id, person_id, organisation_id, delivery_id, type_code, heading_sealed, body_sealed,
               attachment_count, attachment_bytes, published_at, action_deadline_at, stored_at)
            VALUES
              (\(id), \(addressee.person.id), \(entry.delivery.organisation), \(entry.delivery.id),
               \(entry.offered.typeCode ?? ""), \(heading), \(body), \(attachments.count),
               \(entry.offered.attachmentBytes), \(publishedAt), \(entry.offered.actionDeadline), \(now))
            """)
        for (index, attachment) in attachments.enumerated() {
            try attachment.blob.insert(in: transaction)
            try transaction.run(
                """
                INSERT INTO attachment (message_id, number, blob_id, description_sealed, byte_count)
                VALUES (\(id), \(index + 1), \(attachment.blob.id), \(attachment.description),
                  \(attachment.blob.length))
                """)
        }
        if let contact = addressee.contact {
            try Notification.queue(for: id, to: contact, publishedAt: publishedAt, in: transaction, at: now)
        }
    }
}

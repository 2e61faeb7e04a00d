import Blobs
public import CivilTime
import Identity
import Journal
public import SQL
import Sealing

extension Mailbox {
    /// A message as it is; whether it counts as read does not change.
    public func look(at id: Message.ID, at now: Instant) async throws -> Message {
        let box = try await log(.readMessage, at: now)
        return try await facilities.database.read { transaction in
            try Self.message(id, in: box, transaction: transaction)
        }
    }

    /// Opens a message: it counts as read from now on.
    public func open(_ id: Message.ID, at now: Instant) async throws -> Message {
        let box = try await log(.readMessage, at: now)
        try await markRead(id, in: box, at: now)
        return try await facilities.database.read { transaction in
            try Self.message(id, in: box, transaction: transaction)
        }
    }

    private func markRead(_ id: Message.ID, in box: Opened, at now: Instant) async throws {
        let (owner, until) = (owner, box.showsUntil)
        let isUnread: Bool = try await facilities.database.read { transaction in
            let unread: Int64? = try transaction.value(
                """
                SELECT 1 FROM message
                WHERE id = \(id) AND person_id = \(owner) AND published_at <= \(until) AND read_at IS NULL
                  AND place <> 3
                """)
            return unread != nil
        }
        guard isUnread else { return }
        try await facilities.database.write { transaction in
            try transaction.run(
                """
                UPDATE message SET read_at = \(now)
                WHERE id = \(id) AND person_id = \(owner) AND published_at <= \(until) AND read_at IS NULL
                  AND place <> 3
                """)
        }
    }

    static func message(
        _ id: Message.ID, in box: Opened, transaction: any Transaction
    ) throws -> Message {
        let found = try transaction.first(
            """
            SELECT message.heading_sealed, message.body_sealed, message.published_at,
              message.action_deadline_at, message.read_at, message.attachment_count, message.place,
              organisation.name
            FROM message
            JOIN organisation ON organisation.id = message.organisation_id
            WHERE message.id = \(id) AND message.person_id = \(box.person.id)
              AND message.published_at <= \(box.showsUntil) AND message.place <> 3
            """
        ) { row in
            let text = try Message.openHeading(try row.next(), id: id, with: box.key)
            let body = try box.key.open(try row.next(), for: .body(id))
            let publishedAt: Instant = try row.next()
            let deadline: Instant? = try row.next()
            let readAt: Instant? = try row.next()
            let attachmentCount: Int = try row.next()
            let place: Place = try row.next()
            let heading = Message.Heading(
                id: id, sender: try row.next(), subject: text.subject, reference: text.reference,
                publishedAt: publishedAt, actionDeadlineAt: deadline, isRead: readAt != nil,
                attachmentCount: attachmentCount, place: place)
            return (heading, String(decoding: body, as: UTF8.self))
        }
        guard let (heading, text) = found else { throw MailboxError.noSuchMessage }
        return Message(
            heading: heading, text: text,
            attachments: try attachments(of: id, in: box, transaction: transaction))
    }

    private static func attachments(
        of id: Message.ID, in box: Opened, transaction: any Transaction
    ) throws -> [Message.Attachment] {
        try transaction.rows(
            """
            SELECT number, description_sealed, byte_count FROM attachment
            WHERE message_id = \(id)
            ORDER BY number
            """
        ) { row in
            let number: Int = try row.next()
            let description = try box.key.open(try row.next(), for: .attachmentDescription(id))
            return Message.Attachment(
                number: number, description: String(decoding: description, as: UTF8.self),
                byteCount: try row.next())
        }
    }
}

extension Mailbox {
    /// An attachment with its bytes; a message that is not in this box has none.
    public func attachment(
        _ number: Int, of id: Message.ID, at now: Instant
    ) async throws -> (Message.Attachment, bytes: [UInt8]) {
        let box = try await log(.readAttachment, at: now)
        let found = try await facilities.database.read { transaction in
            try transaction.first(
                """
                SELECT attachment.blob_id, attachment.description_sealed, attachment.byte_count
                FROM attachment
                JOIN message ON message.id = attachment.message_id
                WHERE attachment.message_id = \(id) AND attachment.number = \(number)
                  AND message.person_id = \(box.person.id) AND message.published_at <= \(box.showsUntil)
                """
            ) { row in
                let blob: Identifier<Blob> = try row.next()
                let description = try box.key.open(try row.next(), for: .attachmentDescription(id))
                let attachment = Message.Attachment(
                    number: number, description: String(decoding: description, as: UTF8.self),
                    byteCount: try row.next())
                return (blob, attachment)
            }
        }
        guard let (blob, attachment) = found else { throw MailboxError.noSuchAttachment }
        let bytes = try await facilities.blobs.bytes(of: blob, limit: facilities.limits.attachmentBytes)
        return (attachment, bytes)
    }
}

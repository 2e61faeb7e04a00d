public import CivilTime
import Identity
import Journal
public import SQL
import Sealing

/// A place in the list of a box: the message before or after which a page starts.
public struct BoxPosition: Sendable, Equatable {
    public let publishedAt: Instant
    public let id: Message.ID

    public init(publishedAt: Instant, id: Message.ID) {
        self.publishedAt = publishedAt
        self.id = id
    }
}

extension BoxPosition: Comparable {
    public static func < (left: BoxPosition, right: BoxPosition) -> Bool {
        (left.publishedAt, left.id) < (right.publishedAt, right.id)
    }
}

/// One page of the list of a box, newest first.
public struct BoxListing: Sendable {
    public let headings: [Message.Heading]
    public let hasOlder: Bool
    public let hasNewer: Bool
}

extension Mailbox {
    /// The messages published by now, newest first, older than the given position.
    public func list(olderThan position: BoxPosition?, limit: Int, at now: Instant) async throws -> BoxListing
    {
        precondition((1...Self.pageLimit).contains(limit), "the caller bounds the page")
        let box = try await log(.readBoxList, at: now)
        return try await facilities.database.read { transaction in
            // A position comes from an address that anyone can write: it never reaches past what shows.
            let newest = BoxPosition(publishedAt: box.showsUntil.advanced(byMicroseconds: 1), id: .lowest)
            let before = position.map { min($0, newest) } ?? newest
            let found = try Self.headings(
                box,
                """
                SELECT message.id, message.heading_sealed, message.published_at, message.action_deadline_at,
                  message.read_at, message.attachment_count, organisation.name
                FROM message
                JOIN organisation ON organisation.id = message.organisation_id
                WHERE message.person_id = \(box.person.id)
                  AND (message.published_at, message.id) < (\(before.publishedAt), \(before.id))
                ORDER BY message.published_at DESC, message.id DESC
                LIMIT \(limit + 1)
                """, in: transaction)
            return BoxListing(
                headings: Array(found.prefix(limit)), hasOlder: found.count > limit, hasNewer: position != nil
            )
        }
    }

    private static func headings(
        _ box: Opened, _ statement: Statement, in transaction: any Transaction
    ) throws -> [Message.Heading] {
        try transaction.rows(statement) { row in
            let id: Message.ID = try row.next()
            let text = try Message.openHeading(try row.next(), id: id, with: box.key)
            let publishedAt: Instant = try row.next()
            let deadline: Instant? = try row.next()
            let readAt: Instant? = try row.next()
            let attachments: Int = try row.next()
            return Message.Heading(
                id: id, sender: try row.next(), subject: text.subject, reference: text.reference,
                publishedAt: publishedAt, actionDeadlineAt: deadline, isRead: readAt != nil,
                attachmentCount: attachments)
        }
    }

    /// The number of unread messages, counted no further than a badge shows.
    public func unreadCount(at now: Instant) async throws -> Int {
        let owner = owner
        return try await facilities.database.read { transaction in
            try transaction.value(
                """
                SELECT COUNT(*) FROM (
                  SELECT 1 FROM message
                  WHERE person_id = \(owner) AND read_at IS NULL AND published_at <= \(now)
                  LIMIT \(Self.unreadLimit)
                ) AS unread
                """) ?? 0
        }
    }

    /// The badge reads "99+" from here on.
    public static let unreadLimit = 100
}

public import CivilTime
public import Identity
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

/// A page of a place, with the folders of the box and its number of unread messages.
public struct BoxPart: Sendable {
    public let listing: BoxListing
    public let folders: [Folder]
    public let unreadCount: Int
}

extension Mailbox {
    /// The messages in a place that are published by now, newest first, older than the given position.
    public func list(
        _ place: Place = .box, unreadOnly: Bool = false, olderThan position: BoxPosition?, limit: Int,
        at now: Instant
    ) async throws -> BoxListing {
        precondition((1...Self.pageLimit).contains(limit), "the caller bounds the page")
        let box = try await log(.readBoxList, at: now)
        let page = Page(place: place, unreadOnly: unreadOnly, before: position, limit: limit + 1)
        return try await facilities.database.read { transaction in
            try Self.listing(page, of: box, in: transaction)
        }
    }

    /// A part of a place of a box.
    struct Page: Sendable {
        let place: Place
        let unreadOnly: Bool
        let before: BoxPosition?
        let limit: Int
    }

    /// Two statements, as an index of what is unread serves only one that says so.
    static func headings(
        _ page: Page, of box: Opened, in transaction: any Transaction
    ) throws -> [Message.Heading] {
        // A position comes from an address that anyone can write: it never reaches past what shows.
        let newest = BoxPosition(publishedAt: box.showsUntil.advanced(byMicroseconds: 1), id: .lowest)
        let before = page.before.map { min($0, newest) } ?? newest
        guard page.unreadOnly else {
            return try headings(
                box,
                """
                SELECT message.id, message.heading_sealed, message.published_at, message.action_deadline_at,
                  message.read_at, message.attachment_count, message.place, organisation.name
                FROM message
                JOIN organisation ON organisation.id = message.organisation_id
                WHERE message.person_id = \(box.person.id) AND message.place = \(page.place)
                  AND (message.published_at, message.id) < (\(before.publishedAt), \(before.id))
                ORDER BY message.published_at DESC, message.id DESC
                LIMIT \(page.limit)
                """, in: transaction)
        }
        return try headings(
            box,
            """
            SELECT message.id, message.heading_sealed, message.published_at, message.action_deadline_at,
              message.read_at, message.attachment_count, message.place, organisation.name
            FROM message
            JOIN organisation ON organisation.id = message.organisation_id
            WHERE message.person_id = \(box.person.id) AND message.place = \(page.place)
              AND message.read_at IS NULL
              AND (message.published_at, message.id) < (\(before.publishedAt), \(before.id))
            ORDER BY message.published_at DESC, message.id DESC
            LIMIT \(page.limit)
            """, in: transaction)
    }

    static func headings(
        _ box: Opened, _ statement: Statement, in transaction: any Transaction
    ) throws -> [Message.Heading] {
        try transaction.rows(statement) { row in
            let id: Message.ID = try row.next()
            let text = try Message.openHeading(try row.next(), id: id, with: box.key)
            let publishedAt: Instant = try row.next()
            let deadline: Instant? = try row.next()
            let readAt: Instant? = try row.next()
            let attachments: Int = try row.next()
            let place: Place = try row.next()
            return Message.Heading(
                id: id, sender: try row.next(), subject: text.subject, reference: text.reference,
                publishedAt: publishedAt, actionDeadlineAt: deadline, isRead: readAt != nil,
                attachmentCount: attachments, place: place)
        }
    }

    /// The number of unread messages where messages arrive, counted no further than a badge shows.
    public func unreadCount(at now: Instant) async throws -> Int {
        let owner = owner
        return try await facilities.database.read { transaction in
            try Self.unreadCount(of: owner, in: transaction, at: now)
        }
    }

    /// The same, in a view that reads more than this.
    public static func unreadCount(
        of owner: Person.ID, in transaction: any Transaction, at now: Instant
    ) throws -> Int {
        try transaction.value(
            """
            SELECT COUNT(*) FROM (
              SELECT 1 FROM message
              WHERE person_id = \(owner) AND place = \(Place.box) AND read_at IS NULL
                AND published_at <= \(now)
              LIMIT \(unreadLimit)
            ) AS unread
            """) ?? 0
    }

    /// The badge reads "99+" from here on.
    public static let unreadLimit = 100
}

extension Mailbox {
    /// A page of a place with what stands beside it: one look, with one line in the processing log.
    public func page(
        _ place: Place, unreadOnly: Bool, olderThan position: BoxPosition?, limit: Int, at now: Instant
    ) async throws -> BoxPart {
        precondition((1...Self.pageLimit).contains(limit), "the caller bounds the page")
        let box = try await log(.readBoxList, at: now)
        let page = Page(place: place, unreadOnly: unreadOnly, before: position, limit: limit + 1)
        return try await facilities.database.read { transaction in
            BoxPart(
                listing: try Self.listing(page, of: box, in: transaction),
                folders: try Self.folders(of: box, in: transaction),
                unreadCount: try Self.unreadCount(of: box.person.id, in: transaction, at: now))
        }
    }

    private static func listing(
        _ page: Page, of box: Opened, in transaction: any Transaction
    ) throws -> BoxListing {
        let found = try headings(page, of: box, in: transaction)
        return BoxListing(
            headings: Array(found.prefix(page.limit - 1)), hasOlder: found.count >= page.limit,
            hasNewer: page.before != nil)
    }
}

public import CivilTime
import Identity
import Journal
import SQL
import Sealing

/// What may lie on a device of a message: from whom, when, and about what unless its kind is sensitive.
public struct OfflineLine: Sendable, Equatable {
    public let sender: String
    public let subject: String?
    public let publishedAt: Instant
    public let isRead: Bool
}

extension Mailbox {
    /// As many as the first page of the box.
    private static let offlineLimit = 25

    /// The newest messages where messages arrive, for the list that the app keeps (SNO-05): what is out of
    /// sight is not carried about. The subject of a sensitive one is not even opened.
    public func offlineList(at now: Instant) async throws -> [OfflineLine] {
        let box = try await log(.readBoxList, at: now)
        return try await facilities.database.read { transaction in
            try transaction.rows(
                """
                SELECT message.id, message.heading_sealed, message.published_at, message.read_at,
                  organisation.name, COALESCE(message_type.sensitive, 1)
                FROM message
                JOIN organisation ON organisation.id = message.organisation_id
                LEFT JOIN message_type ON message_type.organisation_id = message.organisation_id
                  AND message_type.code = message.type_code
                WHERE message.person_id = \(box.person.id) AND message.place = \(Place.box)
                  AND message.published_at <= \(box.showsUntil)
                ORDER BY message.published_at DESC, message.id DESC
                LIMIT \(Self.offlineLimit)
                """
            ) { row in
                let id: Message.ID = try row.next()
                let heading: [UInt8] = try row.next()
                let publishedAt: Instant = try row.next()
                let readAt: Instant? = try row.next()
                let sender: String = try row.next()
                let isSensitive: Bool = try row.next()
                return OfflineLine(
                    sender: sender,
                    subject: isSensitive
                        ? nil : try Message.openHeading(heading, id: id, with: box.key).subject,
                    publishedAt: publishedAt, isRead: readAt != nil)
            }
        }
    }
}

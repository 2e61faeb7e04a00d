public import CivilTime
import Identity
import Journal
import SQL

/// One page of what a search found, newest first.
public struct SearchFindings: Sendable {
    public let headings: [Message.Heading]
    public let hasOlder: Bool
    /// False while a large box is being read in: the same search finds more when it is asked again.
    public let isComplete: Bool
}

extension Mailbox {
    /// Looks for messages that have all words of a question, in subject, reference, sender or text.
    ///
    /// - Parameter place: nil for everywhere in the box.
    public func search(
        _ question: SearchQuestion, in place: Place? = nil, olderThan position: BoxPosition?, limit: Int,
        at now: Instant
    ) async throws -> SearchFindings {
        precondition((1...Self.pageLimit).contains(limit), "the caller bounds the page")
        let box = try await log(.searchBox, at: now)
        let (index, isComplete) = try await readIn(box)
        let found = index.parts.lazy.flatMap(\.entries)
            .filter { entry in
                let at = BoxPosition(publishedAt: entry.publishedAt, id: entry.id)
                return position.map { at < $0 } ?? true && question.isAnswered(by: entry)
            }
            .map { BoxPosition(publishedAt: $0.publishedAt, id: $0.id) }
        let ids = found.sorted(by: >).map(\.id)
        let headings = try await facilities.database.read { transaction in
            try Self.first(limit + 1, of: ids, in: place, of: box, transaction: transaction)
        }
        return SearchFindings(
            headings: Array(headings.prefix(limit)), hasOlder: headings.count > limit, isComplete: isComplete)
    }

    /// How often a search that meets another one starts again.
    private static let turnLimit = 5

    /// The words of the box, with those of new messages in it.
    private func readIn(_ box: Opened) async throws -> (SearchIndex, isComplete: Bool) {
        for _ in 1..<Self.turnLimit {
            do {
                return try await readInOnce(box)
            } catch MailboxError.changedMeanwhile {
                continue
            }
        }
        return try await readInOnce(box)
    }

    private func readInOnce(_ box: Opened) async throws -> (SearchIndex, isComplete: Bool) {
        let (index, missing) = try await facilities.database.read { transaction in
            let index = try SearchIndex.load(of: box, in: transaction)
            return (index, try index.missing(of: box, in: transaction))
        }
        guard !missing.isEmpty else { return (index, true) }
        let some = Array(missing.prefix(SearchIndex.messagesPerSearch))
        let isComplete = some.count == missing.count
        let grown = try await facilities.database.write { transaction in
            var grown = index
            try grown.add(some, isComplete: isComplete, of: box, in: transaction)
            return grown
        }
        return (grown, isComplete)
    }

    /// The first so many of the messages, in the order given, that lie in the place and still show.
    private static func first(
        _ count: Int, of ids: [Message.ID], in place: Place?, of box: Opened, transaction: any Transaction
    ) throws -> [Message.Heading] {
        var headings: [Message.Heading] = []
        var rest = ids[...]
        while headings.count < count, !rest.isEmpty {
            let some = Array(rest.prefix(Statement.listLimit))
            rest = rest.dropFirst(some.count)
            let found = try Self.headings(
                box,
                """
                SELECT message.id, message.heading_sealed, message.published_at, message.action_deadline_at,
                  message.read_at, message.attachment_count, message.place, organisation.name
                FROM message
                JOIN organisation ON organisation.id = message.organisation_id
                WHERE message.id IN (\(list: some)) AND message.person_id = \(box.person.id)
                  AND message.place <> 3 AND message.published_at <= \(box.showsUntil)
                """, in: transaction)
            let byID = Dictionary(uniqueKeysWithValues: found.map { ($0.id, $0) })
            headings += some.compactMap { byID[$0] }.filter { place == nil || $0.place == place }
        }
        return Array(headings.prefix(count))
    }

    /// Every place of a box.
    static func places(of box: Opened, in transaction: any Transaction) throws -> [Place] {
        let folders = try transaction.rows(
            "SELECT number FROM folder WHERE person_id = \(box.person.id)"
        ) { row in Place.folder(try row.next()) }
        return [.box, .archive, .bin] + folders
    }
}

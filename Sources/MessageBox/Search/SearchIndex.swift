import CivilTime
import Identity
import SQL
import Sealing

/// The words of a whole box, opened. Messages come into it when their owner searches, so that delivering
/// costs nothing and who never searches has none.
struct SearchIndex: Sendable {
    private(set) var parts: [SearchPart]
    /// Counts every change, so that two searches at once do not add the same messages twice.
    private var version: Int64
    /// Every message published up to here is in it.
    private var completeUntil: Instant

    /// More messages than this wait for the next search, so that the first answer comes within seconds.
    static let messagesPerSearch = 5_000
    /// A message may be committed a while after the moment it bears; no act takes so long as a day.
    private static let overlapSeconds: Int64 = 86_400

    static func load(of box: Mailbox.Opened, in transaction: any Transaction) throws -> SearchIndex {
        let state = try transaction.first(
            "SELECT version, complete_until FROM search_index WHERE person_id = \(box.person.id)"
        ) { row in (try row.next(Int64.self), try row.next(Instant.self)) }
        let parts = try transaction.rows(
            """
            SELECT number, words_sealed FROM search_part
            WHERE person_id = \(box.person.id)
            ORDER BY number
            """
        ) { row in
            try SearchPart(number: row.next(), sealed: row.next(), of: box.person.id, with: box.key)
        }
        return SearchIndex(
            parts: parts, version: state?.0 ?? 0, completeUntil: state?.1 ?? Instant(microseconds: 0))
    }

    /// The messages that are not in it yet, newest first; one more than may be added at once when there are.
    func missing(of box: Mailbox.Opened, in transaction: any Transaction) throws -> [Message.ID] {
        let known = Set(parts.lazy.flatMap(\.entries).map(\.id))
        let since = completeUntil.advanced(bySeconds: -Self.overlapSeconds)
        let places = try Mailbox.places(of: box, in: transaction)
        var missing: [Message.ID] = []
        try transaction.visit(
            """
            SELECT id FROM message
            WHERE person_id = \(box.person.id) AND place IN (\(list: places))
              AND published_at > \(since) AND published_at <= \(box.showsUntil)
            ORDER BY published_at DESC, id DESC
            """
        ) { row in
            let id: Message.ID = try row.next()
            if missing.count <= Self.messagesPerSearch, !known.contains(id) { missing.append(id) }
        }
        return missing
    }
}

extension SearchIndex {
    /// Adds messages, and writes the parts that they went into.
    ///
    /// - Parameter isComplete: whether nothing is missing after these.
    /// - Throws: ``MailboxError/changedMeanwhile`` when another search added something since this was loaded.
    mutating func add(
        _ ids: [Message.ID], isComplete: Bool, of box: Mailbox.Opened, in transaction: any Transaction
    ) throws {
        try takeTurn(isComplete: isComplete, of: box, in: transaction)
        var changed: Set<Int64> = []
        for start in stride(from: 0, to: ids.count, by: SearchPart.entryLimit) {
            let some = Array(ids[start..<min(start + SearchPart.entryLimit, ids.count)])
            for entry in try Self.entries(some, of: box, in: transaction) {
                changed.insert(append(entry))
            }
        }
        for part in parts where changed.contains(part.number) {
            try part.write(of: box.person.id, with: box.key, in: transaction)
        }
    }

    private mutating func append(_ entry: SearchPart.Entry) -> Int64 {
        if parts.last.map({ $0.entries.count >= SearchPart.entryLimit }) ?? true {
            parts.append(SearchPart(number: (parts.last?.number ?? 0) + 1))
        }
        parts[parts.count - 1].add(entry)
        return parts[parts.count - 1].number
    }

    private mutating func takeTurn(
        isComplete: Bool, of box: Mailbox.Opened, in transaction: any Transaction
    ) throws {
        if isComplete { completeUntil = box.showsUntil }
        let taken = try transaction.run(
            """
            INSERT INTO search_index (person_id, version, complete_until)
            VALUES (\(box.person.id), \(version + 1), \(completeUntil))
            ON CONFLICT (person_id) DO UPDATE
            SET version = excluded.version, complete_until = excluded.complete_until
            WHERE search_index.version = \(version)
            """)
        guard taken == 1 else { throw MailboxError.changedMeanwhile }
        version += 1
    }

    private static func entries(
        _ ids: [Message.ID], of box: Mailbox.Opened, in transaction: any Transaction
    ) throws -> [SearchPart.Entry] {
        try transaction.rows(
            """
            SELECT message.id, message.heading_sealed, message.body_sealed, message.published_at,
              organisation.name
            FROM message
            JOIN organisation ON organisation.id = message.organisation_id
            WHERE message.id IN (\(list: ids)) AND message.person_id = \(box.person.id)
              AND message.place <> 3
            """
        ) { row in
            let id: Message.ID = try row.next()
            let heading = try Message.openHeading(try row.next(), id: id, with: box.key)
            let body = try box.key.open(try row.next(), for: .body(id))
            let publishedAt: Instant = try row.next()
            let sender: String = try row.next()
            let text = Message.withLineBreaks(String(decoding: body, as: UTF8.self))
            return SearchPart.Entry(
                id, publishedAt: publishedAt, texts: [heading.subject, heading.reference ?? "", sender, text])
        }
    }
}

extension SearchPart {
    /// Writes the part; one without entries goes.
    func write(of person: Person.ID, with key: DataKey, in transaction: any Transaction) throws {
        guard !entries.isEmpty else {
            try transaction.run(
                "DELETE FROM search_part WHERE person_id = \(person) AND number = \(number)")
            return
        }
        try transaction.run(
            """
            INSERT INTO search_part (person_id, number, entry_count, words_sealed)
            VALUES (\(person), \(number), \(entries.count), \(sealed(of: person, with: key)))
            ON CONFLICT (person_id, number) DO UPDATE
            SET entry_count = excluded.entry_count, words_sealed = excluded.words_sealed
            """)
    }
}

extension SearchIndex {
    /// Takes erased messages out of the words of their box.
    static func forget(
        _ ids: Set<Message.ID>, of box: Mailbox.Opened, in transaction: any Transaction
    ) throws {
        let index = try load(of: box, in: transaction)
        var parts = index.parts
        for place in parts.indices {
            let count = parts[place].entries.count
            parts[place].remove(ids)
            guard parts[place].entries.count < count else { continue }
            try parts[place].write(of: box.person.id, with: box.key, in: transaction)
        }
        // A search that has the old words loaded must not write them back.
        try transaction.run(
            "UPDATE search_index SET version = version + 1 WHERE person_id = \(box.person.id)")
    }
}

public import CivilTime
import Identity
import Journal
import SQL
import Sealing

extension Mailbox {
    /// The most folders a box has: a menu that can still be looked through.
    public static let folderLimit = 50

    /// The folders by name, each with its unread messages.
    public func folders(at now: Instant) async throws -> [Folder] {
        let box = try await log(.readBoxList, at: now)
        return try await facilities.database.read { try Self.folders(of: box, in: $0) }
    }

    static func folders(of box: Opened, in transaction: any Transaction) throws -> [Folder] {
        try transaction.rows(
            """
            SELECT folder.number, folder.name_sealed,
              (SELECT COUNT(*) FROM (
                SELECT 1 FROM message
                WHERE message.person_id = folder.person_id AND message.place = folder.number
                  AND message.read_at IS NULL AND message.published_at <= \(box.showsUntil)
                LIMIT \(unreadLimit)
              ) AS unread)
            FROM folder
            WHERE folder.person_id = \(box.person.id)
            ORDER BY folder.number
            """
        ) { row in
            let id: Folder.ID = try row.next()
            let name = try box.key.open(try row.next(), for: .folderName(box.person.id, id))
            return Folder(id: id, name: String(decoding: name, as: UTF8.self), unreadCount: try row.next())
        }.sorted { ($0.name.lowercased(), $0.name) < ($1.name.lowercased(), $1.name) }
    }

    /// Makes a folder.
    public func makeFolder(_ name: FolderName, at now: Instant) async throws -> Folder.ID {
        try await act(.arrangeBox, at: now) { box, transaction in
            let existing = try Self.folders(of: box, in: transaction)
            guard existing.count < Self.folderLimit else { throw MailboxError.tooManyFolders }
            guard !existing.contains(where: { name.isHeard(as: $0.name) }) else {
                throw MailboxError.folderNameTaken
            }
            let id = Folder.ID.new()
            let sealed = box.key.seal(Array(name.text.utf8), for: .folderName(box.person.id, id))
            try transaction.run(
                """
                INSERT INTO folder (person_id, number, name_sealed, made_at)
                VALUES (\(box.person.id), \(id), \(sealed), \(now))
                """)
            return id
        }
    }

    /// Gives a folder another name.
    ///
    /// - Parameter seen: throws for a folder that is not as who asks saw it.
    public func rename(
        _ id: Folder.ID, to name: FolderName, seen: @escaping @Sendable (Folder) throws -> Void = { _ in },
        at now: Instant
    ) async throws {
        try await act(.arrangeBox, at: now) { box, transaction in
            let folders = try Self.folders(of: box, in: transaction)
            guard let current = folders.first(where: { $0.id == id }) else {
                throw MailboxError.noSuchFolder
            }
            try seen(current)
            let others = folders.filter { $0.id != id }
            guard !others.contains(where: { name.isHeard(as: $0.name) }) else {
                throw MailboxError.folderNameTaken
            }
            let sealed = box.key.seal(Array(name.text.utf8), for: .folderName(box.person.id, id))
            try transaction.run(
                """
                UPDATE folder SET name_sealed = \(sealed)
                WHERE person_id = \(box.person.id) AND number = \(id)
                """)
        }
    }

    /// Removes a folder; the messages in it go back to where messages arrive.
    ///
    /// - Returns: how many did.
    @discardableResult
    public func remove(_ id: Folder.ID, at now: Instant) async throws -> Int {
        try await act(.arrangeBox, at: now) { box, transaction in
            let removed = try transaction.run(
                "DELETE FROM folder WHERE person_id = \(box.person.id) AND number = \(id)")
            guard removed == 1 else { throw MailboxError.noSuchFolder }
            return try transaction.run(
                """
                UPDATE message SET place = \(Place.box), place_before = \(Place.box), moved_at = \(now)
                WHERE person_id = \(box.person.id) AND place = \(Place.folder(id))
                """)
        }
    }

    static func exists(_ id: Folder.ID, of box: Opened, in transaction: any Transaction) throws -> Bool {
        let found: Int64? = try transaction.value(
            "SELECT 1 FROM folder WHERE person_id = \(box.person.id) AND number = \(id)")
        return found != nil
    }
}

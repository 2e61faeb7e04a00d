import Blobs
public import CivilTime
public import Identity
public import SQL

extension Account {
    /// One part of a round: accounts are large or small, and no transaction should hold the writer long.
    private static let partLimit = 20

    /// Erases the accounts that were closed before a moment: attachments go, wishes go, and the person's key
    /// is destroyed, under which everything else about the person is sealed.
    ///
    /// The counts of what was delivered stay: they are evidence, and lead to nobody any more.
    public static func eraseClosed(before: Instant, facilities: Facilities, at now: Instant) async throws {
        while try await erasePart(before: before, facilities: facilities, at: now) == partLimit {}
    }

    private static func erasePart(
        before: Instant, facilities: Facilities, at now: Instant
    ) async throws -> Int {
        try await facilities.database.write { transaction in
            let people = try closed(before: before, in: transaction)
            for person in people { try erase(person, facilities: facilities, in: transaction, at: now) }
            return people.count
        }
    }

    /// The first part of the accounts that were closed before a moment and still hold something.
    public static func closed(
        before: Instant, in transaction: any Transaction
    ) throws -> [Person.ID] {
        try transaction.rows(
            """
            SELECT person_id FROM box
            WHERE state = 'closed' AND erased_at IS NULL AND changed_at < \(before)
            ORDER BY changed_at
            LIMIT \(partLimit)
            """
        ) { row in try row.next() }
    }

    private static func erase(
        _ person: Person.ID, facilities: Facilities, in transaction: any Transaction, at now: Instant
    ) throws {
        let attachments = try transaction.rows(
            """
            SELECT attachment.message_id, attachment.number, attachment.blob_id
            FROM message
            JOIN attachment ON attachment.message_id = message.id
            WHERE message.person_id = \(person)
            """
        ) { row in
            (try row.next(Message.ID.self), try row.next(Int.self), try row.next(Identifier<Blob>.self))
        }
        for (message, number, blob) in attachments {
            try transaction.run(
                "DELETE FROM attachment WHERE message_id = \(message) AND number = \(number)")
            try facilities.blobs.delete(blob, in: transaction)
        }
        try transaction.run("DELETE FROM type_preference WHERE person_id = \(person)")
        try transaction.run("DELETE FROM preference WHERE person_id = \(person)")
        try transaction.run("DELETE FROM email_confirmation WHERE person_id = \(person)")
        try transaction.run("DELETE FROM device WHERE person_id = \(person)")
        try transaction.run(
            """
            UPDATE box
            SET email_sealed = NULL, email_id = NULL, email_confirmed_at = NULL, erased_at = \(now)
            WHERE person_id = \(person)
            """)
        try AppGrant.revokeAll(of: person, in: transaction, at: now)
        try Person.erase(person, in: transaction)
    }
}

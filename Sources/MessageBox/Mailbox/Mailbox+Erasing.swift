import Blobs
public import CivilTime
import Identity
import Journal
public import SQL

extension Mailbox {
    /// Erases messages that lie in the bin, at once and for good: all of them, or none.
    public func erase(_ ids: [Message.ID], at now: Instant) async throws {
        let facilities = facilities
        try await act(.eraseMessage, at: now) { box, transaction in
            try Self.check(ids, in: box, transaction: transaction)
            let binned: Int? = try transaction.value(
                """
                SELECT COUNT(*) FROM message
                WHERE id IN (\(list: ids)) AND person_id = \(box.person.id) AND place = \(Place.bin)
                """)
            guard binned == Set(ids).count else { throw MailboxError.notInBin }
            try Self.erase(
                ids, of: box, by: .citizen("\(box.person.id)"), facilities: facilities, in: transaction,
                at: now)
        }
    }

    /// Empties messages of what they held: heading, text, attachments, and the words they were found by. A
    /// row stays of each, with what was counted and reported about it.
    static func erase(
        _ ids: [Message.ID], of box: Opened, by actor: Actor, facilities: Facilities,
        in transaction: any Transaction, at now: Instant
    ) throws {
        let blobs = try transaction.rows(
            "SELECT blob_id FROM attachment WHERE message_id IN (\(list: ids))"
        ) { row in try row.next(Identifier<Blob>.self) }
        try transaction.run("DELETE FROM attachment WHERE message_id IN (\(list: ids))")
        for blob in blobs { try facilities.blobs.delete(blob, in: transaction) }
        let nothing: [UInt8] = []
        try transaction.run(
            """
            UPDATE message
            SET place = \(Place.erased), heading_sealed = \(nothing), body_sealed = \(nothing)
            WHERE id IN (\(list: ids)) AND person_id = \(box.person.id)
            """)
        try SearchIndex.forget(Set(ids), of: box, in: transaction)
        for id in Set(ids).sorted() {
            try AuditEntry(
                actor: actor, act: "message.erase", object: .init(kind: "message", id: "\(id)"), at: now
            ).record(in: transaction)
        }
    }
}

import CivilTime
import Identity
import SQL

/// What came for one person since the day before, told together: one item of the lane a person a day.
struct Digest: Sendable {
    typealias ID = Identifier<Digest>

    /// Finds the digest of that moment, or begins it and puts it in line.
    static func join(
        _ person: Person.ID, _ channel: Contact.Channel, dueAt: Instant, in transaction: any Transaction,
        at now: Instant
    ) throws -> ID {
        let known = try transaction.value(
            """
            SELECT id FROM digest
            WHERE person_id = \(person) AND channel = \(channel) AND due_at = \(dueAt)
            """, as: ID.self)
        if let known { return known }
        let id = ID.new(milliseconds: now.microseconds / 1_000)
        try transaction.run(
            """
            INSERT INTO digest (id, person_id, channel, due_at)
            VALUES (\(id), \(person), \(channel), \(dueAt))
            """)
        try Errand.digest(id).enqueue(in: transaction, dueAt: dueAt, at: now)
        return id
    }

    static func person(of id: ID, in transaction: any Transaction) throws -> Person.ID? {
        try transaction.value("SELECT person_id FROM digest WHERE id = \(id)")
    }

    /// How many messages of whom, that the person has not read yet; most first.
    static func counts(
        of id: ID, in transaction: any Transaction
    ) throws -> [(sender: String, count: Int)] {
        try transaction.rows(
            """
            SELECT organisation.name, COUNT(*)
            FROM notification
            JOIN message ON message.id = notification.message_id
            JOIN organisation ON organisation.id = message.organisation_id
            WHERE notification.digest_id = \(id) AND message.read_at IS NULL
            GROUP BY organisation.name
            ORDER BY COUNT(*) DESC, organisation.name
            LIMIT \(senderLimit)
            """
        ) { row in (sender: try row.next(), count: try row.next()) }
    }

    /// More senders than write to anybody in a day.
    private static let senderLimit = 400
}

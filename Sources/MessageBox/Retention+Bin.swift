import CivilTime
import Identity
import Journal
import SQL

extension Retention {
    /// Erases messages that have lain in the bin for their term, each box's with a line in its log.
    static func eraseBin(before: Instant, facilities: Facilities, at now: Instant) async throws -> Int {
        try await facilities.database.write { transaction in
            let expired = try transaction.rows(
                """
                SELECT id, person_id FROM message
                WHERE place = 2 AND moved_at < \(before)
                ORDER BY moved_at
                LIMIT \(partLimit)
                """
            ) { row in (id: try row.next(Message.ID.self), owner: try row.next(Person.ID.self)) }
            for (owner, messages) in Dictionary(grouping: expired, by: \.owner) {
                let box = try Mailbox.opened(
                    owner, .eraseMessage, facilities: facilities, in: transaction, at: now)
                try Mailbox.erase(
                    messages.map(\.id), of: box, by: .system("retention"), facilities: facilities,
                    in: transaction, at: now)
            }
            return expired.count
        }
    }
}

public import CivilTime
import Identity
import SQL
import Work

/// The word to a citizen that a deadline is near and its message still unread. At most one for a message;
/// never after reading.
public enum Reminder {
    /// So many in a transaction that holds nobody up.
    private static let partLimit = 500
    /// Parts in one round of housekeeping; what is left waits for the next.
    private static let roundLimit = 20

    /// Puts in line what is due: unread messages whose deadline is within the days of the policy. A message
    /// that came later than that had its notification just now, and gets no reminder.
    ///
    /// - Returns: how many were put in line.
    @discardableResult
    public static func queueDue(facilities: Facilities, at now: Instant) async throws -> Int {
        var queued = 0
        for _ in 0..<roundLimit {
            let part = try await facilities.database.write { transaction in
                try queuePart(facilities.notifications, in: transaction, at: now)
            }
            queued += part.queued
            if part.looked < partLimit { break }
        }
        if queued > 0 {
            facilities.bell.ring(.notification)
            facilities.bell.ring(.devices)
        }
        return queued
    }

    private static func queuePart(
        _ rules: NotificationRules, in transaction: any Transaction, at now: Instant
    ) throws -> (looked: Int, queued: Int) {
        let found = try due(before: rules.reminded(at: now), in: transaction)
        var queued = 0
        for message in found {
            try transaction.run(
                "UPDATE message SET reminder_settled_at = \(now) WHERE id = \(message.id)")
            let moment = rules.reminderMoment(of: message.deadlineAt)
            guard now < message.deadlineAt, message.publishedAt < moment,
                let contact = try Contact.find(message.person, in: transaction),
                try queue(message.id, to: contact, in: transaction, at: now)
            else { continue }
            queued += 1
        }
        return (found.count, queued)
    }

    /// By each way that is open; false where none is.
    private static func queue(
        _ message: Message.ID, to contact: Contact, in transaction: any Transaction, at now: Instant
    ) throws -> Bool {
        var isQueued = false
        if contact.byPush {
            isQueued = try DeviceNotification.queue(
                .reminder, of: message, to: contact, dueAt: now, in: transaction, at: now)
        }
        guard !contact.channels.isEmpty else { return isQueued }
        try transaction.run("INSERT INTO reminder (message_id, due_at) VALUES (\(message), \(now))")
        try Errand.reminder(message).enqueue(in: transaction, dueAt: now, at: now)
        return true
    }

    static func due(
        before moment: Instant, in transaction: any Transaction
    ) throws -> [(id: Message.ID, person: Person.ID, publishedAt: Instant, deadlineAt: Instant)] {
        try transaction.rows(
            """
            SELECT id, person_id, published_at, action_deadline_at
            FROM message
            WHERE action_deadline_at IS NOT NULL AND read_at IS NULL AND reminder_settled_at IS NULL
              AND action_deadline_at < \(moment) AND place NOT IN (\(Place.bin), 3)
            ORDER BY action_deadline_at
            LIMIT \(partLimit)
            """
        ) { row in
            (
                id: try row.next(), person: try row.next(), publishedAt: try row.next(),
                deadlineAt: try row.next()
            )
        }
    }
}

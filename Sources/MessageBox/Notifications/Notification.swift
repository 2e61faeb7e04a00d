import CivilTime
import SQL
public import Work

/// The word to a citizen that a message has arrived, one for each channel. Sent in the order in which
/// messages became due (SNO-06).
enum Notification {
    /// Puts the notifications in line, in the transaction that stores the message: at once, or with what else
    /// comes before the hour that the person chose.
    static func queue(
        for message: Message.ID, to contact: Contact, publishedAt: Instant, in transaction: any Transaction,
        at now: Instant
    ) throws {
        if contact.byPush {
            try DeviceNotification.queue(
                contact.dailyHour == nil ? .arrival : .digest, of: message, to: contact,
                dueAt: contact.tellingMoment(of: publishedAt), in: transaction, at: now)
        }
        for channel in contact.channels {
            var dueAt = contact.tellingMoment(of: publishedAt)
            var digest: Digest.ID?
            if contact.dailyHour != nil {
                digest = try Digest.join(contact.person, channel, dueAt: dueAt, in: transaction, at: now)
            }
            if contact.dailyHour != nil, digest == nil {
                // It came while the day's digest was going out: it is told the day after.
                dueAt = contact.tellingMoment(of: dueAt.advanced(byMicroseconds: 1))
                digest = try Digest.join(contact.person, channel, dueAt: dueAt, in: transaction, at: now)
            }
            try transaction.run(
                """
                INSERT INTO notification (message_id, channel, due_at, digest_id)
                VALUES (\(message), \(channel), \(dueAt), \(digest))
                """)
            if digest == nil {
                try Errand.arrival(message).enqueue(in: transaction, dueAt: dueAt, at: now)
            }
        }
    }
}

extension WorkKind {
    /// Telling citizens; one lane a channel, served in order of arrival.
    public static let notification = WorkKind("notification")
}

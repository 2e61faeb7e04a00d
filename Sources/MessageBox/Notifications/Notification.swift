import CivilTime
import SQL
public import Work

/// The word to a citizen that a message has arrived. Sent in the order in which messages became due (SNO-06).
enum Notification {
    static let emailChannel = "email"

    /// Puts the notification in line, in the transaction that stores the message.
    static func queue(
        for message: Message.ID, dueAt: Instant, in transaction: any Transaction, at now: Instant
    ) throws {
        try transaction.run(
            """
            INSERT INTO notification (message_id, channel, due_at)
            VALUES (\(message), \(emailChannel), \(dueAt))
            """
        )
        try Work.enqueue(
            NewWorkItem(kind: .notification, destination: emailChannel, payload: message.bytes, dueAt: dueAt),
            in: transaction, at: now)
    }
}

extension WorkKind {
    /// Telling citizens; one lane a channel, served in order of arrival.
    public static let notification = WorkKind("notification")
}

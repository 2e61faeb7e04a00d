import CivilTime
import SQL

extension Errand {
    /// Writes down the first attempt, which is what the order of arrival is judged by.
    func noteAttempt(in transaction: any Transaction, at now: Instant) throws {
        switch self {
        case .arrival(let message):
            try transaction.run(
                """
                UPDATE notification SET first_attempt_at = \(now)
                WHERE message_id = \(message) AND channel = \(Contact.Channel.email)
                  AND first_attempt_at IS NULL
                """)
        case .digest(let digest):
            try transaction.run(
                """
                UPDATE notification SET first_attempt_at = \(now)
                WHERE digest_id = \(digest) AND first_attempt_at IS NULL
                """)
        case .reminder(let message):
            try transaction.run(
                """
                UPDATE reminder SET first_attempt_at = \(now)
                WHERE message_id = \(message) AND first_attempt_at IS NULL
                """)
        case .code, .farewell: break
        }
    }

    /// Writes down what came of it.
    func settle(isSent: Bool, in transaction: any Transaction, at now: Instant) throws {
        let (sentAt, refusedAt): (Instant?, Instant?) = isSent ? (now, nil) : (nil, now)
        switch self {
        case .arrival(let message):
            try transaction.run(
                """
                UPDATE notification SET sent_at = \(sentAt), refused_at = \(refusedAt)
                WHERE message_id = \(message) AND channel = \(Contact.Channel.email)
                  AND sent_at IS NULL
                """)
        case .digest(let digest):
            try transaction.run(
                """
                UPDATE notification SET sent_at = \(sentAt), refused_at = \(refusedAt)
                WHERE digest_id = \(digest) AND sent_at IS NULL
                """)
        case .reminder(let message):
            try transaction.run(
                """
                UPDATE reminder SET sent_at = \(sentAt), refused_at = \(refusedAt)
                WHERE message_id = \(message) AND sent_at IS NULL
                """)
        case .code, .farewell: break
        }
    }
}

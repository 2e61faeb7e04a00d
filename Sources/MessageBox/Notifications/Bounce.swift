public import CivilTime
import Identity
import Journal
public import SQL

/// A mail that did not arrive, and what it says of the address it went to.
public enum Bounce: Sendable, Equatable {
    /// There is no such address: nothing more is sent there.
    case permanent
    /// It may pass: a full mailbox, a server that stayed away.
    case passing

    /// What the answer of a mail server to one recipient means: a number that says there is no such mailbox
    /// (RFC 5321 §4.2.3), or anything else.
    init(replyCode code: Int) {
        self = [550, 551, 553].contains(code) ? .permanent : .passing
    }

    /// Takes a bounce into account. A stranger's, or one of an address that was replaced, changes nothing.
    ///
    /// - Returns: whether the address is in use.
    @discardableResult
    public func note(
        of email: Contact.EmailID, facilities: Facilities, at now: Instant
    ) async throws -> Bool {
        try await facilities.database.write { transaction in
            try note(of: email, facilities.notifications, in: transaction, at: now)
        }
    }

    func note(
        of email: Contact.EmailID, _ rules: NotificationRules, in transaction: any Transaction,
        at now: Instant
    ) throws -> Bool {
        let found = try transaction.first(
            """
            SELECT person_id, email_unreachable_at, email_bounces, email_bounced_at
            FROM box
            WHERE email_id = \(email)
            """
        ) { row in
            (
                person: try row.next(Person.ID.self), since: try row.next(Instant?.self),
                count: try row.next(Int.self), last: try row.next(Instant?.self)
            )
        }
        guard let found else { return false }
        guard found.since == nil else { return true }
        let isFresh = found.last.map { now <= $0.advanced(bySeconds: rules.bounceSeconds) } ?? false
        let count = (isFresh ? found.count : 0) + 1
        let isUnreachable = self == .permanent || count >= rules.bounces
        let since = isUnreachable ? now : nil
        try transaction.run(
            """
            UPDATE box
            SET email_bounces = \(count), email_bounced_at = \(now), email_unreachable_at = \(since)
            WHERE person_id = \(found.person)
            """)
        guard isUnreachable else { return true }
        try SettingChange(subject: .email, outcome: "unreachable")
            .record(for: found.person, in: transaction, at: now)
        try AuditEntry(
            actor: .system("mail"), act: "email.unreachable",
            object: .init(kind: "person", id: found.person.description), at: now
        ).record(in: transaction)
        return true
    }
}

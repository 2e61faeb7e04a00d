public import CivilTime
public import Identity
public import Journal
public import SQL

/// A citizen's account (SNO-01): opened by accepting the terms, paused and resumed, closed, and closing
/// undone. Each change is dated in the audit trail, where its holder reads it too.
///
/// An act that is not possible from the present state changes nothing and says so: a form that is sent
/// twice is no mistake.
public enum Account {
    /// What can happen to an account, as the audit trail names it.
    public enum Act: String, Sendable, CaseIterable {
        case acceptTerms = "account.accept-terms"
        case declineTerms = "account.decline-terms"
        case open = "account.open"
        case suspend = "account.suspend"
        case resume = "account.resume"
        case close = "account.close"
        case reopen = "account.reopen"
        case allowApp = "account.allow-app"
        case stopApp = "account.stop-app"
        case signIn = "account.sign-in"
        case signOut = "account.sign-out"
    }

    /// Accepts the terms; the first time this opens the box.
    public static func accept(
        _ terms: Terms, by person: Person.ID, in transaction: any Transaction, at now: Instant
    ) throws {
        guard try terms.accept(by: person, in: transaction, at: now) else { return }
        try note(.acceptTerms, of: person, detail: terms.version, in: transaction, at: now)
        let opened = try transaction.run(
            """
            INSERT INTO box (person_id, state, opened_at, changed_at)
            VALUES (\(person), \(Box.State.active), \(now), \(now))
            ON CONFLICT (person_id) DO NOTHING
            """)
        if opened == 1 { try note(.open, of: person, in: transaction, at: now) }
    }

    /// Pauses the account: nothing new comes in, what is there stays.
    public static func suspend(
        _ person: Person.ID, in transaction: any Transaction, at now: Instant
    ) throws -> Bool {
        try change(person, from: .active, to: .suspended, as: .suspend, in: transaction, at: now)
    }

    /// Takes messages again.
    public static func resume(
        _ person: Person.ID, in transaction: any Transaction, at now: Instant
    ) throws -> Bool {
        try change(person, from: .suspended, to: .active, as: .resume, in: transaction, at: now)
    }

    /// Closes the account: nothing new comes in, apps are let go, and after the term all of it is erased.
    public static func close(
        _ person: Person.ID, in transaction: any Transaction, at now: Instant
    ) throws -> Bool {
        for state in [Box.State.active, .suspended] {
            if try change(person, from: state, to: .closed, as: .close, in: transaction, at: now) {
                try AppGrant.revokeAll(of: person, in: transaction, at: now)
                return true
            }
        }
        return false
    }

    /// Undoes closing, while what was there is still there.
    public static func reopen(
        _ person: Person.ID, in transaction: any Transaction, at now: Instant
    ) throws -> Bool {
        try change(person, from: .closed, to: .active, as: .reopen, in: transaction, at: now)
    }

    private static func change(
        _ person: Person.ID, from old: Box.State, to new: Box.State, as act: Act,
        in transaction: any Transaction, at now: Instant
    ) throws -> Bool {
        let changed = try transaction.run(
            """
            UPDATE box SET state = \(new), changed_at = \(now)
            WHERE person_id = \(person) AND state = \(old) AND erased_at IS NULL
            """)
        guard changed == 1 else { return false }
        try note(act, of: person, in: transaction, at: now)
        return true
    }
}

extension Account {
    /// The state of an account and since when; nil for somebody who has none.
    public static func state(
        of person: Person.ID, in transaction: any Transaction
    ) throws -> (state: Box.State, since: Instant)? {
        try transaction.first("SELECT state, changed_at FROM box WHERE person_id = \(person)") { row in
            (try row.next(), try row.next())
        }
    }

    /// Notes an act in the audit trail, as one of the person on the own account.
    public static func note(
        _ act: Act, of person: Person.ID, detail: String = "", in transaction: any Transaction,
        at now: Instant
    ) throws {
        try AuditEntry(
            actor: .citizen(person.description), act: act.rawValue, object: .account(person), detail: detail,
            at: now
        ).record(in: transaction)
    }

    /// What happened to an account, newest first.
    public static func history(
        of person: Person.ID, before: Identifier<AuditEntry>? = nil, limit: Int,
        in transaction: any Transaction
    ) throws -> [AuditTrail.Recorded] {
        try AuditTrail.entries(about: .account(person), before: before, limit: limit, in: transaction)
    }
}

extension AuditEntry.Object {
    public static func account(_ person: Person.ID) -> AuditEntry.Object {
        AuditEntry.Object(kind: "account", id: person.description)
    }
}

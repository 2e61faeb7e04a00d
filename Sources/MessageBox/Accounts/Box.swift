public import CivilTime
public import Identity
public import SQL
public import Sealing

/// A person's message box. It receives only while it is active.
public struct Box: Sendable {
    public enum State: String, Sendable, Storable {
        case active
        case suspended
        case closed
    }

    public let person: Person
    public let state: State
    let changedAt: Instant

    /// The last moment up to which published messages show: a message that was planned for after the box was
    /// suspended or closed is withheld (INTERFACES, details).
    func showsUntil(_ now: Instant) -> Instant {
        state == .active ? now : min(now, changedAt)
    }
}

extension Box {
    /// Opens a box, or makes a suspended or closed one active again.
    public static func open(for person: Person, in transaction: any Transaction, at now: Instant) throws {
        try transaction.run(
            """
            INSERT INTO box (person_id, state, opened_at, changed_at)
            VALUES (\(person.id), \(State.active), \(now), \(now))
            ON CONFLICT (person_id) DO UPDATE SET state = excluded.state, changed_at = excluded.changed_at
            """)
    }

    public static func find(_ person: Person, in transaction: any Transaction) throws -> Box? {
        try transaction.first(
            "SELECT state, changed_at FROM box WHERE person_id = \(person.id)"
        ) { row in
            Box(person: person, state: try row.next(), changedAt: try row.next())
        }
    }

    public func change(to state: State, in transaction: any Transaction, at now: Instant) throws {
        try transaction.run(
            "UPDATE box SET state = \(state), changed_at = \(now) WHERE person_id = \(person.id)")
    }

    /// Sets the address that notifications go to, as one that its holder has confirmed; nil for none.
    public static func setEmail(
        _ address: String?, of person: Person, keys: KeyRing, in transaction: any Transaction, at now: Instant
    ) throws {
        let key = try person.key(keys)
        let sealed = address.map { key.seal(Array($0.utf8), for: .email(person.id)) }
        let id = address.map { _ in Contact.EmailID.new(milliseconds: now.microseconds / 1_000) }
        let confirmedAt = address.map { _ in now }
        try transaction.run(
            """
            UPDATE box
            SET email_sealed = \(sealed), email_id = \(id), email_confirmed_at = \(confirmedAt),
              email_unreachable_at = NULL, email_bounces = 0, email_bounced_at = NULL,
              revision = revision + 1
            WHERE person_id = \(person.id)
            """)
    }
}

extension SealContext {
    static func email(_ person: Person.ID) -> SealContext {
        SealContext(purpose: "box.email", id: person.bytes)
    }
}

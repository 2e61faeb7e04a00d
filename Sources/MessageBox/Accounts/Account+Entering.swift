public import CivilTime
public import Identity
import Journal
public import SQL
public import Sealing

extension Account {
    /// Lets a person in who proved the number: looks the person up, or registers them at their first sign-in,
    /// and starts a session. Who has not accepted the terms in force is let in as a newcomer, who sees
    /// nothing else first.
    ///
    /// - Parameters:
    ///   - name: as the identity provider has it now; nil where it says none.
    ///   - old: the session that this browser had; it ends, so that no secret from before the sign-in lives
    ///     on.
    ///   - door: by which provider; nil for by none.
    public static func enter(
        _ bsn: BSN, name: String?, terms: Terms?, keys: KeyRing, instead old: SessionToken?,
        by door: Session.Door? = nil, in transaction: any Transaction, at now: Instant
    ) throws -> SessionToken {
        try ProcessingLine(
            activity: .signIn, organisation: nil, subjects: [keys.pseudonym(of: bsn.digits, for: .log)],
            at: now
        ).record(in: transaction)
        let person = try Person.register(bsn, name: name ?? "", keys: keys, in: transaction, at: now)
        if let name { try person.rename(to: name, keys: keys, in: transaction) }
        return try enter(person.id, terms: terms, instead: old, by: door, in: transaction, at: now)
    }

    /// Starts a session for a person who is known already.
    public static func enter(
        _ person: Person.ID, terms: Terms?, instead old: SessionToken?, by door: Session.Door? = nil,
        in transaction: any Transaction, at now: Instant
    ) throws -> SessionToken {
        if let old { try Session.end(old, in: transaction) }
        let mustAccept = try terms.map { try $0.acceptedAt(by: person, in: transaction) == nil } ?? false
        try note(.signIn, of: person, in: transaction, at: now)
        return try Session.start(
            for: mustAccept ? .newcomer(person) : .citizen(person), by: door, in: transaction, at: now)
    }
}

extension Account {
    /// Declines the terms: whoever this is, is signed out everywhere. Of somebody without an account
    /// nothing is kept.
    public static func decline(
        by person: Person.ID, in transaction: any Transaction, at now: Instant
    ) throws {
        try note(.declineTerms, of: person, in: transaction, at: now)
        try Session.endAll(of: person, in: transaction)
        if try state(of: person, in: transaction) == nil { try Person.erase(person, in: transaction) }
    }
}

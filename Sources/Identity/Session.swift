public import CivilTime
public import SQL

/// The secret in a signed-in visitor's cookie.
public typealias SessionToken = OpaqueToken<Session>

/// Somebody who is signed in: a citizen, a member of the provider's staff in a role, or one of an
/// organisation that sends messages.
public struct Session: Sendable, Equatable {
    public enum Visitor: Sendable, Equatable {
        case citizen(Person.ID)
        /// Signed in, but the terms of use in force are not accepted: nothing else shows before that.
        case newcomer(Person.ID)
        case staff(role: Role)
        case supplier(Organisation.ID, role: Role)
    }

    /// INTERFACES, retention: a session lasts eight hours.
    public static let lifetimeSeconds: Int64 = 8 * 3600

    /// By which provider somebody came in: signing out leads there.
    public enum Door: String, CaseIterable, Sendable {
        /// The provider of citizens.
        case citizens
        /// The provider of who works for an organisation.
        case work
    }

    public let visitor: Visitor
    public let startedAt: Instant
    public let expiresAt: Instant
}

extension Session {
    /// Starts a session and gives the token for the visitor's cookie.
    ///
    /// - Parameter door: nil for who came in by no provider, as in the demo.
    public static func start(
        for visitor: Visitor, by door: Door? = nil, in transaction: any Transaction, at now: Instant
    ) throws -> SessionToken {
        let token = SessionToken.random()
        let expiresAt = now.advanced(bySeconds: lifetimeSeconds)
        let (person, role, organisation): (Person.ID?, String?, Organisation.ID?) =
            switch visitor {
            case .citizen(let person), .newcomer(let person): (person, nil, nil)
            case .staff(let role): (nil, role.name, nil)
            case .supplier(let organisation, let role): (nil, role.name, organisation)
            }
        try transaction.run("DELETE FROM session WHERE expires_at < \(now)")
        try transaction.run(
            """
            INSERT INTO session (
              token_hash, person_id, role, organisation_id, is_newcomer, door, started_at, expires_at
            )
            VALUES (
              \(token.hash), \(person), \(role), \(organisation), \(visitor.isNewcomer), \(door?.rawValue),
              \(now), \(expiresAt)
            )
            """)
        return token
    }

    /// The session of a token, unless it has expired or its role is no longer in the policy.
    public static func find(
        _ token: SessionToken, policy: RolePolicy, in transaction: any Transaction, at now: Instant
    ) throws -> Session? {
        try transaction.first(
            """
            SELECT person_id, role, organisation_id, is_newcomer, started_at, expires_at
            FROM session
            WHERE token_hash = \(token.hash) AND expires_at > \(now)
            """
        ) { row in
            let person: Person.ID? = try row.next()
            let name: String? = try row.next()
            let organisation: Organisation.ID? = try row.next()
            let audience: Role.Audience = organisation == nil ? .staff : .organisation
            let role = name.flatMap { policy.role(named: $0, for: audience) }
            let isNewcomer: Bool = try row.next()
            let citizen = person.map { isNewcomer ? Visitor.newcomer($0) : .citizen($0) }
            let employee = role.map { role in
                organisation.map { Visitor.supplier($0, role: role) } ?? .staff(role: role)
            }
            guard let visitor = citizen ?? employee else { return nil }
            return Session(visitor: visitor, startedAt: try row.next(), expiresAt: try row.next())
        } ?? nil
    }

    /// By which provider the session of a token came in; nil where there is none.
    public static func door(of token: SessionToken, in transaction: any Transaction) throws -> Door? {
        let text: String? =
            try transaction.first(
                "SELECT door FROM session WHERE token_hash = \(token.hash)"
            ) { row in try row.next(String?.self) } ?? nil
        return text.flatMap(Door.init)
    }

    public static func end(_ token: SessionToken, in transaction: any Transaction) throws {
        try transaction.run("DELETE FROM session WHERE token_hash = \(token.hash)")
    }

    /// Ends every session of a person, in whatever browser.
    public static func endAll(of person: Person.ID, in transaction: any Transaction) throws {
        try transaction.run("DELETE FROM session WHERE person_id = \(person)")
    }
}

extension Session.Visitor {
    fileprivate var isNewcomer: Bool {
        if case .newcomer = self { true } else { false }
    }
}

public import CivilTime
public import SQL

/// The secret in a signed-in visitor's cookie.
public typealias SessionToken = OpaqueToken<Session>

/// Somebody who is signed in: a citizen, or a member of staff in a role.
public struct Session: Sendable, Equatable {
    public enum Visitor: Sendable, Equatable {
        case citizen(Person.ID)
        /// Signed in, but the terms of use in force are not accepted: nothing else shows before that.
        case newcomer(Person.ID)
        case staff(role: Role)
    }

    /// INTERFACES, retention: a session lasts eight hours.
    public static let lifetimeSeconds: Int64 = 8 * 3600

    public let visitor: Visitor
    public let startedAt: Instant
    public let expiresAt: Instant
}

extension Session {
    /// Starts a session and gives the token for the visitor's cookie.
    public static func start(
        for visitor: Visitor, in transaction: any Transaction, at now: Instant
    ) throws -> SessionToken {
        let token = SessionToken.random()
        let expiresAt = now.advanced(bySeconds: lifetimeSeconds)
        let (person, role, isNewcomer): (Person.ID?, String?, Bool) =
            switch visitor {
            case .citizen(let person): (person, nil, false)
            case .newcomer(let person): (person, nil, true)
            case .staff(let role): (nil, role.name, false)
            }
        try transaction.run("DELETE FROM session WHERE expires_at < \(now)")
        try transaction.run(
            """
            INSERT INTO session (token_hash, person_id, role, is_newcomer, started_at, expires_at)
            VALUES (\(token.hash), \(person), \(role), \(isNewcomer), \(now), \(expiresAt))
            """)
        return token
    }

    /// The session of a token, unless it has expired or its role is no longer in the policy.
    public static func find(
        _ token: SessionToken, policy: RolePolicy, in transaction: any Transaction, at now: Instant
    ) throws -> Session? {
        try transaction.first(
            """
            SELECT person_id, role, is_newcomer, started_at, expires_at
            FROM session
            WHERE token_hash = \(token.hash) AND expires_at > \(now)
            """
        ) { row in
            let person: Person.ID? = try row.next()
            let role: Role? = try row.next(String?.self).flatMap { policy.role(named: $0) }
            let isNewcomer: Bool = try row.next()
            let citizen = person.map { isNewcomer ? Visitor.newcomer($0) : .citizen($0) }
            guard let visitor = citizen ?? role.map(Visitor.staff) else { return nil }
            return Session(visitor: visitor, startedAt: try row.next(), expiresAt: try row.next())
        } ?? nil
    }

    public static func end(_ token: SessionToken, in transaction: any Transaction) throws {
        try transaction.run("DELETE FROM session WHERE token_hash = \(token.hash)")
    }

    /// Ends every session of a person, in whatever browser.
    public static func endAll(of person: Person.ID, in transaction: any Transaction) throws {
        try transaction.run("DELETE FROM session WHERE person_id = \(person)")
    }
}

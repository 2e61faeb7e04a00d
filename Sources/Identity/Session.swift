public import CivilTime
import Crypto
public import SQL

/// The secret in a signed-in visitor's cookie. Only its hash is stored, and it never prints.
public struct SessionToken: Sendable {
    public let text: String

    public init?(_ text: String) {
        guard text.utf8.count == 43 else { return nil }
        self.text = text
    }

    /// A new token of 256 random bits, in base64url.
    public static func random() -> SessionToken {
        var generator = SystemRandomNumberGenerator()
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        let characters = (0..<43).map { _ in alphabet[Int.random(in: 0..<64, using: &generator)] }
        return SessionToken(unchecked: String(decoding: characters, as: UTF8.self))
    }

    private init(unchecked text: String) {
        self.text = text
    }

    var hash: [UInt8] {
        Array(SHA256.hash(data: Array(text.utf8)))
    }
}

extension SessionToken: CustomStringConvertible, CustomDebugStringConvertible {
    public var description: String { "•••" }
    public var debugDescription: String { "•••" }
}

/// Somebody who is signed in: a citizen, or a member of staff in a role.
public struct Session: Sendable, Equatable {
    public enum Visitor: Sendable, Equatable {
        case citizen(Person.ID)
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
        let (person, role): (Person.ID?, String?) =
            switch visitor {
            case .citizen(let person): (person, nil)
            case .staff(let role): (nil, role.name)
            }
        try transaction.run("DELETE FROM session WHERE expires_at < \(now)")
        try transaction.run(
            """
            INSERT INTO session (token_hash, person_id, role, started_at, expires_at)
            VALUES (\(token.hash), \(person), \(role), \(now), \(expiresAt))
            """)
        return token
    }

    /// The session of a token, unless it has expired or its role is no longer in the policy.
    public static func find(
        _ token: SessionToken, policy: RolePolicy, in transaction: any Transaction, at now: Instant
    ) throws -> Session? {
        try transaction.first(
            """
            SELECT person_id, role, started_at, expires_at
            FROM session
            WHERE token_hash = \(token.hash) AND expires_at > \(now)
            """
        ) { row in
            let person: Person.ID? = try row.next()
            let role: Role? = try row.next(String?.self).flatMap { policy.role(named: $0) }
            guard let visitor = person.map(Visitor.citizen) ?? role.map(Visitor.staff) else { return nil }
            return Session(visitor: visitor, startedAt: try row.next(), expiresAt: try row.next())
        } ?? nil
    }

    public static func end(_ token: SessionToken, in transaction: any Transaction) throws {
        try transaction.run("DELETE FROM session WHERE token_hash = \(token.hash)")
    }
}

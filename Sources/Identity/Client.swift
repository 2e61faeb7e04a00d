public import CivilTime
public import SQL

/// A system of an organisation that asks for tokens with its own key pair.
public struct Client: Sendable {
    public let id: String
    public let organisation: Organisation
    public let scopes: Set<Scope>
    /// The public keys, as the JSON Web Key Set that was handed in.
    let jwks: String
}

extension Client {
    /// Adds a client or replaces its keys and scopes. Refuses a key set without usable public keys.
    public static func add(
        id: String, organisation: Organisation, scopes: Set<Scope>, jwks: String,
        in transaction: any Transaction, at now: Instant
    ) throws {
        try PublicKeySet.check(jwks)
        try transaction.run(
            """
            INSERT INTO client (id, organisation_id, scopes, jwks, created_at)
            VALUES (\(id), \(organisation.id), \(scopes.text), \(jwks), \(now))
            ON CONFLICT (id) DO UPDATE
            SET organisation_id = excluded.organisation_id, scopes = excluded.scopes, jwks = excluded.jwks,
              withdrawn_at = NULL
            """)
    }

    /// The client with this id, unless it was withdrawn.
    public static func find(_ id: String, in transaction: any Transaction) throws -> Client? {
        try transaction.first(
            """
            SELECT client.id, organisation.id, organisation.oin, organisation.name, client.scopes, client.jwks
            FROM client
            JOIN organisation ON organisation.id = client.organisation_id
            WHERE client.id = \(id) AND client.withdrawn_at IS NULL
            """
        ) { row in
            let id: String = try row.next()
            let organisation = Organisation(id: try row.next(), oin: try row.next(), name: try row.next())
            let scopes = Scope.list(try row.next()) ?? []
            return Client(id: id, organisation: organisation, scopes: scopes, jwks: try row.next())
        }
    }
}

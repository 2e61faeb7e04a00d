public import CivilTime
public import SQL

extension Client {
    /// A client as its organisation sees it in the list of its systems.
    public struct Listed: Sendable {
        public let id: String
        public let scopes: Set<Scope>
        public let createdAt: Instant
        /// Nil while it is let in.
        public let withdrawnAt: Instant?
    }

    /// More systems than any organisation has; the list is read whole.
    public static let listLimit = 200
    /// What an organisation may give a system of its own.
    public static let grantableScopes: [Scope] = Scope.allCases.filter { $0 != .probe }

    /// The clients of an organisation by id, those that were deactivated among them.
    public static func list(
        of organisation: Organisation.ID, in transaction: any Transaction
    ) throws -> [Listed] {
        try transaction.rows(
            """
            SELECT id, scopes, created_at, withdrawn_at
            FROM client
            WHERE organisation_id = \(organisation)
            ORDER BY id
            LIMIT \(listLimit)
            """
        ) { row in
            Listed(
                id: try row.next(), scopes: Scope.list(try row.next()) ?? [], createdAt: try row.next(),
                withdrawnAt: try row.next())
        }
    }

    /// Adds a client under an id that nobody has; false when somebody does, whoever that is.
    public static func register(
        id: String, organisation: Organisation.ID, scopes: Set<Scope>, jwks: String,
        in transaction: any Transaction, at now: Instant
    ) throws -> Bool {
        try PublicKeySet.check(jwks)
        let added = try transaction.run(
            """
            INSERT INTO client (id, organisation_id, scopes, jwks, created_at)
            VALUES (\(id), \(organisation), \(scopes.text), \(jwks), \(now))
            ON CONFLICT (id) DO NOTHING
            """)
        return added == 1
    }

    /// Lets a client of an organisation in no longer; false when it has none of that id that is let in.
    /// Tokens that were given out are refused within a minute.
    public static func withdraw(
        _ id: String, of organisation: Organisation.ID, in transaction: any Transaction, at now: Instant
    ) throws -> Bool {
        let withdrawn = try transaction.run(
            """
            UPDATE client SET withdrawn_at = \(now)
            WHERE id = \(id) AND organisation_id = \(organisation) AND withdrawn_at IS NULL
            """)
        return withdrawn == 1
    }
}

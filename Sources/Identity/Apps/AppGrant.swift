public import CivilTime
public import SQL

/// What a person let an app do: made on the page that asks, ended by the person, by the app, or by its term.
public struct AppGrant: Sendable, Equatable {
    public typealias ID = Identifier<AppGrant>

    public let id: ID
    public let appID: String
    public let person: Person.ID
    /// What the app knows the person by: a pairwise pseudonym, another one in each app, never derived from a
    /// number (NL GOV OIDC).
    public let subject: String
    public let scopes: Set<PersonScope>
    public let grantedAt: Instant
    public let expiresAt: Instant

    /// After so long the person is asked again. Long enough not to tire, short enough that a lost phone does
    /// not read along for years.
    public static let lifetimeSeconds: Int64 = 90 * 86_400
}

extension AppGrant {
    static func make(
        for app: App, by person: Person.ID, scopes: Set<PersonScope>, in transaction: any Transaction,
        at now: Instant
    ) throws -> AppGrant {
        let grant = AppGrant(
            id: .new(milliseconds: now.microseconds / 1000), appID: app.id, person: person,
            subject: try subject(of: person, in: app, transaction), scopes: scopes, grantedAt: now,
            expiresAt: now.advanced(bySeconds: lifetimeSeconds))
        try transaction.run(
            """
            INSERT INTO app_grant (id, app_id, person_id, scopes, granted_at, expires_at)
            VALUES
              (\(grant.id), \(app.id), \(person), \(scopes.text), \(now), \(grant.expiresAt))
            """)
        return grant
    }

    private static func subject(
        of person: Person.ID, in app: App, _ transaction: any Transaction
    ) throws -> String {
        try transaction.run(
            """
            INSERT INTO app_subject (app_id, person_id, subject)
            VALUES (\(app.id), \(person), \(OpaqueToken<AppGrant>.random().text))
            ON CONFLICT (app_id, person_id) DO NOTHING
            """)
        let subject: String? = try transaction.value(
            "SELECT subject FROM app_subject WHERE app_id = \(app.id) AND person_id = \(person)")
        guard let subject else { preconditionFailure("the row is there: it was, or was just made") }
        return subject
    }

    /// A grant that holds: not ended, not past its term.
    public static func find(
        _ id: ID, in transaction: any Transaction, at now: Instant
    ) throws -> AppGrant? {
        try transaction.first(
            """
            SELECT app_grant.id, app_grant.app_id, app_grant.person_id, app_subject.subject, scopes,
              granted_at, expires_at
            FROM app_grant
            JOIN app_subject ON app_subject.app_id = app_grant.app_id
              AND app_subject.person_id = app_grant.person_id
            WHERE app_grant.id = \(id) AND revoked_at IS NULL AND expires_at > \(now)
            """, read)
    }

    /// What a person lets apps do now, newest first; people have a handful of devices, and the page shows
    /// this many.
    public static func all(
        of person: Person.ID, in transaction: any Transaction, at now: Instant
    ) throws -> [AppGrant] {
        try transaction.rows(
            """
            SELECT app_grant.id, app_grant.app_id, app_grant.person_id, app_subject.subject, scopes,
              granted_at, expires_at
            FROM app_grant
            JOIN app_subject ON app_subject.app_id = app_grant.app_id
              AND app_subject.person_id = app_grant.person_id
            WHERE app_grant.person_id = \(person) AND revoked_at IS NULL AND expires_at > \(now)
            ORDER BY granted_at DESC
            LIMIT 50
            """, read)
    }

    private static func read(_ row: inout Row) throws -> AppGrant {
        AppGrant(
            id: try row.next(), appID: try row.next(), person: try row.next(), subject: try row.next(),
            scopes: PersonScope.list(try row.next()) ?? [], grantedAt: try row.next(),
            expiresAt: try row.next())
    }
}

extension AppGrant {
    /// Ends a grant of a person; false when there is none of theirs with this id that still holds.
    public static func revoke(
        _ id: ID, of person: Person.ID, in transaction: any Transaction, at now: Instant
    ) throws -> Bool {
        try transaction.run(
            """
            UPDATE app_grant SET revoked_at = \(now)
            WHERE id = \(id) AND person_id = \(person) AND revoked_at IS NULL
            """) == 1
    }

    /// Ends every grant of a person.
    public static func revokeAll(
        of person: Person.ID, in transaction: any Transaction, at now: Instant
    ) throws {
        try transaction.run(
            "UPDATE app_grant SET revoked_at = \(now) WHERE person_id = \(person) AND revoked_at IS NULL")
    }

    static func revoke(_ id: ID, in transaction: any Transaction, at now: Instant) throws {
        try transaction.run(
            "UPDATE app_grant SET revoked_at = \(now) WHERE id = \(id) AND revoked_at IS NULL")
    }
}

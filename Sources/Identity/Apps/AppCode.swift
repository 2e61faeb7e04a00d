public import CivilTime
import Crypto
public import SQL

/// The code that an app gets by way of the browser and trades for tokens: once, within a minute, by who can
/// show what its challenge was made from (RFC 7636).
public enum AppCode {
    public static let lifetimeSeconds: Int64 = 60
    /// RFC 7636 §4.1.
    private static let verifierBytes = 43...128

    /// What an app asked for, checked on the page that asks the person.
    public struct Request: Sendable {
        let app: App
        let redirectURI: String
        let challenge: String
        let scopes: Set<PersonScope>

        /// Nil for a challenge that is no SHA-256 in base64url.
        public init?(app: App, redirectURI: String, challenge: String, scopes: Set<PersonScope>) {
            guard Base64URL.bytes(challenge)?.count == SHA256.byteCount else { return nil }
            self.app = app
            self.redirectURI = redirectURI
            self.challenge = challenge
            self.scopes = scopes
        }
    }

    /// Keeps what the person said yes to, and gives the code for the app.
    public static func issue(
        _ request: Request, by person: Person.ID, in transaction: any Transaction, at now: Instant
    ) throws -> (code: OpaqueToken<AppCode>, grant: AppGrant) {
        try Self.expire(in: transaction, at: now)
        let grant = try AppGrant.make(
            for: request.app, by: person, scopes: request.scopes, in: transaction, at: now)
        let code = OpaqueToken<AppCode>.random()
        try transaction.run(
            """
            INSERT INTO app_code (code_hash, grant_id, redirect_uri, challenge, expires_at)
            VALUES
              (\(code.hash), \(grant.id), \(request.redirectURI), \(request.challenge),
               \(now.advanced(bySeconds: lifetimeSeconds)))
            """)
        return (code, grant)
    }

    /// Trades a code for the grant and a first refresh token. A code that comes a second time ends what the
    /// first gave (RFC 6749 §4.1.2): one of the two stole it.
    ///
    /// Gives an outcome and throws nothing of its own, so that ending a grant is not undone.
    public static func redeem(
        _ code: OpaqueToken<AppCode>, app: App, redirectURI: String, verifier: String,
        in transaction: any Transaction, at now: Instant
    ) throws -> AppTokens? {
        guard verifierBytes.contains(verifier.utf8.count), let known = try find(code, in: transaction) else {
            return nil
        }
        let challenge = Base64URL.text(SHA256.hash(data: Array(verifier.utf8)))
        let used = try transaction.run(
            "UPDATE app_code SET used_at = \(now) WHERE code_hash = \(code.hash) AND used_at IS NULL")
        guard used == 1, known.redirectURI == redirectURI, known.challenge == challenge,
            known.expiresAt > now,
            let grant = try AppGrant.find(known.grant, in: transaction, at: now), grant.appID == app.id
        else {
            try AppGrant.revoke(known.grant, in: transaction, at: now)
            return nil
        }
        return AppTokens(
            grant: grant, refresh: try AppTokens.refresh(for: grant.id, in: transaction, at: now))
    }

    private static func find(
        _ code: OpaqueToken<AppCode>, in transaction: any Transaction
    ) throws -> (grant: AppGrant.ID, redirectURI: String, challenge: String, expiresAt: Instant)? {
        try transaction.first(
            """
            SELECT grant_id, redirect_uri, challenge, expires_at
            FROM app_code
            WHERE code_hash = \(code.hash)
            """
        ) { row in (try row.next(), try row.next(), try row.next(), try row.next()) }
    }

    /// A grant past its term goes, with its code and its tokens; a few at a time, as new ones come.
    private static func expire(in transaction: any Transaction, at now: Instant) throws {
        let expired = try transaction.rows(
            "SELECT id FROM app_grant WHERE expires_at < \(now) ORDER BY expires_at LIMIT 20"
        ) { row in try row.next(AppGrant.ID.self) }
        for grant in expired {
            try transaction.run("DELETE FROM app_code WHERE grant_id = \(grant)")
            try transaction.run("DELETE FROM app_refresh_token WHERE grant_id = \(grant)")
            try transaction.run("DELETE FROM app_grant WHERE id = \(grant)")
        }
    }
}

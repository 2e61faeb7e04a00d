public import CivilTime
public import SQL

/// What an app gets for a code or a refresh token: the grant, and the refresh token to come back with.
public struct AppTokens: Sendable {
    public let grant: AppGrant
    public let refresh: OpaqueToken<AppTokens>
}

extension AppTokens {
    static func refresh(
        for grant: AppGrant.ID, in transaction: any Transaction, at now: Instant
    ) throws -> OpaqueToken<AppTokens> {
        let token = OpaqueToken<AppTokens>.random()
        try transaction.run(
            """
            INSERT INTO app_refresh_token (token_hash, grant_id, issued_at)
            VALUES (\(token.hash), \(grant), \(now))
            """)
        return token
    }

    /// What comes of a refresh token.
    public enum Renewal: Sendable {
        case renewed(AppTokens)
        case refused
        /// The terms in force are not accepted yet: the token stays good until they are.
        case termsNotAccepted
    }

    /// Trades a refresh token for the next one. One that comes a second time ends the grant: an app that can
    /// keep no secret cannot show that it is not the thief (OAuth 2.0 Security BCP, RFC 9700 §4.14.2).
    ///
    /// Gives an outcome and throws nothing of its own, so that ending a grant is not undone.
    ///
    /// - Parameter terms: those in force, which the person must have accepted; nil where there are none.
    public static func renew(
        _ token: OpaqueToken<AppTokens>, app: App, terms: Terms?, in transaction: any Transaction,
        at now: Instant
    ) throws -> Renewal {
        guard let id = try grant(of: token, in: transaction) else { return .refused }
        if let terms, try isGood(token, in: transaction),
            let grant = try AppGrant.find(id, in: transaction, at: now), grant.appID == app.id,
            try terms.acceptedAt(by: grant.person, in: transaction) == nil
        {
            return .termsNotAccepted
        }
        let used = try transaction.run(
            """
            UPDATE app_refresh_token SET used_at = \(now)
            WHERE token_hash = \(token.hash) AND used_at IS NULL
            """)
        guard used == 1, let grant = try AppGrant.find(id, in: transaction, at: now), grant.appID == app.id
        else {
            try AppGrant.revoke(id, in: transaction, at: now)
            return .refused
        }
        return .renewed(AppTokens(grant: grant, refresh: try refresh(for: id, in: transaction, at: now)))
    }

    private static func isGood(
        _ token: OpaqueToken<AppTokens>, in transaction: any Transaction
    ) throws -> Bool {
        let unused: Int64? = try transaction.value(
            "SELECT 1 FROM app_refresh_token WHERE token_hash = \(token.hash) AND used_at IS NULL")
        return unused != nil
    }

    /// Ends the grant of a refresh token (RFC 7009); one that is not known, or is another app's, changes
    /// nothing.
    public static func revoke(
        _ token: OpaqueToken<AppTokens>, app: App, in transaction: any Transaction, at now: Instant
    ) throws {
        guard let id = try grant(of: token, in: transaction),
            let grant = try AppGrant.find(id, in: transaction, at: now), grant.appID == app.id
        else { return }
        try AppGrant.revoke(id, in: transaction, at: now)
    }

    private static func grant(
        of token: OpaqueToken<AppTokens>, in transaction: any Transaction
    ) throws -> AppGrant.ID? {
        try transaction.value("SELECT grant_id FROM app_refresh_token WHERE token_hash = \(token.hash)")
    }
}

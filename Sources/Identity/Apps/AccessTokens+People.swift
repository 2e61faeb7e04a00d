public import CivilTime
import JWTKit
public import SQL

extension AccessTokens {
    /// An access token for an app: who it is for is a pseudonym, and the grant it rests on is named by its
    /// id.
    public func issue(to grant: AppGrant, at now: Instant) async throws -> String {
        let expiresAt = min(now.advanced(bySeconds: Self.lifetimeSeconds), grant.expiresAt)
        return try await keys.sign(
            PersonClaims(
                iss: issuer, sub: grant.subject, aud: issuer, clientID: grant.appID,
                jti: Identifier<AppGrant>.new(milliseconds: now.microseconds / 1000).description,
                iat: now.seconds, exp: expiresAt.seconds, scope: grant.scopes.text,
                grant: grant.id.description))
    }

    /// The grant behind an app's token. It is looked up each time: what a person ends is ended at once.
    ///
    /// Throws ``ClientError`` when the token is damaged, expired, of another issuer or a system's, or when
    /// its grant was ended.
    public func verifyPerson(
        _ token: String, database: any Database, at now: Instant
    ) async throws -> AppGrant {
        let claims = try await personClaims(of: token)
        guard claims.exp > now.seconds else { throw ClientError.expiredToken }
        guard claims.iss == issuer, claims.aud == issuer, let id = AppGrant.ID(claims.grant),
            let grant = try await database.read({ try AppGrant.find(id, in: $0, at: now) }),
            grant.appID == claims.clientID, apps.app(grant.appID) != nil
        else { throw ClientError.token }
        return grant
    }

    private func personClaims(of token: String) async throws(ClientError) -> PersonClaims {
        do {
            return try await keys.verify(token, as: PersonClaims.self)
        } catch {
            throw .token
        }
    }
}

/// The claims of RFC 9068, and the grant.
private struct PersonClaims: JWTPayload {
    let iss: String
    let sub: String
    let aud: String
    let clientID: String
    let jti: String
    let iat: Int64
    let exp: Int64
    let scope: String
    let grant: String

    enum CodingKeys: String, CodingKey {
        case iss, sub, aud, jti, iat, exp, scope, grant
        case clientID = "client_id"
    }

    /// Expiry is checked by the caller, which knows the moment.
    func verify(using algorithm: some JWTAlgorithm) async throws {}
}

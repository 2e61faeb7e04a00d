public import CivilTime
import Crypto
import JWTKit
public import SQL
public import Sealing
import Synchronization

/// What a valid access token gives: who calls, for which organisation, and what it is let in for.
public struct AccessGrant: Sendable {
    public let clientID: String
    public let organisation: Organisation
    public let scopes: Set<Scope>
}

/// Issues access tokens (signed JWTs, at most 15 minutes) and verifies them.
///
/// A verified token is remembered for a minute at most, so that a withdrawn client is out within that minute
/// and a busy one costs no signature check a request.
public final class AccessTokens: Sendable {
    public static let lifetimeSeconds: Int64 = 900
    private static let rememberedSeconds: Int64 = 60
    private static let rememberedLimit = 10_000

    let keys: JWTKeyCollection
    let issuer: String
    let apps: AppPolicy
    private let remembered = Mutex<[String: Remembered]>([:])

    private struct Remembered {
        let grant: AccessGrant
        let until: Instant
    }

    /// - Parameters:
    ///   - issuer: the public address of this installation; a token of another one is refused.
    ///   - apps: a token of an app that is no longer among these is refused.
    public init(keys: KeyRing, issuer: String, apps: AppPolicy = AppPolicy(apps: [])) async throws {
        let secret = try P256.Signing.PrivateKey(rawRepresentation: keys.secret(.token).bytes)
        self.keys = JWTKeyCollection()
        self.issuer = issuer
        self.apps = apps
        await self.keys.add(ecdsa: try ES256PrivateKey(backing: secret))
    }

    public func issue(to client: Client, scopes: Set<Scope>, at now: Instant) async throws -> String {
        let claims = AccessClaims(
            iss: issuer, sub: client.id,
            jti: Identifier<AccessGrant>.new(milliseconds: now.microseconds / 1000)
                .description, iat: now.seconds, exp: now.seconds + Self.lifetimeSeconds, scope: scopes.text)
        return try await keys.sign(claims)
    }

    /// The grant of a token; throws ``ClientError`` when it is damaged, expired, of another issuer, or its
    /// client withdrawn.
    public func verify(_ token: String, database: any Database, at now: Instant) async throws -> AccessGrant {
        if let known = remembered.withLock({ $0[token] }), known.until > now {
            return known.grant
        }
        let claims = try await claims(of: token)
        guard claims.exp > now.seconds else { throw ClientError.expiredToken }
        guard claims.iss == issuer, let scopes = Scope.list(claims.scope) else { throw ClientError.token }
        guard let client = try await database.read({ try Client.find(claims.sub, in: $0) }) else {
            throw ClientError.token
        }
        let grant = AccessGrant(
            clientID: client.id, organisation: client.organisation, scopes: scopes.intersection(client.scopes)
        )
        let until = min(Instant(seconds: claims.exp), now.advanced(bySeconds: Self.rememberedSeconds))
        remember(token, Remembered(grant: grant, until: until), at: now)
        return grant
    }

    private func claims(of token: String) async throws(ClientError) -> AccessClaims {
        do {
            return try await keys.verify(token, as: AccessClaims.self)
        } catch {
            throw .token
        }
    }

    private func remember(_ token: String, _ entry: Remembered, at now: Instant) {
        remembered.withLock { known in
            if known.count >= Self.rememberedLimit {
                known = known.filter { $0.value.until > now }
            }
            if known.count < Self.rememberedLimit {
                known[token] = entry
            }
        }
    }
}

struct AccessClaims: JWTPayload {
    let iss: String
    let sub: String
    let jti: String
    let iat: Int64
    let exp: Int64
    let scope: String

    /// Expiry is checked by the caller, which knows the moment.
    func verify(using algorithm: some JWTAlgorithm) async throws {}
}

public import CivilTime
import JWTKit
public import SQL

/// A client's proof of who it is: a JWT signed with its own key (`private_key_jwt`, NL GOV OAuth profile).
public enum ClientAssertion {
    /// The furthest ahead that an assertion may expire: five minutes.
    static let lifetimeLimitSeconds: Int64 = 300
    static let jtiLimitBytes = 200
    /// How far the client's clock may be off.
    static let leewaySeconds: Int64 = 30
    private static let sizeLimitBytes = 16_384

    /// The client that signed the assertion, once: the same `jti` is refused until it has expired.
    ///
    /// - Parameter audience: the addresses by which the token endpoint may be named in `aud`.
    public static func verify(
        _ assertion: String, audience: [String], database: any Database, at now: Instant
    ) async throws -> Client {
        guard assertion.utf8.count <= sizeLimitBytes else {
            throw ClientError.assertion("it is larger than \(sizeLimitBytes) bytes")
        }
        let claimed = try unverifiedClaims(of: assertion)
        guard let client = try await database.read({ try Client.find(claimed.iss, in: $0) }) else {
            throw ClientError.unknownClient
        }
        let claims = try await signedClaims(of: assertion, by: client)
        try claims.check(client: client, audience: audience, at: now)
        try await database.write { try claims.useOnce(in: $0, at: now) }
        return client
    }

    private static func unverifiedClaims(of assertion: String) throws(ClientError) -> AssertionClaims {
        do {
            return try DefaultJWTParser().parse([UInt8](assertion.utf8), as: AssertionClaims.self).payload
        } catch {
            throw .assertion("it is no JWT with iss, sub, aud, exp and jti")
        }
    }

    private static func signedClaims(
        of assertion: String, by client: Client
    ) async throws(ClientError) -> AssertionClaims {
        do {
            return try await PublicKeySet.verify(assertion, with: client.jwks)
        } catch let error as ClientError {
            throw error
        } catch {
            throw .assertion("no key of client '\(client.id)' fits its signature")
        }
    }
}

struct AssertionClaims: JWTPayload {
    let iss: String
    let sub: String
    let aud: AudienceClaim
    let exp: Double
    let nbf: Double?
    let jti: String

    /// The claims are checked by ``check(client:audience:at:)``, which knows the moment.
    func verify(using algorithm: some JWTAlgorithm) async throws {}

    func check(client: Client, audience: [String], at now: Instant) throws(ClientError) {
        let nowSeconds = Double(now.seconds)
        let leeway = Double(ClientAssertion.leewaySeconds)
        guard iss == client.id, sub == client.id else {
            throw .assertion("iss and sub are not both the client id")
        }
        guard aud.value.contains(where: audience.contains) else {
            throw .assertion("aud is not the address of this token endpoint")
        }
        guard exp > nowSeconds - leeway else { throw .assertion("it has expired") }
        guard exp <= nowSeconds + Double(ClientAssertion.lifetimeLimitSeconds) + leeway else {
            throw .assertion("exp is more than five minutes ahead")
        }
        if let nbf, nbf > nowSeconds + leeway { throw .assertion("it is not valid yet") }
        guard (1...ClientAssertion.jtiLimitBytes).contains(jti.utf8.count), !jti.utf8.contains(0) else {
            throw .assertion("jti is 1 to \(ClientAssertion.jtiLimitBytes) bytes")
        }
    }

    func useOnce(in transaction: any Transaction, at now: Instant) throws {
        try transaction.run("DELETE FROM used_assertion WHERE expires_at < \(now)")
        let expiresAt = Instant(seconds: Int64(exp) + 2 * ClientAssertion.leewaySeconds)
        let added = try transaction.run(
            """
            INSERT INTO used_assertion (client_id, jti, expires_at)
            VALUES (\(iss), \(jti), \(expiresAt))
            ON CONFLICT (client_id, jti) DO NOTHING
            """)
        guard added == 1 else { throw ClientError.assertion("this jti was used before") }
    }
}

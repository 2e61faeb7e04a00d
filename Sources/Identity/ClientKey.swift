public import CivilTime
import Crypto
import JWTKit
import SQL

/// The private key of a client on this machine: for the probe and the test clients of the worked example.
public struct ClientKey: Sendable {
    private let key: P256.Signing.PrivateKey
    private static let keyID = "sleutel-1"

    /// A new key.
    public init() {
        key = P256.Signing.PrivateKey()
    }

    public init(pem: String) throws {
        key = try P256.Signing.PrivateKey(pemRepresentation: pem)
    }

    public var pem: String { key.pemRepresentation }

    /// The public part as the JSON Web Key Set that ``Client/add(id:organisation:scopes:jwks:in:at:)`` takes.
    public var jwks: String {
        let point = key.publicKey.rawRepresentation
        let x = Base64URL.text(point.prefix(32))
        let y = Base64URL.text(point.suffix(32))
        return """
            {"keys":[{"kty":"EC","crv":"P-256","alg":"ES256","use":"sig",\
            "kid":"\(Self.keyID)","x":"\(x)","y":"\(y)"}]}
            """
    }

    /// A client assertion for a token endpoint, good for one minute and one use.
    public func assertion(client: String, audience: String, at now: Instant) async throws -> String {
        let keys = JWTKeyCollection()
        await keys.add(ecdsa: try ES256PrivateKey(backing: key), kid: JWKIdentifier(string: Self.keyID))
        let claims = AssertionClaims(
            iss: client, sub: client, aud: AudienceClaim(value: [audience]), exp: Double(now.seconds + 60),
            nbf: nil,
            jti: Identifier<ClientKey>.new(milliseconds: now.microseconds / 1000).description)
        return try await keys.sign(claims, kid: JWKIdentifier(string: Self.keyID))
    }
}

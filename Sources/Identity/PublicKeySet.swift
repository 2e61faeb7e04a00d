// JSON has no decoder outside Foundation on this platform.
import FoundationEssentials
import JWTKit

/// The public keys of a client: what may be in them, and the check of a signature made with one of them.
enum PublicKeySet {
    /// The algorithms of the NL GOV OAuth profile that this product accepts.
    static let algorithms: Set<String> = ["PS256", "RS256", "ES256"]
    private static let keyLimit = 10
    private static let sizeLimitBytes = 32_768

    /// Refuses a set that cannot serve: not JSON, empty, too large, keys without id, or private parts in it.
    static func check(_ jwks: String) throws(ClientError) {
        guard jwks.utf8.count <= sizeLimitBytes else { throw .keySet("larger than \(sizeLimitBytes) bytes") }
        let set: JWKS
        do {
            set = try JSONDecoder().decode(JWKS.self, from: Data(jwks.utf8))
        } catch {
            throw .keySet("not a JSON Web Key Set: {\"keys\": […]}")
        }
        guard (1...keyLimit).contains(set.keys.count) else { throw .keySet("hold 1 to \(keyLimit) keys") }
        for key in set.keys {
            guard key.keyIdentifier != nil else { throw .keySet("each key needs a kid") }
            guard key.privateExponent == nil else {
                throw .keySet("it holds a private key; hand in the public part only, and make a new pair")
            }
        }
    }

    /// The payload of a token signed with one of the keys. The keys are loaded anew each time: a key without
    /// `alg` would otherwise stay bound to the first algorithm it was used with.
    static func verify<Payload: JWTPayload>(_ token: String, with jwks: String) async throws -> Payload {
        guard let algorithm = try DefaultJWTParser().parse([UInt8](token.utf8), as: Payload.self).header.alg,
            algorithms.contains(algorithm)
        else { throw ClientError.assertion("sign it with PS256, RS256 or ES256") }
        let keys = JWTKeyCollection()
        try await keys.add(jwksJSON: jwks)
        return try await keys.verify(token, as: Payload.self)
    }
}

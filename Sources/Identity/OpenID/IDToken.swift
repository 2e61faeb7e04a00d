import CivilTime
// JSON has no decoder outside Foundation on this platform.
import FoundationEssentials
import JWTKit

/// What the provider says of who signed in: a token that it signed for us (OpenID Connect Core 1.0 §2).
struct IDToken: JWTPayload {
    let iss: String
    let sub: String
    let aud: AudienceClaim
    let azp: String?
    let exp: Double
    let iat: Double
    let nonce: String?
    let acr: String?

    /// The claims are checked by ``check(client:nonce:at:)``, which knows the moment.
    func verify(using algorithm: some JWTAlgorithm) async throws {}

    static let sizeLimitBytes = 32_768
    /// How far the provider's clock may be off.
    private static let leewaySeconds = 30.0
    /// A token is made while the browser waits; one that is older was made for something else.
    private static let ageLimitSeconds = 600.0
    /// OpenID Connect Core 1.0 §2.
    private static let subjectBytesLimit = 255

    /// The algorithm and the key that a token says it is signed with; nothing of it is believed yet.
    static func named(in token: String) throws(OpenIDError) -> (algorithm: String, key: String?) {
        guard token.utf8.count <= sizeLimitBytes else { throw .untrusted("the ID token is too large") }
        do {
            let header = try DefaultJWTParser().parse([UInt8](token.utf8), as: IDToken.self).header
            return (header.alg ?? "none", header.kid)
        } catch {
            throw .untrusted("the ID token is no JWT with iss, sub, aud, exp and iat")
        }
    }

    static func verified(_ token: String, with key: JWK) async throws(OpenIDError) -> IDToken {
        var key = key
        key.keyIdentifier = JWKIdentifier(string: key.keyIdentifier?.string ?? "only")
        let keys = JWTKeyCollection()
        do {
            try await keys.add(jwk: key, isDefault: true)
            return try await keys.verify(token, as: IDToken.self)
        } catch {
            throw .untrusted("the signature of the ID token does not fit its key")
        }
    }

    func check(client: OpenIDClient, nonce expected: String, at now: Instant) throws(OpenIDError) {
        let seconds = Double(now.seconds)
        guard iss == client.issuer else { throw .untrusted("iss is another issuer") }
        guard aud.value.contains(client.id) else { throw .untrusted("aud is another client") }
        guard aud.value.count == 1 || azp == client.id, azp == nil || azp == client.id else {
            throw .untrusted("azp is another client")
        }
        guard exp > seconds - Self.leewaySeconds else { throw .untrusted("the ID token has expired") }
        guard iat <= seconds + Self.leewaySeconds, iat > seconds - Self.ageLimitSeconds else {
            throw .untrusted("iat is in the future, or too long ago")
        }
        guard nonce == expected else { throw .untrusted("nonce is not the one that was asked with") }
        guard (1...Self.subjectBytesLimit).contains(sub.utf8.count) else {
            throw .untrusted("sub is empty or too long")
        }
    }
}

/// Claims by the names that the settings give, each as text; claims of other kinds count as absent.
struct NamedClaims: Decodable, Sendable {
    private let texts: [String: String]
    private let lists: [String: [String]]

    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) {
            self.stringValue = stringValue
        }

        init?(intValue: Int) {
            nil
        }
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Name.self)
        var texts: [String: String] = [:]
        var lists: [String: [String]] = [:]
        for name in container.allKeys {
            do {
                texts[name.stringValue] = try container.decode(String.self, forKey: name)
            } catch {
                lists[name.stringValue] = Self.list(of: name, in: container)
            }
        }
        self.texts = texts
        self.lists = lists
    }

    private static func list(of name: Name, in container: KeyedDecodingContainer<Name>) -> [String]? {
        do {
            return try container.decode([String].self, forKey: name)
        } catch {
            return nil
        }
    }

    /// The claims of a token whose signature has been checked.
    init(ofVerified token: String) throws(OpenIDError) {
        let parts = token.split(separator: ".")
        guard parts.count == 3, let bytes = Base64URL.bytes(String(parts[1])) else {
            throw .untrusted("the ID token is no JWT")
        }
        do {
            self = try JSONDecoder().decode(NamedClaims.self, from: Data(bytes))
        } catch {
            throw .untrusted("the claims of the ID token cannot be read")
        }
    }

    func text(_ name: String) -> String? {
        texts[name]
    }

    /// One text or a list of them: providers write roles both ways.
    func list(_ name: String) -> [String] {
        lists[name] ?? texts[name].map { [$0] } ?? []
    }
}

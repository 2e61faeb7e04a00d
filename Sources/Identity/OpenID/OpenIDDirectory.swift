import CivilTime
// JSON has no decoder outside Foundation on this platform.
import FoundationEssentials
import JWTKit
import Outbound

/// Where the provider's parts are (OpenID Connect Discovery 1.0 §3); read at the first sign-in.
struct OpenIDDescription: Decodable, Sendable {
    let issuer: String
    let authorizationEndpoint: String
    let tokenEndpoint: String
    let jwksURI: String
    let userinfoEndpoint: String?
    let endSessionEndpoint: String?

    enum CodingKeys: String, CodingKey {
        case issuer
        case authorizationEndpoint = "authorization_endpoint"
        case tokenEndpoint = "token_endpoint"
        case jwksURI = "jwks_uri"
        case userinfoEndpoint = "userinfo_endpoint"
        case endSessionEndpoint = "end_session_endpoint"
    }

    /// All of them on a safe connection: codes and tokens go there.
    var isSafe: Bool {
        [authorizationEndpoint, tokenEndpoint, jwksURI, userinfoEndpoint, endSessionEndpoint]
            .compactMap(\.self).allSatisfy(OpenIDAddress.isSafe)
    }
}

/// Which addresses of a provider are taken.
public enum OpenIDAddress {
    /// HTTPS, or this machine itself, for trying out.
    public static func isSafe(_ url: String) -> Bool {
        if url.hasPrefix("https://") { return true }
        return ["http://127.0.0.1:", "http://localhost:"].contains { url.hasPrefix($0) }
    }
}

/// What is known of the provider: its addresses and its keys, each asked once an hour, and the keys also when
/// one is named that is not among them.
actor OpenIDDirectory {
    private let issuer: String
    private let http: OutboundClient
    private var description: (value: OpenIDDescription, at: Instant)?
    private var keys: (value: [JWK], at: Instant)?

    /// Keys and addresses change seldom, and a provider announces that a day or more before.
    private static let keptSeconds: Int64 = 3_600
    /// Who sends tokens with made-up key names makes us ask no more often than this.
    private static let betweenSeconds: Int64 = 60
    private static let keyLimit = 50

    init(issuer: String, http: OutboundClient) {
        self.issuer = issuer
        self.http = http
    }

    func description(at now: Instant) async throws(OpenIDError) -> OpenIDDescription {
        if let description, description.at.advanced(bySeconds: Self.keptSeconds) > now {
            return description.value
        }
        let found: OpenIDDescription = try await fetch("\(issuer)/.well-known/openid-configuration")
        guard found.issuer == issuer else { throw .unavailable("its description names another issuer") }
        guard found.isSafe else { throw .unavailable("its description names an address without https") }
        description = (found, now)
        return found
    }

    /// The key that a token names, or the only one where it names none.
    func key(_ id: String?, at now: Instant) async throws(OpenIDError) -> JWK {
        if let keys, keys.at.advanced(bySeconds: Self.keptSeconds) > now {
            if let key = Self.key(id, among: keys.value) { return key }
            guard keys.at.advanced(bySeconds: Self.betweenSeconds) <= now else {
                throw .untrusted("it is signed with a key that the provider does not publish")
            }
        }
        let found: PublishedKeys = try await fetch(try await description(at: now).jwksURI)
        let usable = Array(found.keys.compactMap(\.key).prefix(Self.keyLimit))
        keys = (usable, now)
        guard let key = Self.key(id, among: usable) else {
            throw .untrusted("it is signed with a key that the provider does not publish")
        }
        return key
    }

    private static func key(_ id: String?, among keys: [JWK]) -> JWK? {
        guard let id else { return keys.count == 1 ? keys.first : nil }
        return keys.first { $0.keyIdentifier?.string == id }
    }

    private func fetch<Answer: Decodable>(_ url: String) async throws(OpenIDError) -> Answer {
        do {
            let answer = try await http.get(url, headers: [OutboundHeader("Accept", "application/json")])
            guard answer.status == 200 else { throw OpenIDError.unavailable("status \(answer.status)") }
            return try JSONDecoder().decode(Answer.self, from: Data(answer.body))
        } catch let error as OpenIDError {
            throw error
        } catch let error as OutboundError {
            throw .unavailable("\(error)")
        } catch {
            throw .unavailable("its answer is not what it should be")
        }
    }
}

/// A key set in which keys of kinds that are not known here are passed over: they sign nothing that we take.
private struct PublishedKeys: Decodable {
    let keys: [OneKey]

    struct OneKey: Decodable {
        let key: JWK?

        init(from decoder: any Decoder) {
            do {
                key = try JWK(from: decoder)
            } catch {
                key = nil
            }
        }
    }
}

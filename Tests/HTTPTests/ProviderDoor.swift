import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

/// A browser that has been sent to the provider.
struct OnTheWay {
    let cookie: String
    let question: [String: String]
    let address: String
}

/// A door of the sign-in page, as a browser goes out of it and comes back.
enum ProviderDoor: String {
    case citizens = "/inloggen/openid"
    case work = "/inloggen/organisatie"

    private var back: String {
        switch self {
        case .citizens: "/inloggen/terug"
        case .work: "/inloggen/organisatie/terug"
        }
    }

    func leave(_ client: any TestClientProtocol, to path: String? = nil) async throws -> OnTheWay {
        let uri = rawValue + (path.map { "?naar=\($0)" } ?? "")
        let sent = try await client.execute(uri: uri, method: .get)
        #expect(sent.status == .seeOther)
        let address = try #require(sent.headers[.location])
        let items = URLComponents(string: address)?.queryItems ?? []
        let set = try #require(sent.headers[.setCookie])
        for word in ["HttpOnly", "Secure", "SameSite=Lax", "Path=/inloggen"] { #expect(set.contains(word)) }
        return OnTheWay(
            cookie: String(set.prefix { $0 != ";" }),
            question: Dictionary(items.map { ($0.name, $0.value ?? "") }, uniquingKeysWith: { $1 }),
            address: address)
    }

    func comeBack(
        _ client: any TestClientProtocol, _ way: OnTheWay, state: String? = nil, cookie: String? = nil,
        more: String = ""
    ) async throws -> TestResponse {
        let nonce = way.question["nonce"] ?? ""
        return try await client.execute(
            uri: "\(back)?code=\(nonce)&state=\(state ?? way.question["state"] ?? "")\(more)",
            method: .get, headers: [.cookie: cookie ?? way.cookie])
    }
}

extension TestResponse {
    /// The cookie of a session that begins with this answer.
    var newSession: String? {
        headers[values: .setCookie].first { $0.hasPrefix("peil-sessie=") && !$0.contains("=;") }
            .map { String($0.prefix { $0 != ";" }) }
    }

    /// The hidden field of the first form, as it is sent.
    var formToken: String {
        let parts = text.split(separator: "name=\"formuliersleutel\" value=\"")
        return "formuliersleutel=\(parts.count > 1 ? parts[1].prefix { $0 != "\"" } : "")"
    }
}

import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Synchronization
import Testing

/// An identity provider on this machine that answers as a test wants, also as none should. What it is asked
/// as a code comes back as the nonce, so it keeps nothing between its two questions.
final class FakeProvider: Sendable {
    struct Answer: Sendable {
        var algorithm = "ES256"
        var kid: String? = "een"
        var key = FakeProvider.key
        /// Put over the claims of a good token; an empty text takes the claim away.
        var claims: [String: any Sendable] = [:]
        var status = 200
        /// What is told at the address of the subject.
        var told = ["sub": FakeProvider.subject]
        var description: [String: String] = [:]
    }

    static let key = P256.Signing.PrivateKey()
    static let otherKey = P256.Signing.PrivateKey()
    static let client = "peil"
    static let subject = "een-willekeurig-onderwerp"
    static let bsn = "urn:nl-eid-gdi:1.0:id:bsn"

    private let answer = Mutex(Answer())
    private let asked = Mutex<[FakeForm]>([])
    private let now: @Sendable () -> Int64

    typealias FakeForm = [String: String]

    init(now: @escaping @Sendable () -> Int64) {
        self.now = now
    }

    func willAnswer(_ change: (inout Answer) -> Void) {
        answer.withLock { answer in
            answer = Answer()
            change(&answer)
        }
    }

    /// The forms that its token address got.
    var forms: [FakeForm] { asked.withLock { $0 } }

    private var present: Answer { answer.withLock { $0 } }

    /// Runs it on a port of its own.
    func serve(_ body: @escaping @Sendable (_ issuer: String) async throws -> Void) async throws {
        let router = Router()
        router.get("/.well-known/openid-configuration") { request, _ in
            self.json(self.description(Self.issuer(of: request)))
        }
        router.get("/sleutels") { _, _ in
            let point = Self.key.publicKey.rawRepresentation
            let (x, y) = (base64URL(point.prefix(32)), base64URL(point.suffix(32)))
            let key = ["kty": "EC", "crv": "P-256", "kid": "een", "x": x, "y": y]
            return self.json(["keys": [["kty": "oct", "kid": "vreemd"], key]])
        }
        router.post("/token") { request, _ in
            var request = request
            let form = Self.fields(try await request.collectBody(upTo: 65_536))
            self.asked.withLock { $0.append(form) }
            let token = try self.token(nonce: form["code"] ?? "", issuer: Self.issuer(of: request))
            return self.json(
                ["id_token": token, "access_token": "toegang", "token_type": "Bearer"],
                status: .init(code: self.present.status))
        }
        router.get("/wie") { _, _ in self.json(self.present.told) }
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)), logger: .silent)
        try await application.test(.live) { client in
            try await body("http://127.0.0.1:\(try #require(client.port))")
        }
    }

    private func description(_ issuer: String) -> [String: String] {
        [
            "issuer": issuer, "authorization_endpoint": "\(issuer)/aanmelden?stijl=1",
            "token_endpoint": "\(issuer)/token", "jwks_uri": "\(issuer)/sleutels",
            "userinfo_endpoint": "\(issuer)/wie", "end_session_endpoint": "\(issuer)/uit",
        ].merging(present.description) { $1 }
    }

    private func token(nonce: String, issuer: String) throws -> String {
        let answer = present
        var claims: [String: any Sendable] = [
            "iss": issuer, "sub": Self.subject, "aud": Self.client, "exp": now() + 300,
            "iat": now(), "nonce": nonce, "acr": "http://eidas.europa.eu/LoA/substantial",
            Self.bsn: Site.anna, "name": "Anna de Test",
        ]
        claims.merge(answer.claims) { $1 }
        claims = claims.filter { ($0.value as? String) != "" }
        var header: [String: any Sendable] = ["alg": answer.algorithm, "typ": "JWT"]
        header["kid"] = answer.kid
        let parts = try [header, claims].map {
            base64URL(try JSONSerialization.data(withJSONObject: $0, options: .sortedKeys))
        }
        let signed = parts.joined(separator: ".")
        let signature =
            answer.algorithm == "none"
            ? Data() : try answer.key.signature(for: Data(signed.utf8)).rawRepresentation
        return "\(signed).\(base64URL(signature))"
    }

    private func json(_ body: Any, status: HTTPResponse.Status = .ok) -> Response {
        do {
            let bytes = try JSONSerialization.data(withJSONObject: body)
            return Response(
                status: status, headers: [.contentType: "application/json"],
                body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
        } catch {
            return Response(status: .internalServerError)
        }
    }

    private static func issuer(of request: Request) -> String {
        "http://\(request.head.authority ?? "")"
    }

    private static func fields(_ body: ByteBuffer) -> FakeForm {
        var components = URLComponents()
        components.percentEncodedQuery = String(buffer: body)
        return Dictionary(
            (components.queryItems ?? []).map { ($0.name, $0.value ?? "") }, uniquingKeysWith: { $1 })
    }
}

func base64URL(_ bytes: some DataProtocol) -> String {
    Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
        .replacing("=", with: "")
}

public import CivilTime
public import Outbound
public import SQL
public import Sealing

/// The identity provider, seen from here: a sign-in begins with a question to it by way of the browser, and
/// ends with its answer (OpenID Connect, authorization code with PKCE; NL GOV OIDC).
public struct OpenIDProvider: Sendable {
    let client: OpenIDClient
    let keys: KeyRing
    let http: OutboundClient
    let directory: OpenIDDirectory

    public init(_ client: OpenIDClient, keys: KeyRing, http: OutboundClient) {
        self.client = client
        self.keys = keys
        self.http = http
        directory = OpenIDDirectory(issuer: client.issuer, http: http)
    }

    /// A question on its way: where the browser goes, and what it keeps until it is back.
    public struct Question: Sendable {
        public let url: String
        /// For a cookie that no script reads, in this browser only.
        public let cookie: String
        /// How long the answer may take.
        public static let lifetimeSeconds = SignInAttempt.lifetimeSeconds
    }

    /// Begins a sign-in.
    ///
    /// - Parameter returnPath: the page of this site that was asked for.
    public func begin(returnPath: String?, at now: Instant) async throws -> Question {
        let description = try await directory.description(at: now)
        let attempt = SignInAttempt(redirectURL: client.redirectURL, returnPath: returnPath, at: now)
        let levels = client.leastLevel.andAbove.map(\.rawValue).joined(separator: " ")
        let query = FormText.encoded([
            ("response_type", "code"), ("client_id", client.id), ("redirect_uri", client.redirectURL),
            ("scope", client.scope), ("state", attempt.state), ("nonce", attempt.nonce),
            ("code_challenge", attempt.challenge), ("code_challenge_method", "S256"),
            ("acr_values", levels),
        ])
        return Question(
            url: FormText.url(description.authorizationEndpoint, query),
            cookie: try attempt.sealed(keys))
    }

    /// Where the browser goes to sign out there too; nil where the provider has no such place.
    ///
    /// It names us and no one else: a token as a hint would put a number in an address.
    public func signOutURL(at now: Instant) async throws(OpenIDError) -> String? {
        guard let endpoint = try await directory.description(at: now).endSessionEndpoint else { return nil }
        return FormText.url(
            endpoint,
            FormText.encoded([
                ("client_id", client.id), ("post_logout_redirect_uri", client.afterSignOutURL),
            ]))
    }

    public var issuer: String { client.issuer }

    /// Our public keys, for the provider to check our assertions with; nil where a secret is used.
    public var jwks: String? {
        if case .key(let key) = client.authentication { key.jwks } else { nil }
    }
}

/// What came back with the browser.
public struct OpenIDAnswer: Sendable {
    let code: String?
    let state: String?
    let issuer: String?
    let error: String?
    let cookie: String?

    public init(code: String?, state: String?, issuer: String?, error: String?, cookie: String?) {
        self.code = code
        self.state = state
        self.issuer = issuer
        self.error = error
        self.cookie = cookie
    }
}

/// Who signed in, as the provider says.
public struct OpenIDIdentity: Sendable {
    public enum Kind: Sendable {
        case citizen(BSN)
        /// Of the organisation that runs this installation, with the names of their roles.
        case staff(roles: [String])
        /// Of the organisation with this number, with the names of their roles there.
        case employee(of: OIN, roles: [String])
    }

    public let kind: Kind
    /// How the provider says the person is called, where it does.
    public let name: String?
    public let birthDate: CivilDate?
    public let level: LevelOfAssurance
    public let returnPath: String?
    let nonceHash: [UInt8]
    let expiresAt: Instant
}

extension OpenIDIdentity {
    /// Uses the answer up: the same one starts no second session, whatever the provider does with its codes.
    public func useOnce(in transaction: any Transaction, at now: Instant) throws {
        try transaction.run("DELETE FROM used_sign_in WHERE expires_at < \(now)")
        let isNew = try transaction.run(
            """
            INSERT INTO used_sign_in (nonce_hash, expires_at)
            VALUES (\(nonceHash), \(expiresAt))
            ON CONFLICT (nonce_hash) DO NOTHING
            """)
        guard isNew == 1 else { throw OpenIDError.notBegun }
    }
}

/// Text as forms and queries carry it.
enum FormText {
    static func encoded(_ fields: [(String, String)]) -> String {
        fields.map { "\($0)=\(encoded($1))" }.joined(separator: "&")
    }

    static func url(_ endpoint: String, _ query: String) -> String {
        endpoint + (endpoint.contains("?") ? "&" : "?") + query
    }

    /// Percent-encodes everything but the unreserved characters of RFC 3986 §2.3.
    static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        let unreserved = Base64URL.alphabet + Array(".~".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if unreserved.contains(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// How this installation is known to its identity provider, and what it asks of it.
public struct OpenIDClient: Sendable {
    /// How the provider knows that a code is ours to trade.
    public enum Authentication: Sendable {
        /// `private_key_jwt`: nothing secret leaves this installation.
        case key(ClientKey)
        /// `client_secret_basic`, for providers that know nothing else.
        case secret(SecretText)
    }

    /// The claims that are read; the name of each is the provider's own.
    public struct Claims: Sendable {
        /// The citizen service number. Never `sub` (NL GOV OIDC).
        public let number: String
        public let name: String
        /// The role of a member of staff; nil where staff do not sign in by this provider.
        public let role: String?

        public init(number: String, name: String, role: String?) {
            precondition(number != "sub", "a number is not the subject")
            self.number = number
            self.name = name
            self.role = role
        }
    }

    public let issuer: String
    public let id: String
    public let authentication: Authentication
    public let claims: Claims
    public let scope: String
    public let leastLevel: LevelOfAssurance
    /// Where the provider sends the browser back to.
    public let redirectURL: String
    /// Where the provider sends the browser after signing out there.
    public let afterSignOutURL: String

    public init(
        issuer: String, id: String, authentication: Authentication, claims: Claims, scope: String,
        leastLevel: LevelOfAssurance, redirectURL: String, afterSignOutURL: String
    ) {
        self.issuer = issuer
        self.id = id
        self.authentication = authentication
        self.claims = claims
        self.scope = scope
        self.leastLevel = leastLevel
        self.redirectURL = redirectURL
        self.afterSignOutURL = afterSignOutURL
    }
}

/// A secret in text, as a provider hands it out; it never prints.
public struct SecretText: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    let text: String

    public init(_ text: String) {
        self.text = text
    }

    public var description: String { "•••" }
    public var debugDescription: String { "•••" }
}

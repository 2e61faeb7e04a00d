/// How this installation is known to its identity provider, and what it asks of it.
public struct OpenIDClient: Sendable {
    /// How the provider knows that a code is ours to trade.
    public enum Authentication: Sendable {
        /// `private_key_jwt`: nothing secret leaves this installation.
        case key(ClientKey)
        /// `client_secret_basic`, for providers that know nothing else.
        case secret(SecretText)
    }

    /// Whom a provider speaks for, and the claims that are read of them; the name of each is the provider's
    /// own. What it says besides is passed over: who comes in as an employee is no citizen, whatever number
    /// the answer holds.
    public enum Claims: Sendable {
        /// Citizens by their citizen service number, which is never `sub` (NL GOV OIDC); and staff by a role,
        /// where a claim for it is given.
        case citizens(number: String, name: String, role: String?)
        /// Who works for an organisation, by its OIN and their roles.
        case employees(organisation: String, role: String)
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

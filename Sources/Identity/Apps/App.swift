/// An app by which people reach their own box: a public client (RFC 6749 §2.1), which can keep no secret.
/// So it is known by the addresses it may be answered at, and shows with PKCE that it is the one that
/// asked.
public struct App: Sendable, Equatable {
    public let id: String
    /// What the person is asked to trust.
    public let name: String
    /// Compared letter by letter: a longer path or another port is another address.
    public let redirectURIs: [String]
    public let scopes: Set<PersonScope>

    public init(id: String, name: String, redirectURIs: [String], scopes: Set<PersonScope>) {
        self.id = id
        self.name = name
        self.redirectURIs = redirectURIs
        self.scopes = scopes
    }
}

/// The apps of this installation, as its policy file gives them.
public struct AppPolicy: Sendable {
    public let apps: [App]

    public init(apps: [App]) {
        self.apps = apps
    }

    public func app(_ id: String) -> App? {
        apps.first { $0.id == id }
    }
}

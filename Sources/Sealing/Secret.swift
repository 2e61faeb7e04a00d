/// What a derived secret is for. Each name gives a secret of its own.
public enum SecretName: String, Sendable, CaseIterable {
    /// Signs the access tokens that Peil issues.
    case token
    /// Seals what a browser keeps while its visitor is at the identity provider.
    case signIn = "sign-in"
    /// Keys the terms by which a person's own texts are searched.
    case searchTerms = "search-terms"
}

/// 32 bytes that nobody may read in a log: it prints as dots.
public struct Secret: Sendable, Equatable, CustomStringConvertible, CustomReflectable {
    public let bytes: [UInt8]

    public var description: String { "•••" }
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}

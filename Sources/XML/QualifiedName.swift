/// The name of an element or attribute: a local name in a namespace, or in none.
public struct QualifiedName: Hashable, Sendable {
    public let namespace: String?
    public let localName: String

    public init(_ localName: String, in namespace: String?) {
        self.namespace = namespace
        self.localName = localName
    }
}

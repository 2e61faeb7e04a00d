/// Who acts, for the audit trail: a kind, an id within it, and the name that a reader knows it by. Never a
/// BSN.
public struct Actor: Sendable, Hashable {
    public let kind: String
    public let id: String
    /// For an organisation its client, for its staff their role; for others empty. No person's name.
    public let name: String

    init(kind: String, id: String, name: String = "") {
        self.kind = kind
        self.id = id
        self.name = name
    }

    /// An organisation through one of its clients.
    public static func organisation(_ id: String, name: String) -> Actor {
        Actor(kind: "organisation", id: id, name: name)
    }

    /// A citizen by the id of the person, which is no BSN.
    public static func citizen(_ id: String) -> Actor {
        Actor(kind: "citizen", id: id)
    }

    /// Someone who works for the provider, as yet by role.
    public static func staff(role: String) -> Actor {
        Actor(kind: "staff", id: role)
    }

    /// Someone who works for an organisation that sends messages, by its id and their role.
    public static func supplier(_ organisation: String, role: String) -> Actor {
        Actor(kind: "supplier", id: organisation, name: role)
    }

    /// A part of the product itself.
    public static func system(_ part: String) -> Actor {
        Actor(kind: "system", id: part)
    }
}

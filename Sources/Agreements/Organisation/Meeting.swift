/// A meeting with its standing agenda.
public struct Meeting: Hashable, Sendable {
    public let key: String
    public let title: String
    /// Nil where the document sets no rhythm.
    public let every: Rhythm?
    /// Keys of roles.
    public let members: [String]
    /// Dutch, as in the document.
    public let agenda: [String]
    /// What it decides on; Dutch.
    public let decides: [String]

    public init(
        key: String, title: String, every: Rhythm?, members: [String], agenda: [String], decides: [String]
    ) {
        self.key = key
        self.title = title
        self.every = every
        self.members = members
        self.agenda = agenda
        self.decides = decides
    }
}

/// How often something comes back.
public enum Rhythm: String, CaseIterable, Hashable, Sendable {
    case realtime
    case daily = "dag"
    case weekly = "week"
    case monthly = "maand"
    case quarterly = "kwartaal"
    case yearly = "jaar"
}

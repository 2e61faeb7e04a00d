/// What is told to whom, and how, when something happens.
public struct CommunicationRule: Hashable, Sendable {
    public let key: String
    /// Dutch, as in the document.
    public let when: String
    /// Keys of the process types it is about.
    public let processes: [String]
    /// Keys of roles.
    public let by: [String]
    /// Keys of roles.
    public let to: [String]
    public let channels: [Channel]
    /// Whether it may be left out deliberately, which is then recorded (DAP-13).
    public let mayBeWithheld: Bool

    public init(
        key: String, when: String, processes: [String], by: [String], to: [String], channels: [Channel],
        mayBeWithheld: Bool
    ) {
        self.key = key
        self.when = when
        self.processes = processes
        self.by = by
        self.to = to
        self.channels = channels
        self.mayBeWithheld = mayBeWithheld
    }
}

/// A way to tell people something.
public enum Channel: String, CaseIterable, Hashable, Sendable {
    case mail
    case app
    case phone
    case site
    case portal
    case letter
}

/// Who is gone to, level after level, when a difference is not settled.
public struct EscalationLadder: Hashable, Sendable {
    public let key: String
    /// The subject, Dutch.
    public let title: String
    /// The process types it is for; empty: all that have no ladder of their own (DAP-22).
    public let processes: [String]
    /// From the first level up, the keys of the roles on each side.
    public let levels: [[String]]
    /// Whether those concerned talk to each other before the first level is gone to.
    public let consultsFirst: Bool

    public init(key: String, title: String, processes: [String], levels: [[String]], consultsFirst: Bool) {
        self.key = key
        self.title = title
        self.processes = processes
        self.levels = levels
        self.consultsFirst = consultsFirst
    }
}

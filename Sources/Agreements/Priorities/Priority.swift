/// What a priority number means.
public struct Priority: Hashable, Sendable {
    /// 1 is the highest.
    public let number: Int
    public let title: String
    /// Dutch, as in the document.
    public let meaning: String?

    public init(number: Int, title: String, meaning: String?) {
        self.number = number
        self.title = title
        self.meaning = meaning
    }
}

/// An environment whose incidents always have one priority (BVV-05).
public struct FixedPriority: Hashable, Sendable {
    public let environment: Environment
    public let priority: Int

    public init(environment: Environment, priority: Int) {
        self.environment = environment
        self.priority = priority
    }
}

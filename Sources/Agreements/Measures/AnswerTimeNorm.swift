/// Calls are answered within a limit, so many of them (SNO-43).
public struct AnswerTimeNorm: Hashable, Sendable {
    /// In microseconds.
    public let limit: Limit
    public let share: Percentage

    public init(limit: Limit, share: Percentage) {
        self.limit = limit
        self.share = share
    }
}

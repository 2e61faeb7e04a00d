/// How long something lasted, reached back or came ahead.
public struct LengthNorm: Hashable, Sendable {
    public let of: LengthMeasure
    public let bound: Bound<Span>
    public let standing: Standing

    public init(of: LengthMeasure, bound: Bound<Span>, standing: Standing) {
        self.of = of
        self.bound = bound
        self.standing = standing
    }
}

/// Lengths of time that are recorded.
public enum LengthMeasure: String, CaseIterable, Hashable, Sendable {
    case backupRetention = "backup_retention"
    case dataLoss = "data_loss"
    case restore
    case releaseContentsAhead = "release_contents_ahead"
    case usageLog = "usage_log"
    case resumption
}

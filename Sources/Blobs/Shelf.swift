public import SQL

/// What a blob is kept for. Each shelf has segments of its own, because what stands on it ends together.
public enum Shelf: Int, Sendable, CaseIterable, Storable {
    /// Batches as they came in, gone a week after they were processed.
    case parked = 1
    /// Attachments of messages, which stay as long as their message.
    case attachments = 2
    /// What the subscription service was asked about, and its results, gone a week after they were made.
    case subscriptions = 3

    var name: String {
        switch self {
        case .parked: "parked"
        case .attachments: "attachments"
        case .subscriptions: "subscriptions"
        }
    }
}

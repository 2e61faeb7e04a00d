/// One kind of work, such as sending notifications: what its items mean, and how patient it is.
public struct WorkKind: Hashable, Sendable {
    /// Stored with each item and shown in metrics; fixed once released.
    public let name: String
    /// An item that failed this often becomes a dead letter.
    public let attemptLimit: Int
    /// How long a lane waits after its destination failed.
    public let backOff: BackOff

    public init(_ name: String, attemptLimit: Int = 10, backOff: BackOff = .standard) {
        precondition(attemptLimit > 0, "an item is tried at least once")
        self.name = name
        self.attemptLimit = attemptLimit
        self.backOff = backOff
    }
}

public import CivilTime

/// Something that must happen, to be written in the transaction of the act that calls for it.
public struct NewWorkItem: Sendable {
    let kind: WorkKind
    let destination: String
    let payload: [UInt8]
    let dueAt: Instant

    /// - Parameters:
    ///   - destination: the lane: what is for one destination is served in order, and its outage delays
    ///     nothing else. It is shown to operators, so it names no person.
    ///   - payload: what the worker needs; personal parts sealed by the caller.
    public init(kind: WorkKind, destination: String, payload: [UInt8], dueAt: Instant) {
        self.kind = kind
        self.destination = destination
        self.payload = payload
        self.dueAt = dueAt
    }
}

/// An item as a worker gets it.
public struct WorkItem: Sendable {
    /// Counts upward in order of arrival.
    public let number: Int64
    public let payload: [UInt8]
    /// What an earlier attempt wrote down to go on from.
    public let progress: [UInt8]?
    public let dueAt: Instant
    public let enqueuedAt: Instant
    public let failures: Int
}

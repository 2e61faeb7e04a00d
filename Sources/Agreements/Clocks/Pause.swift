public import CivilTime

/// A time in which a clock stands still because someone is awaited.
public struct Pause: Hashable, Sendable {
    public let from: Instant
    /// Nil while it lasts.
    public let to: Instant?
    /// Dutch.
    public let reason: String
    /// The key of the party that is awaited.
    public let responsible: String

    /// An end before the start is a defect of the caller.
    public init(from: Instant, to: Instant?, reason: String, responsible: String) {
        precondition(to.map { $0 >= from } ?? true, "a pause ends at or after its start")
        self.from = from
        self.to = to
        self.reason = reason
        self.responsible = responsible
    }
}

/// A stretch of time from its start up to, and not including, its end.
///
/// Half-open, so that neighbours share no moment and their lengths add up.
public struct Interval: Hashable, Sendable {
    public let start: Instant
    public let end: Instant

    /// An end before the start is a defect of the caller.
    public init(from start: Instant, to end: Instant) {
        precondition(start <= end, "an interval ends at or after its start")
        self.start = start
        self.end = end
    }

    public var isEmpty: Bool { start == end }

    /// Elapsed time, not the difference of two clock readings.
    public var microseconds: Int64 { end.microseconds(since: start) }

    public func contains(_ moment: Instant) -> Bool {
        start <= moment && moment < end
    }

    /// What both have in common; nil where they share no moment.
    public func intersection(_ other: Interval) -> Interval? {
        let from = max(start, other.start)
        let to = min(end, other.end)
        return from < to ? Interval(from: from, to: to) : nil
    }
}

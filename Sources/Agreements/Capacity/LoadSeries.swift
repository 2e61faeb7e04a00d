public import CivilTime

/// How much was offered over time, and what became of it, in buckets of one width. Buckets without load are
/// left out.
public struct LoadSeries: Hashable, Sendable {
    /// The width of the buckets; hours are those of the clock.
    public enum Width: Int, Hashable, Sendable {
        case second = 1
        case hour = 3_600

        var microseconds: Int64 { Int64(rawValue) * 1_000_000 }
    }

    public let width: Width
    /// In order of time, one per start.
    let buckets: [LoadBucket]

    /// - Parameter buckets: in any order, each at a multiple of the width; those of one start are added up.
    public init(width: Width, buckets: some Sequence<LoadBucket>) {
        self.width = width
        var ordered: [LoadBucket] = []
        for bucket in buckets.sorted(by: { $0.start < $1.start }) where bucket.load.offered > 0 {
            precondition(bucket.start.microseconds % width.microseconds == 0, "buckets start at whole widths")
            if let last = ordered.last, last.start == bucket.start {
                ordered[ordered.count - 1].load += bucket.load
            } else {
                ordered.append(bucket)
            }
        }
        self.buckets = ordered
    }
}

/// What was offered in one bucket.
public struct LoadBucket: Hashable, Sendable {
    public let start: Instant
    public fileprivate(set) var load: Load

    public init(start: Instant, load: Load) {
        self.start = start
        self.load = load
    }
}

/// Counts of what was offered and what became of that; what is neither handled, refused nor late is still
/// under way.
public struct Load: Hashable, Sendable {
    public var offered: Int
    /// Handled in time.
    public var handled: Int
    /// Turned away for lack of capacity: not what was rejected for its contents.
    public var refused: Int
    /// Accepted, but not handled within the time that the clause sets, whether or not it was handled since.
    public var late: Int

    public init(offered: Int, handled: Int, refused: Int = 0, late: Int = 0) {
        precondition(min(offered, handled, refused, late) >= 0, "counts are not negative")
        precondition(handled + refused + late <= offered, "what is handled was offered")
        self.offered = offered
        self.handled = handled
        self.refused = refused
        self.late = late
    }

    /// What was refused or late.
    var lost: Int { refused + late }

    static let none = Load(offered: 0, handled: 0)

    static func += (left: inout Load, right: Load) {
        left.offered += right.offered
        left.handled += right.handled
        left.refused += right.refused
        left.late += right.late
    }

    static func -= (left: inout Load, right: Load) {
        left.offered -= right.offered
        left.handled -= right.handled
        left.refused -= right.refused
        left.late -= right.late
    }
}

/// A set of moments, kept as ordered intervals that neither overlap nor touch nor are empty.
///
/// Two sets of the same moments are equal, however they were put together.
public struct IntervalSet: Hashable, Sendable {
    public private(set) var intervals: [Interval]

    public init() {
        intervals = []
    }

    public init(_ interval: Interval) {
        intervals = interval.isEmpty ? [] : [interval]
    }

    /// The moments in any of the given intervals, in whatever order they come.
    public init(_ unordered: some Sequence<Interval>) {
        intervals = []
        for interval in unordered.sorted(by: { $0.start < $1.start }) where !interval.isEmpty {
            append(interval)
        }
    }

    public var isEmpty: Bool { intervals.isEmpty }

    public var totalMicroseconds: Int64 {
        intervals.reduce(0) { $0 + $1.microseconds }
    }

    /// Whole seconds, rounded down; compare microseconds where a norm decides.
    public var totalSeconds: Int64 { totalMicroseconds / 1_000_000 }

    public func contains(_ moment: Instant) -> Bool {
        intervals.contains { $0.contains(moment) }
    }

    public func union(_ other: IntervalSet) -> IntervalSet {
        IntervalSet(intervals + other.intervals)
    }

    public func intersection(_ other: IntervalSet) -> IntervalSet {
        var result = IntervalSet()
        var left = intervals[...]
        var right = other.intervals[...]
        while let first = left.first, let second = right.first {
            if let common = first.intersection(second) { result.intervals.append(common) }
            if first.end <= second.end { left.removeFirst() } else { right.removeFirst() }
        }
        return result
    }

    public func subtracting(_ other: IntervalSet) -> IntervalSet {
        var result = IntervalSet()
        var cuts = other.intervals[...]
        for interval in intervals {
            var start = interval.start
            while let cut = cuts.first, cut.end <= start { cuts.removeFirst() }
            for cut in cuts {
                if cut.start >= interval.end { break }
                if start < cut.start { result.intervals.append(Interval(from: start, to: cut.start)) }
                start = max(start, cut.end)
            }
            if start < interval.end { result.intervals.append(Interval(from: start, to: interval.end)) }
        }
        return result
    }

    /// Adds an interval that starts no earlier than all before it.
    private mutating func append(_ interval: Interval) {
        guard let last = intervals.last, interval.start <= last.end else {
            intervals.append(interval)
            return
        }
        intervals[intervals.count - 1] = Interval(from: last.start, to: max(last.end, interval.end))
    }
}

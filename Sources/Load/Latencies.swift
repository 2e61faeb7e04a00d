/// Counts of times by size, to within a thirty-second part, in little memory.
public struct Latencies: Sendable {
    private static let steps = 32
    private var counts = [Int](repeating: 0, count: 64 * steps)
    public private(set) var count = 0

    mutating func note(microseconds: Int) {
        counts[Self.bucket(of: max(microseconds, 0))] += 1
        count += 1
    }

    /// The time in microseconds within which this fraction was answered.
    public func quantile(_ fraction: Double) -> Int {
        let wanted = max(Int((Double(count) * fraction).rounded(.up)), 1)
        var seen = 0
        for (bucket, count) in counts.enumerated() {
            seen += count
            if seen >= wanted { return Self.upperEnd(of: bucket) }
        }
        return 0
    }

    private static func bucket(of microseconds: Int) -> Int {
        guard microseconds >= steps else { return microseconds }
        let shift = Int.bitWidth - microseconds.leadingZeroBitCount - 6
        return (shift + 1) * steps + (microseconds >> shift) - steps
    }

    private static func upperEnd(of bucket: Int) -> Int {
        guard bucket >= steps else { return bucket }
        let shift = bucket / steps - 1
        return (bucket % steps + steps + 1) << shift - 1
    }
}

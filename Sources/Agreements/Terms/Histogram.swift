/// How many durations fell in which bucket. Histograms of one minute add up to those of a month.
///
/// Bucket `i` counts durations above `edges[i - 1]` up to and including `edges[i]`, in microseconds; the
/// last counts all above. A bound that is an edge is judged exactly; for another the durations in the
/// bucket it cuts are uncertain, and a verdict that depends on them is not given.
public struct Histogram: Hashable, Sendable {
    /// The upper edges in microseconds. Released edges stay: counts are stored by position.
    public static let edges: [Int] = fineEdges + coarseEdges

    /// From 0,1 ms to 100 s, six to a decade: among them 200 ms and 20, 30 and 60 seconds.
    private static let fineEdges: [Int] = [100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000].flatMap {
        decade in
        [10, 15, 20, 30, 40, 60].map { $0 * decade / 10 }
    }

    /// From 100 s on, the terms that agreements name: 5, 10, 15 and 30 minutes, hours, and days up to thirty.
    private static let coarseEdges: [Int] =
        [100, 300, 600, 900, 1_800].map { $0 * 1_000_000 }
        + [1, 2, 3, 4, 6, 8, 12, 16, 20, 24, 30, 36, 48, 72, 144, 168, 720].map { $0 * 3_600_000_000 }

    /// One more than there are edges.
    public private(set) var counts: [Int]

    public init() {
        counts = Array(repeating: 0, count: Self.edges.count + 1)
    }

    /// From stored counts; nil when there are not as many as there are buckets, or one is negative.
    public init?(counts: [Int]) {
        guard counts.count == Self.edges.count + 1, counts.allSatisfy({ $0 >= 0 }) else { return nil }
        self.counts = counts
    }

    public var total: Int { counts.reduce(0, +) }

    public mutating func record(microseconds: Int, times: Int = 1) {
        counts[Self.bucket(of: microseconds)] += times
    }

    public mutating func merge(_ other: Histogram) {
        for index in counts.indices { counts[index] += other.counts[index] }
    }

    /// The position of the bucket that counts a duration: the first whose edge is not below it.
    public static func bucket(of microseconds: Int) -> Int {
        var low = 0
        var high = edges.count
        while low < high {
            let middle = (low + high) / 2
            if edges[middle] < microseconds { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// How many durations surely keep a limit, and how many may.
    func kept(within limit: Limit) -> (surely: Int, possibly: Int) {
        let bound = limit.largestKept
        let whole = Self.edges.prefix { $0 <= bound }.count
        let surely = counts[..<whole].reduce(0, +)
        let isExact = whole > 0 && Self.edges[whole - 1] == bound
        return (surely, isExact ? surely : surely + counts[whole])
    }

    /// The smallest edge within which at least this share lies; nil when it is above the last edge.
    func edge(holding share: Fraction) -> Int? {
        let total = total
        var sum = 0
        for (index, edge) in Self.edges.enumerated() {
            sum += counts[index]
            if total > 0, Fraction(sum, of: total) >= share { return edge }
        }
        return nil
    }
}

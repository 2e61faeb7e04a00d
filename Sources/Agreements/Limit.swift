/// A bound with its operator. Agreements differ in it: one says "≤ 6 uur", another "< 0,25 uur".
///
/// The unit is that of the norm that holds it: microseconds for durations, bytes for sizes.
public struct Limit: Hashable, Sendable {
    public enum Comparison: Hashable, Sendable { case atMost, lessThan }

    public let comparison: Comparison
    public let bound: Int

    public init(_ comparison: Comparison, _ bound: Int) {
        self.comparison = comparison
        self.bound = bound
    }

    public func isKept(by value: Int) -> Bool {
        switch comparison {
        case .atMost: value <= bound
        case .lessThan: value < bound
        }
    }

    /// The largest whole value that keeps the limit.
    public var largestKept: Int { comparison == .atMost ? bound : bound - 1 }

    /// `≤` or `<`.
    var sign: String { comparison == .atMost ? "≤" : "<" }
}

/// A value with the operator of the document.
public struct Bound<Value: Hashable & Sendable>: Hashable, Sendable {
    public let comparison: BoundComparison
    public let value: Value

    public init(comparison: BoundComparison, value: Value) {
        self.comparison = comparison
        self.value = value
    }
}

/// How a measured value is held against the value agreed.
public enum BoundComparison: String, CaseIterable, Hashable, Sendable {
    case atLeast = "at_least"
    case atMost = "at_most"
    case moreThan = "more_than"
    case lessThan = "less_than"
}

extension BoundComparison {
    var sign: String {
        switch self {
        case .atLeast: "≥"
        case .atMost: "≤"
        case .moreThan: ">"
        case .lessThan: "<"
        }
    }

    var higherIsBetter: Bool { self == .atLeast || self == .moreThan }

    /// Toward the side on which the norm fails.
    var rounding: Fraction.Rounding { higherIsBetter ? .down : .up }

    func holds<Value: Comparable>(_ value: Value, against bound: Value) -> Bool {
        switch self {
        case .atLeast: value >= bound
        case .atMost: value <= bound
        case .moreThan: value > bound
        case .lessThan: value < bound
        }
    }
}

/// So many of so many.
public struct ShareNorm: Hashable, Sendable {
    public let of: ShareMeasure
    public let bound: Bound<Percentage>
    public let standing: Standing

    public init(of: ShareMeasure, bound: Bound<Percentage>, standing: Standing) {
        self.of = of
        self.bound = bound
        self.standing = standing
    }
}

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

/// A share that the product or its staff can measure.
public enum ShareMeasure: String, CaseIterable, Hashable, Sendable {
    case preferencesProcessed = "preferences_processed"
    case abandonedCalls = "abandoned_calls"
    /// The part of the service window in which the telephone was answered.
    case windowPhone = "window_phone"
    case windowMail = "window_mail"
    case windowSocial = "window_social"
}

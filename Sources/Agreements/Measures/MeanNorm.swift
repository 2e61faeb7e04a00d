/// The mean of marks that people gave.
public struct MeanNorm: Hashable, Sendable {
    public let of: MeanMeasure
    public let bound: Bound<Decimal>
    /// The highest mark.
    public let scale: Int

    public init(of: MeanMeasure, bound: Bound<Decimal>, scale: Int) {
        self.of = of
        self.bound = bound
        self.scale = scale
    }
}

/// Marks that are gathered.
public enum MeanMeasure: String, CaseIterable, Hashable, Sendable {
    case satisfactionPhone = "satisfaction_phone"
}

/// A decimal number as a document writes it: 7,5 is 75 with one decimal.
public struct Decimal: Hashable, Sendable {
    public let scaled: Int
    public let decimals: Int

    public init(scaled: Int, decimals: Int) {
        self.scaled = scaled
        self.decimals = decimals
    }
}

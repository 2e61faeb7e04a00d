/// What customers foretell of their use, and how far it may be off (SNO-49).
public struct ForecastNorm: Hashable, Sendable {
    public let party: String
    public let horizonQuarters: Int
    public let renewed: Rhythm
    public let deviation: Percentage
    public let judged: [ForecastMeasure]
    public let spread: Spread
    /// What a wrong forecast means for the provider (SNO-50).
    public let liability: Liability

    public init(
        party: String, horizonQuarters: Int, renewed: Rhythm, deviation: Percentage,
        judged: [ForecastMeasure], spread: Spread, liability: Liability
    ) {
        self.party = party
        self.horizonQuarters = horizonQuarters
        self.renewed = renewed
        self.deviation = deviation
        self.judged = judged
        self.spread = spread
        self.liability = liability
    }
}

/// What is foretold of a month.
public enum ForecastMeasure: String, CaseIterable, Hashable, Sendable {
    case messages
    case size
}

extension ForecastNorm {
    /// How the volume of a month is spread over its days and hours.
    public enum Spread: String, CaseIterable, Hashable, Sendable {
        /// By the pattern of a year before; evenly where none is known.
        case lastYear = "last_year"
        case even
    }

    public enum Liability: String, CaseIterable, Hashable, Sendable {
        /// For a month that was disturbed by a wrong forecast at a capacity bound there is none.
        case month
        case none
    }
}

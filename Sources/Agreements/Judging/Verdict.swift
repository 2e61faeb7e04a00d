/// What a judgement says of one norm.
public enum Verdict: String, CaseIterable, Hashable, Sendable {
    case met
    case notMet
    /// Nothing happened that could have shown whether the norm is kept.
    case notChallenged
    /// There is no evidence, or too little to decide.
    case noMeasurement

    /// Dutch, as reports show it.
    public var text: String {
        switch self {
        case .met: "op peil"
        case .notMet: "onder peil"
        case .notChallenged: "niet aangesproken"
        case .noMeasurement: "geen meting"
        }
    }
}

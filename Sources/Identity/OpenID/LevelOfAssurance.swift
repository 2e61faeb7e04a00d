/// How sure the identity provider is of who signs in: the levels of the eIDAS regulation, in order (NL GOV
/// OIDC: `acr` is one of these).
public enum LevelOfAssurance: String, CaseIterable, Sendable, Comparable {
    case low = "http://eidas.europa.eu/LoA/low"
    case substantial = "http://eidas.europa.eu/LoA/substantial"
    case high = "http://eidas.europa.eu/LoA/high"

    public static func < (left: LevelOfAssurance, right: LevelOfAssurance) -> Bool {
        left.rank < right.rank
    }

    /// This level and those above it: what is asked for, and each of them will do.
    public var andAbove: [LevelOfAssurance] {
        Self.allCases.filter { $0 >= self }
    }

    private var rank: Int {
        switch self {
        case .low: 1
        case .substantial: 2
        case .high: 3
        }
    }
}

public import Identity

/// What a person asks to change about one organisation: parts that are not named stay as they are.
public struct PreferenceWish: Sendable, Equatable {
    public let organisation: OIN
    public var wants: Bool?
    public var types: [String: TypeWish]

    public enum TypeWish: Sendable, Equatable {
        case yes, no
        /// No choice of its own any more.
        case asOrganisation

        var wants: Bool? {
            switch self {
            case .yes: true
            case .no: false
            case .asOrganisation: nil
            }
        }
    }

    public init(organisation: OIN, wants: Bool?, types: [String: TypeWish] = [:]) {
        self.organisation = organisation
        self.wants = wants
        self.types = types
    }
}

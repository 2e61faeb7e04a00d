public import CivilTime

/// The report of one agreement over one calendar month: each clause with what was found, and how it came
/// about.
///
/// One value for all who show it: the API gives it as JSON, the command line renders ``text(width:)`` from
/// that JSON, the portal draws it. So they cannot differ. Codable with Dutch names; whatever it holds comes
/// back from its JSON the same.
public struct MonthReport: Codable, Hashable, Sendable {
    public let agreement: AgreementName
    /// `2026-10`.
    public let month: String
    /// The moment the evidence was read; RFC 3339.
    public let asOf: String
    /// Whether the month was not over at that moment.
    public let isProvisional: Bool
    /// When it was frozen; RFC 3339. Nil while it can still change.
    public internal(set) var frozenAt: String?
    /// In the order of the agreement.
    public let clauses: [ClauseReport]

    enum CodingKeys: String, CodingKey {
        case agreement = "overeenkomst"
        case month = "maand"
        case asOf = "standVan"
        case isProvisional = "voorlopig"
        case frozenAt = "vastgesteldOp"
        case clauses = "afspraken"
    }

    /// The version that judged the month.
    public struct AgreementName: Codable, Hashable, Sendable {
        public let name: String
        public let title: String
        public let edition: String
        /// The day it was valid from in Amsterdam, `2020-01-01`.
        public let validFrom: String
        /// SHA-256 of the text of the agreement, in hexadecimal.
        public let hash: String

        enum CodingKeys: String, CodingKey {
            case name = "naam"
            case title = "titel"
            case edition = "versie"
            case validFrom = "geldigVanaf"
            case hash = "vingerafdruk"
        }
    }

    /// The month as a value; nil only where the JSON was tampered with.
    public var civilMonth: CivilMonth? { CivilMonth(month) }
}

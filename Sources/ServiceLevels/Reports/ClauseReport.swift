import Agreements

/// A clause in a month report.
public struct ClauseReport: Codable, Hashable, Sendable {
    /// The id of the requirement, such as `SNO-30`.
    public let id: String
    public let paragraph: String
    public let title: String
    /// The party that is bound by it.
    public let party: String
    public let note: String?
    public let verdict: VerdictName
    public let findings: [FindingReport]
    public let assumptions: [AssumptionReport]

    enum CodingKeys: String, CodingKey {
        case id, paragraph = "paragraaf", title = "titel", party = "partij", note = "toelichting"
        case verdict = "oordeel", findings = "bevindingen", assumptions = "aannames"
    }
}

/// A choice that the document does not make, as the report shows it.
public struct AssumptionReport: Codable, Hashable, Sendable {
    public let key: String
    public let value: String
    public let reason: String

    enum CodingKeys: String, CodingKey {
        case key = "sleutel"
        case value = "waarde"
        case reason = "reden"
    }
}

/// The outcome for one norm.
public struct FindingReport: Codable, Hashable, Sendable {
    public let subject: String
    public let paragraph: String
    public let norm: String
    public let measured: String
    public let verdict: VerdictName
    public let observations: Int
    /// The exact share that decided, where a share decides.
    public let share: Share?
    /// Numbers to draw; nil when there is nothing to draw.
    public let peil: Peil?
    /// Dutch sentences, in order.
    public let explanation: [String]

    enum CodingKeys: String, CodingKey {
        case subject = "onderwerp", paragraph = "paragraaf", norm, measured = "gemeten", verdict = "oordeel"
        case observations = "waarnemingen", share = "aandeel", peil, explanation = "uitleg"
    }

    public struct Share: Codable, Hashable, Sendable {
        public let numerator: Int
        public let denominator: Int
        /// In Dutch, for readers.
        public let text: String

        enum CodingKeys: String, CodingKey {
            case numerator = "teller"
            case denominator = "noemer"
            case text = "tekst"
        }
    }

    public struct Peil: Codable, Hashable, Sendable {
        public let value: Double
        public let norm: Double
        public let scaleStart: Double
        public let scaleEnd: Double
        public let higherIsBetter: Bool
        public let unit: String

        enum CodingKeys: String, CodingKey {
            case value = "waarde", norm, scaleStart = "schaalVan", scaleEnd = "schaalTot"
            case higherIsBetter = "hogerIsBeter", unit = "eenheid"
        }
    }
}

/// A verdict by the name it has in JSON.
public enum VerdictName: String, Codable, Hashable, Sendable, CaseIterable {
    case met = "opPeil"
    case notMet = "onderPeil"
    case notChallenged = "nietAangesproken"
    case noMeasurement = "geenMeting"
    case shown = "zonderNorm"

    init(_ verdict: Verdict) {
        self =
            switch verdict {
            case .met: .met
            case .notMet: .notMet
            case .notChallenged: .notChallenged
            case .noMeasurement: .noMeasurement
            case .shown: .shown
            }
    }

    /// Dutch, as reports show it.
    public var text: String {
        let verdict: Verdict =
            switch self {
            case .met: .met
            case .notMet: .notMet
            case .notChallenged: .notChallenged
            case .noMeasurement: .noMeasurement
            case .shown: .shown
            }
        return verdict.text
    }
}

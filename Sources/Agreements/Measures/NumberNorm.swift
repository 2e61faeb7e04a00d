import CivilTime

/// A number of things, in all or per period.
public struct NumberNorm: Hashable, Sendable {
    public let of: NumberMeasure
    public let bound: Bound<Int>
    public let per: Rhythm?
    public let standing: Standing

    public init(of: NumberMeasure, bound: Bound<Int>, per: Rhythm?, standing: Standing) {
        self.of = of
        self.bound = bound
        self.per = per
        self.standing = standing
    }
}

/// Things that are counted.
public enum NumberMeasure: String, CaseIterable, Hashable, Sendable {
    case deliveringOrganisations = "delivering_organisations"
    case releases

    var noun: String {
        switch self {
        case .deliveringOrganisations: "aanleverende organisaties"
        case .releases: "releases"
        }
    }

    /// Whether the number is one that must be supported: fewer is no failure as long as none was turned away
    /// (SNO-11).
    var isSupported: Bool { self == .deliveringOrganisations }
}

/// How many there were over the period that the norm names.
public struct NumberEvidence: Hashable, Sendable {
    public let count: Int
    /// How many were turned away for lack of room.
    public let refused: Int

    public init(count: Int, refused: Int = 0) {
        precondition(count >= 0 && refused >= 0, "counts are not negative")
        self.count = count
        self.refused = refused
    }
}

extension NumberNorm {
    func judge(_ evidence: NumberEvidence?, line: NormLine) -> Finding {
        let period = per.map { " per \($0.rawValue)" } ?? ""
        let norm = "\(bound.comparison.sign) \(Dutch.text(bound.value)) \(of.noun)\(period)"
        guard let evidence else {
            return line.unmeasured(norm: norm, because: "Het aantal \(of.noun) is niet geteld.")
        }
        let isKept = bound.comparison.holds(evidence.count, against: bound.value)
        let turnedAway = "Geweigerd wegens gebrek aan ruimte: \(Dutch.text(evidence.refused))."
        return line.finding(
            verdict(on: evidence, isKept: isKept), norm: norm,
            measured: "\(Dutch.text(evidence.count)) \(of.noun)", observations: evidence.count,
            peil: PeilLine(
                value: evidence.count, norm: bound.value, higherIsBetter: bound.comparison.higherIsBetter,
                unit: of.noun),
            (of.isSupported ? [turnedAway] : []) + standing.account(isKept: isKept))
    }

    private func verdict(on evidence: NumberEvidence, isKept: Bool) -> Verdict {
        guard of.isSupported, standing == .norm, !isKept else { return standing.verdict(isKept: isKept) }
        return evidence.refused > 0 ? .notMet : .notChallenged
    }
}

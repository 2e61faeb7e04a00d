import CivilTime

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

/// A share that the product or its staff can measure.
public enum ShareMeasure: String, CaseIterable, Hashable, Sendable {
    case preferencesProcessed = "preferences_processed"
    case abandonedCalls = "abandoned_calls"
    /// The part of the service window in which the telephone was answered, in microseconds.
    case windowPhone = "window_phone"
    case windowMail = "window_mail"
    case windowSocial = "window_social"

    /// Whether the share is one of time, counted in microseconds.
    var isTime: Bool {
        switch self {
        case .windowPhone, .windowMail, .windowSocial: true
        case .preferencesProcessed, .abandonedCalls: false
        }
    }

    /// What is counted: `87 van 100 telefoontjes opgehangen`.
    var text: String {
        switch self {
        case .preferencesProcessed: "voorkeuren verwerkt"
        case .abandonedCalls: "telefoontjes afgebroken voordat er werd opgenomen"
        case .windowPhone: "van het venster telefonisch bereikbaar"
        case .windowMail: "van het venster per mail en post bereikbaar"
        case .windowSocial: "van het venster via sociale media bereikbaar"
        }
    }
}

/// A part of a whole, as counted.
public struct PartOfWhole: Hashable, Sendable {
    public let part: Int
    public let whole: Int

    public init(_ part: Int, of whole: Int) {
        precondition(part >= 0 && part <= whole, "a part is no more than the whole")
        self.part = part
        self.whole = whole
    }
}

extension ShareNorm {
    func judge(_ evidence: PartOfWhole?, line: NormLine) -> Finding {
        let norm = "\(bound.comparison.sign) \(bound.value.text)"
        guard let evidence, evidence.whole > 0 else {
            return line.unmeasured(norm: norm, because: "Hiervan is in deze maand niets geteld.")
        }
        let share = Fraction(evidence.part, of: evidence.whole)
        let isKept = bound.comparison.holds(share, against: bound.value.fraction)
        let shown = share.percentage(rounding: bound.comparison.rounding)
        let counted = [evidence.part, evidence.whole].map {
            of.isTime ? Dutch.duration(microseconds: Int64($0)) : Dutch.text($0)
        }
        return line.finding(
            standing.verdict(isKept: isKept), norm: norm, measured: "\(shown) \(of.text)",
            observations: evidence.whole, fraction: share, fractionText: counted.joined(separator: " van "),
            peil: PeilLine(share: share, norm: bound.value.fraction, bound.comparison),
            ["Geteld: \(counted.joined(separator: " van ")) \(of.text)."] + standing.account(isKept: isKept))
    }
}

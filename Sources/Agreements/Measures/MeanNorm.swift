import CivilTime

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

/// Marks by their sum and number, so that a mean is compared without dividing.
public struct MarkEvidence: Hashable, Sendable {
    /// The sum of the marks, times ten to the power of `decimals`.
    public let sum: Int
    /// Digits after the comma of a mark: 0 for whole marks.
    public let decimals: Int
    public let count: Int

    public init(sum: Int, decimals: Int = 0, count: Int) {
        precondition(sum >= 0 && count >= 0 && (0...6).contains(decimals), "marks are not negative")
        self.sum = sum
        self.decimals = decimals
        self.count = count
    }
}

extension MeanNorm {
    /// Digits of a mean that are shown.
    private static let shownDecimals = 2

    func judge(_ marks: MarkEvidence?, line: NormLine) -> Finding {
        let agreed = Dutch.decimal(bound.value.scaled, decimals: bound.value.decimals)
        let norm = "gemiddeld \(bound.comparison.sign) \(agreed) op een schaal van \(Dutch.text(scale))"
        guard let marks, marks.count > 0 else {
            return line.unmeasured(norm: norm, because: "Er zijn in deze maand geen cijfers gegeven.")
        }
        let mean = Fraction(marks.sum, of: marks.count * power(of: marks.decimals))
        let level = Fraction(bound.value.scaled, of: power(of: bound.value.decimals))
        let shown = mean.decimal(Self.shownDecimals, rounding: bound.comparison.rounding)
        let sum = Dutch.decimal(marks.sum, decimals: marks.decimals)
        return line.finding(
            bound.comparison.holds(mean, against: level) ? .met : .notMet, norm: norm,
            measured: "gemiddeld \(shown)", observations: marks.count, fraction: mean,
            fractionText: "\(sum) over \(Dutch.text(marks.count))",
            peil: PeilLine(
                value: mean.approximate, norm: level.approximate, scale: 0...Double(scale),
                higherIsBetter: bound.comparison.higherIsBetter, unit: "op \(Dutch.text(scale))"),
            ["\(Dutch.text(marks.count)) cijfers, samen \(sum)."])
    }

    private func power(of decimals: Int) -> Int {
        (0..<decimals).reduce(1) { power, _ in power * 10 }
    }
}

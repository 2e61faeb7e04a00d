/// The outcome for one norm, or for one function where a norm is judged per function.
public struct Finding: Hashable, Sendable {
    /// What was judged: the line of the agreement, or the function.
    public let subject: String
    /// The paragraph the norm stands in.
    public let paragraph: String
    /// The norm in Dutch: `≥ 99 % per kalendermaand`.
    public let norm: String
    /// What was measured, in Dutch.
    public let measured: String
    public let verdict: Verdict
    /// How many observations the verdict rests on; zero for "geen meting".
    public let observations: Int
    /// The exact share that decided, where a share decides.
    public let fraction: Fraction?
    /// That share in words a reader can hold on to: `42 van 43`, or `732 uur 51 min van 733 uur`.
    public let fractionText: String?
    /// Numbers to draw; nil when there is nothing to draw.
    public let peil: PeilLine?
    /// How it came about, in Dutch sentences, in order.
    public var explanation: [String]
    /// The key of the party it is about, where that is another than the one bound by the clause: a
    /// counter-clock judges the party that was waited for (SNO-41).
    public var party: String?
}

/// A measured value beside the level agreed, to be drawn. Rounded numbers: verdicts are not made from these.
public struct PeilLine: Hashable, Sendable {
    public let value: Double
    public let norm: Double
    /// The ends of the scale; value and norm lie within.
    public let scale: ClosedRange<Double>
    /// Whether being above the norm is good (availability) or bad (response time).
    public let higherIsBetter: Bool
    /// What the numbers are: `%`, `ms`, `berichten`.
    public let unit: String

    /// A scale from zero with room above the higher of the two.
    init(value: Int, norm: Int, higherIsBetter: Bool, unit: String) {
        self.value = Double(value)
        self.norm = Double(norm)
        scale = 0...(max(Double(value), Double(norm), 1) * 1.25)
        self.higherIsBetter = higherIsBetter
        self.unit = unit
    }

    /// A scale of percentages that ends at 100 and starts a tenth of the way below the lower of the two.
    init(share: Fraction, norm: Fraction) {
        let gap = max(100 - min(share.approximate, norm.approximate) * 100, 0.1)
        self.init(
            value: share.approximate * 100, norm: norm.approximate * 100,
            scale: max(0, 100 - gap * 1.25)...100, higherIsBetter: true, unit: "%")
    }

    /// The same for a share that must stay low: from zero, with room above the higher of the two.
    init(share: Fraction, norm: Fraction, _ comparison: BoundComparison) {
        guard !comparison.higherIsBetter else {
            self.init(share: share, norm: norm)
            return
        }
        let top = max(share.approximate, norm.approximate) * 125
        self.init(
            value: share.approximate * 100, norm: norm.approximate * 100, scale: 0...min(100, max(top, 1)),
            higherIsBetter: false, unit: "%")
    }

    init(value: Double, norm: Double, scale: ClosedRange<Double>, higherIsBetter: Bool, unit: String) {
        self.value = value
        self.norm = norm
        self.scale = scale
        self.higherIsBetter = higherIsBetter
        self.unit = unit
    }
}

import CivilTime

/// An exact share: so many of so many. Norms are decided on these, never on rounded figures.
public struct Fraction: Hashable, Sendable {
    public let numerator: Int
    public let denominator: Int

    /// A denominator below one is a defect of the caller: nothing of nothing is no share but "geen meting".
    public init(_ numerator: Int, of denominator: Int) {
        precondition(denominator > 0, "a share is of something")
        self.numerator = numerator
        self.denominator = denominator
    }

    /// `left ≥ right`, by cross multiplication in 128 bits: exact for all sizes.
    public static func >= (left: Fraction, right: Fraction) -> Bool {
        let leftProduct = left.numerator.multipliedFullWidth(by: right.denominator)
        let rightProduct = right.numerator.multipliedFullWidth(by: left.denominator)
        return (leftProduct.high, leftProduct.low) >= (rightProduct.high, rightProduct.low)
    }

    /// For drawing only.
    public var approximate: Double { Double(numerator) / Double(denominator) }

    /// Which way a shown percentage is rounded: toward the side on which the norm fails, so that what reads
    /// as met is met.
    public enum Rounding: Sendable { case down, up }

    /// `99,31 %`. For a share that is not negative and at most one.
    public func percentage(decimals: Int = 2, rounding: Rounding) -> String {
        precondition(numerator >= 0 && numerator <= denominator && (0...6).contains(decimals))
        let scale = (0..<decimals).reduce(100) { power, _ in power * 10 }
        let product = numerator.multipliedFullWidth(by: scale)
        let (quotient, remainder) = denominator.dividingFullWidth(product)
        let scaled = rounding == .up && remainder > 0 ? quotient + 1 : quotient
        return Dutch.decimal(scaled, decimals: decimals) + " %"
    }
}

/// A percentage as an agreement writes it, exactly: 99,9 % is 999 of 1000.
public struct Percentage: Hashable, Sendable {
    public let fraction: Fraction
    /// Digits after the comma, to show it as it was written.
    let decimals: Int

    /// Nil outside 0–100 % or beyond six decimals.
    ///
    /// - Parameter scaled: the percentage times ten to the power of `decimals`.
    public init?(scaled: Int, decimals: Int) {
        guard (0...6).contains(decimals) else { return nil }
        let whole = (0..<decimals).reduce(100) { power, _ in power * 10 }
        guard (0...whole).contains(scaled) else { return nil }
        fraction = Fraction(scaled, of: whole)
        self.decimals = decimals
    }

    /// `99,9 %`.
    public var text: String { Dutch.decimal(fraction.numerator, decimals: decimals) + " %" }
}

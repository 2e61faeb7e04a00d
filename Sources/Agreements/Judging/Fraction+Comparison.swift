import CivilTime

extension Fraction: Comparable {
    /// By cross multiplication in 128 bits: exact for all sizes.
    public static func < (left: Fraction, right: Fraction) -> Bool { !(left >= right) }
}

extension Fraction {
    /// `7,49`: a value that is no share, rounded toward the side on which a norm fails.
    func decimal(_ decimals: Int, rounding: Rounding) -> String {
        precondition(numerator >= 0 && (0...6).contains(decimals))
        let scale = (0..<decimals).reduce(1) { power, _ in power * 10 }
        let product = numerator.multipliedFullWidth(by: scale)
        let (quotient, remainder) = denominator.dividingFullWidth(product)
        return Dutch.decimal(
            rounding == .up && remainder > 0 ? quotient + 1 : quotient, decimals: decimals)
    }
}

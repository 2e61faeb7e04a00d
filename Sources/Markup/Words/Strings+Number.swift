// Numbers in the notation of the language: 1.234,5 in Dutch, 1,234.5 in English.
extension Strings {
    /// A whole number with its thousands apart.
    public func number(_ value: Int) -> String {
        let digits = Array(String(value.magnitude))
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text += pick(".", ",") }
            text.append(digit)
        }
        return value < 0 ? "−" + text : text
    }

    /// A number with one to six decimals, rounded half away from zero.
    public func number(_ value: Double, decimals: Int) -> String {
        precondition((1...6).contains(decimals), "one to six decimals")
        let factor = (0..<decimals).reduce(1) { product, _ in product * 10 }
        let scaled = (value.magnitude * Double(factor)).rounded()
        guard scaled < Double(Int.max / 2) else { return "\(value)" }
        let (whole, rest) = Int(scaled).quotientAndRemainder(dividingBy: factor)
        let digits = String(rest)
        let padded = String(repeating: "0", count: decimals - digits.count) + digits
        let sign = value < 0 && scaled > 0 ? "−" : ""
        return sign + number(whole) + pick(",", ".") + padded
    }

    /// A share as a percentage of two decimals, cut off and not rounded: 98.996 % must never read as 99.00 %.
    ///
    /// - Parameters:
    ///   - part: what counted.
    ///   - whole: of how many; nothing can be said of none.
    public func percentage(_ part: Int, of whole: Int) -> String {
        precondition(whole > 0 && part >= 0, "a share of something")
        let hundredths = part.multipliedFullWidth(by: 10_000)
        let (quotient, _) = whole.dividingFullWidth(hundredths)
        return number(Double(quotient) / 100, decimals: 2) + pick(" %", "%")
    }

    /// A fraction as it was counted: "42.901 van 43.200".
    public func fraction(_ part: Int, of whole: Int) -> String {
        pick("\(number(part)) van \(number(whole))", "\(number(part)) of \(number(whole))")
    }

    /// The size of a file, in units of 1,000 bytes as file lists show it.
    public func size(bytes: Int) -> String {
        switch bytes {
        case ..<1_000: pick("\(bytes) bytes", "\(bytes) bytes")
        case ..<1_000_000: "\(number((bytes + 500) / 1_000)) kB"
        default: "\(number(Double(bytes) / 1_000_000, decimals: 1)) MB"
        }
    }
}

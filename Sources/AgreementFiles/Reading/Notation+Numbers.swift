import Agreements

extension Notation<Int> {
    /// A whole number in Dutch notation, not negative: `400` or `2.500.000`.
    static var count: Notation {
        Notation(expected: "a whole number such as 400 or 2.500.000", read: wholeNumber)
    }

    /// A number of bytes: `512.000 bytes`.
    static var bytes: Notation {
        Notation(expected: "a number of bytes such as 512.000 bytes") { text in
            quantity(text).flatMap { $0.unit == "bytes" ? $0.number : nil }
        }
    }

    /// A duration in microseconds: `200 ms`, `30 s`, `15 min`, `24 uur`, or `6 dagen` of 24 hours each.
    static var duration: Notation {
        let units = [
            "ms": 1_000, "s": 1_000_000, "min": 60_000_000, "uur": 3_600_000_000, "dagen": 86_400_000_000,
        ]
        return Notation(expected: "a duration such as 200 ms, 30 s, 15 min, 24 uur or 6 dagen") { text in
            guard let (number, unit) = quantity(text), let factor = units[unit] else { return nil }
            let (product, overflow) = number.multipliedReportingOverflow(by: factor)
            return overflow ? nil : product
        }
    }

    /// A plain whole number within bounds.
    static func number(_ range: ClosedRange<Int>) -> Notation {
        Notation(expected: "a number from \(range.lowerBound) to \(range.upperBound)") { text in
            Int(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }

    /// A number with one of some units: `5 jaar`.
    static func number(_ range: ClosedRange<Int>, of units: [String]) -> Notation {
        let unit = units.last ?? ""
        return Notation(
            expected:
                "\(range.lowerBound) to \(range.upperBound) \(unit), such as \(range.upperBound) \(unit)"
        ) { text in
            guard let (number, unit) = quantity(text), units.contains(unit), range.contains(number) else {
                return nil
            }
            return number
        }
    }
}

extension Notation<Percentage> {
    static var percentage: Notation {
        Notation(expected: "a percentage such as 99 % or 99,9 %") { text in
            guard let (number, unit) = words(text), unit == "%", let decimal = decimalNumber(number) else {
                return nil
            }
            return Percentage(scaled: decimal.scaled, decimals: decimal.decimals)
        }
    }
}

extension Notation<Decimal> {
    /// A number in Dutch notation with at most three decimals: `7,5`.
    static var decimal: Notation {
        Notation(expected: "a number such as 7 or 7,5", read: decimalNumber).only("a number such as 7 or 7,5")
        {
            $0.decimals <= 3
        }
    }
}

func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
}

/// Digits, either plain or in groups of three with points between; nil for anything else.
func wholeNumber(_ text: some StringProtocol) -> Int? {
    let groups = text.split(separator: ".", omittingEmptySubsequences: false)
    guard groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }) else { return nil }
    let isGrouped = groups.count > 1
    guard !isGrouped || (groups[0].count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 }) else {
        return nil
    }
    return Int(groups.joined())
}

/// Digits with or without decimals after a comma.
func decimalNumber(_ text: some StringProtocol) -> Decimal? {
    let parts = text.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
    let decimals = parts.count == 2 ? String(parts[1]) : ""
    let digits = String(parts[0]) + decimals
    guard !parts[0].isEmpty, parts.count == 1 || !decimals.isEmpty, digits.allSatisfy(isDigit),
        let scaled = Int(digits)
    else { return nil }
    return Decimal(scaled: scaled, decimals: decimals.count)
}

/// A whole number and its unit with one space between.
private func quantity(_ text: String) -> (number: Int, unit: String)? {
    guard let (first, unit) = words(text), let number = wholeNumber(first) else { return nil }
    return (number, unit)
}

private func words(_ text: String) -> (String, String)? {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
}

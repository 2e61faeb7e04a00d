import Identity

/// Citizen service numbers for loads, from 900000000 up: nobody has one, and they are made at run time only.
struct TestNumbers {
    private static let firstStem = 90_000_000
    /// The stems from ``firstStem`` to 99999999 that have a last digit which passes the elfproef.
    static let countLimit = 9_090_909

    private var stem = firstStem

    /// The next number.
    mutating func next() -> BSN {
        defer { stem += 1 }
        while true {
            if let digits = Self.digits(ofStem: stem), let bsn = BSN(digits) { return bsn }
            stem += 1
        }
    }

    /// The digits of one of the first `count` numbers.
    static func random(among count: Int, using generator: inout some RandomNumberGenerator) -> String {
        // Of `count` stems the valid ones all lie among the first `count` numbers.
        var stem = firstStem + Int.random(in: 0..<max(count - stemsKept, 1), using: &generator)
        while true {
            if let digits = digits(ofStem: stem) { return digits }
            stem += 1
        }
    }

    /// Two stems without a number never follow each other this often.
    private static let stemsKept = 3

    /// Nil where no ninth digit passes.
    private static func digits(ofStem stem: Int) -> String? {
        var (rest, weight, sum) = (stem, 2, 0)
        while rest > 0 {
            sum += rest % 10 * weight
            rest /= 10
            weight += 1
        }
        let last = sum % 11
        return last < 10 ? "\(stem)\(last)" : nil
    }
}

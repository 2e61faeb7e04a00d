/// Reads fixed-width ASCII numbers off a run of UTF-8 bytes; every textual form of a moment is made of those.
struct Digits<Bytes: Sequence<UInt8>> {
    private var iterator: Bytes.Iterator
    private(set) var next: UInt8?

    init(_ bytes: Bytes) {
        iterator = bytes.makeIterator()
        next = iterator.next()
    }

    var isAtEnd: Bool { next == nil }

    /// The number in exactly so many digits; nil when one is missing.
    mutating func number(digits count: Int) -> Int? {
        var number = 0
        for _ in 0..<count {
            guard let digit = digit() else { return nil }
            number = number * 10 + digit
        }
        return number
    }

    /// The value of the next byte when it is a digit, taken off; nil leaves it where it is.
    mutating func digit() -> Int? {
        guard let byte = next, byte >= 0x30, byte <= 0x39 else { return nil }
        next = iterator.next()
        return Int(byte - 0x30)
    }

    /// Takes the given character off when it is next.
    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard let byte = next, UInt32(byte) == character.value else { return false }
        next = iterator.next()
        return true
    }

    /// Takes off the spaces, tabs and line ends that XML collapses.
    mutating func skipWhitespace() {
        while skip(" ") || skip("\t") || skip("\n") || skip("\r") {}
    }

    /// Digits after the point as microseconds, the rest cut off; nil when there is none or more than the
    /// limit.
    mutating func microseconds(maxDigits: Int) -> Int? {
        var microseconds = 0
        var count = 0
        while let digit = digit() {
            count += 1
            if count <= 6 { microseconds = microseconds * 10 + digit }
        }
        guard count > 0, count <= maxDigits else { return nil }
        for _ in min(count, 6)..<6 { microseconds *= 10 }
        return microseconds
    }
}

/// The number with zeros in front up to a width; for what is not negative.
func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

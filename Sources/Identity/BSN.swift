/// A citizen service number: nine ASCII digits that pass the elfproef and are not all zero.
///
/// It never prints itself: a BSN has no place in a log, a URL or an error text.
public struct BSN: Hashable, Sendable {
    /// The nine digits, for sealing, for a pseudonym, and for the one page that shows a person its own
    /// number.
    public let digits: String

    /// Nil when the text is not nine ASCII digits or fails the elfproef (weights 9…2 and −1, sum divisible by
    /// 11).
    public init?(_ text: String) {
        let characters = Array(text.utf8)
        guard characters.count == 9, characters.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        let numbers = characters.map { Int($0) - 0x30 }
        let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1]
        let sum = zip(numbers, weights).reduce(0) { $0 + $1.0 * $1.1 }
        guard sum % 11 == 0, numbers.contains(where: { $0 != 0 }) else { return nil }
        digits = text
    }
}

extension BSN: CustomStringConvertible, CustomDebugStringConvertible {
    public var description: String { "•••" }
    public var debugDescription: String { "•••" }
}

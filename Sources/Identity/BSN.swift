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
        var weight = 9
        var (sum, total) = (0, 0)
        for character in text.utf8 {
            guard (0x30...0x39).contains(character), weight > 0 else { return nil }
            let number = Int(character) - 0x30
            sum += number * (weight == 1 ? -1 : weight)
            total += number
            weight -= 1
        }
        guard weight == 0, sum % 11 == 0, total > 0 else { return nil }
        digits = text
    }
}

extension BSN: CustomStringConvertible, CustomDebugStringConvertible {
    public var description: String { "•••" }
    public var debugDescription: String { "•••" }
}

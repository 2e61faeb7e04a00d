import Glibc

/// What somebody typed to search for: a message has all of its words.
public struct SearchQuestion: Sendable {
    /// A subject and some more; what is pasted beyond it is refused, not cut.
    public static let scalarLimit = 200
    /// Each word is one pass over the words of a box.
    static let wordLimit = 20
    /// From so many letters a word may be the beginning of one; shorter ones would find nearly everything.
    static let prefixScalarMin = 3

    let patterns: [[UInt8]]

    /// Nil when there is no word in it, or more than can be searched for.
    public init?(_ text: String) {
        guard text.unicodeScalars.count <= Self.scalarLimit else { return nil }
        let words = SearchWords.words(in: text)
        guard (1...Self.wordLimit).contains(words.count) else { return nil }
        patterns = words.map { word in
            let isPrefix = String(decoding: word, as: UTF8.self).unicodeScalars.count >= Self.prefixScalarMin
            return [SearchPart.lineEnd] + word + (isPrefix ? [] : [SearchPart.lineEnd])
        }
    }

    func isAnswered(by entry: SearchPart.Entry) -> Bool {
        entry.words.withUnsafeBytes { words in
            patterns.allSatisfy { pattern in pattern.withUnsafeBytes { Self.holds(words, $0) } }
        }
    }

    /// Whether the words hold the pattern. It begins at a line end, so only those are looked at.
    private static func holds(_ words: UnsafeRawBufferPointer, _ pattern: UnsafeRawBufferPointer) -> Bool {
        guard let start = words.baseAddress, let wanted = pattern.baseAddress else { return false }
        var position = 0
        while position + pattern.count <= words.count {
            let left = words.count - position
            guard let next = memchr(start + position, Int32(SearchPart.lineEnd), left) else { return false }
            position = UnsafeRawPointer(next) - start
            guard position + pattern.count <= words.count else { return false }
            if memcmp(start + position, wanted, pattern.count) == 0 { return true }
            position += 1
        }
        return false
    }
}

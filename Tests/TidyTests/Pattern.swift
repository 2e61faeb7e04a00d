import Foundation

/// A regular expression, run over whole files.
struct Pattern {
    private let expression: NSRegularExpression

    init(_ text: String) throws {
        expression = try NSRegularExpression(pattern: text, options: [.anchorsMatchLines])
    }

    struct Match {
        let line: Int
        /// The whole match, then its groups; empty where a group took no part.
        let groups: [String]
    }

    func matches(in text: String) -> [Match] {
        let whole = text as NSString
        let results = expression.matches(in: text, range: NSRange(location: 0, length: whole.length))
        var line = 1
        var counted = 0
        return results.map { result in
            let before = whole.substring(
                with: NSRange(location: counted, length: result.range.location - counted))
            line += before.utf8.count { $0 == UInt8(ascii: "\n") }
            counted = result.range.location
            let groups = (0..<result.numberOfRanges).map { group in
                let range = result.range(at: group)
                return range.location == NSNotFound ? "" : whole.substring(with: range)
            }
            return Match(line: line, groups: groups)
        }
    }
}

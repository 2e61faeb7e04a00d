/// A wording that does not belong in the sources, what to write instead, and where it may stand after all.
struct WordRule: Sendable {
    enum Part: Sendable { case code, comments, strings, everything }

    let pattern: String
    let instead: String
    /// An example that the rule must find, so that a rule that finds nothing shows.
    let bad: String
    var part = Part.code
    /// Where the rule holds.
    var places = ["Sources", "Tests"]
    /// Folders and files that may, each with the reason.
    var allowed: [String: String] = [:]
    static let testing = "Sources/TestKit"

    func findings(in files: [TextFile]) throws -> [Finding] {
        let expression = try Pattern(pattern)
        return files.filter { $0.isBelow(places) && !$0.isBelow(Array(allowed.keys)) }.flatMap { file in
            expression.matches(in: text(of: file)).map { match in
                Finding(path: file.path, line: match.line, text: "`\(match.groups[0])`: \(instead)")
            }
        }
    }

    private func text(of file: TextFile) -> String {
        guard let swift = file.swift else { return file.text }
        return switch part {
        case .code: swift.code
        case .comments: swift.comments
        case .strings: swift.strings
        case .everything: file.text
        }
    }
}

extension WordRule {
    static let all: [WordRule] = errors + concurrency + time + names + boundaries + remarks
}

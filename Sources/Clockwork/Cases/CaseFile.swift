public import Agreements

/// Recorded cases, as CSV with a heading or as JSON Lines. All of the file is right, or none of it is used.
public struct CaseFile: Sendable {
    public let cases: [CaseRecord]

    /// A million cases of a hundred bytes each; a larger file is to be cut by month.
    public static let sizeLimitBytes = 256_000_000

    /// - Parameter terms: the keys of terms that may be columns: those the agreements have norms for.
    public init(_ bytes: [UInt8], name: String, terms: Set<String>) throws(CaseFileError) {
        guard bytes.count <= Self.sizeLimitBytes else {
            throw CaseFileError(file: name, whole: "the file is larger than \(Self.sizeLimitBytes) bytes")
        }
        var problems = CaseProblems()
        let first = bytes.first { !Self.blanks.contains($0) }
        let cases =
            first == UInt8(ascii: "{")
            ? CaseLines(terms: terms).read(bytes, &problems) : CaseTable(terms: terms).read(bytes, &problems)
        guard problems.count == 0 else { throw CaseFileError(file: name, problems) }
        self.cases = cases
    }

    private static let blanks = Set("\u{20}\t\r\n".utf8)
}

/// Everything that is wrong with a file of cases, with the place of each.
public struct CaseFileError: Error, CustomStringConvertible {
    public let description: String

    init(file: String, whole reason: String) {
        description = "\(file): \(reason)"
    }

    init(file: String, _ problems: CaseProblems) {
        var lines = problems.listed.map { "\(file):\($0)" }
        let rest = problems.count - problems.listed.count
        if rest > 0 { lines.append("\(file): and \(rest) more") }
        description = lines.joined(separator: "\n")
    }
}

/// What is wrong, row by row.
struct CaseProblems {
    private(set) var listed: [String] = []
    private(set) var count = 0

    /// Enough to see what kind of mistake it is.
    private static let listedLimit = 50

    mutating func add(line: Int, _ column: String?, _ reason: String) {
        count += 1
        guard listed.count < Self.listedLimit else { return }
        listed.append("\(line): \(column.map { "\($0): " } ?? "")\(reason)")
    }
}

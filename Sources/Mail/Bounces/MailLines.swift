/// The lines of a mail, read once from top to bottom; bytes that are no UTF-8 are shown as what they are not,
/// which no mark of ours holds.
struct MailLines {
    private var rest: ArraySlice<ArraySlice<UInt8>>

    init(_ bytes: [UInt8]) {
        rest = bytes.split(separator: 10, omittingEmptySubsequences: false)[...]
    }

    private init(_ rest: ArraySlice<ArraySlice<UInt8>>) {
        self.rest = rest
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// The fields up to the next empty line, which is passed over too.
    mutating func headers() -> MailHeaders {
        var fields: [String: [String]] = [:]
        var name: String?
        while let line = next(), !line.isEmpty {
            if let known = name, line.first == " " || line.first == "\t" {
                if let last = fields[known]?.indices.last { fields[known]?[last] += " " + line.trimmed }
                continue
            }
            guard let colon = line.firstIndex(of: ":") else { continue }
            let field = line[..<colon].lowercased()
            fields[field, default: []].append(line[line.index(after: colon)...].trimmed)
            name = field
        }
        return MailHeaders(fields)
    }

    /// The parts between the boundary's lines.
    mutating func parts(boundary: String, limit: Int) -> [MailLines] {
        let (between, end) = (Array("--\(boundary)".utf8), Array("--\(boundary)--".utf8))
        var parts: [MailLines] = []
        var start: Int?
        for index in rest.indices {
            let line = Self.withoutEnd(rest[index])
            guard line.starts(with: between) else { continue }
            let isEnd = line.elementsEqual(end)
            guard isEnd || line.elementsEqual(between) else { continue }
            if let start { parts.append(MailLines(rest[start..<index])) }
            start = index + 1
            if isEnd || parts.count == limit { return parts }
        }
        if let start { parts.append(MailLines(rest[start...])) }
        return parts
    }

    private mutating func next() -> String? {
        guard let line = rest.popFirst() else { return nil }
        return String(decoding: Self.withoutEnd(line), as: UTF8.self)
    }

    private static func withoutEnd(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        line.last == 13 ? line.dropLast() : line
    }
}

/// The fields of a header, by their names in lower case.
struct MailHeaders {
    private let fields: [String: [String]]

    init(_ fields: [String: [String]]) {
        self.fields = fields
    }

    func first(_ name: String) -> String? { fields[name]?.first }
    func all(_ name: String) -> [String] { fields[name] ?? [] }
}

/// What a `Content-Type` says: the type in lower case, and the boundary of a report.
struct ContentType {
    let type: String
    private let boundary: String?

    init(_ text: String) {
        let parts = text.split(separator: ";", omittingEmptySubsequences: false)
        type = (parts.first ?? "").trimmed.lowercased()
        boundary =
            parts.dropFirst().lazy.compactMap { part -> String? in
                let pair = part.split(separator: "=", maxSplits: 1)
                guard pair.count == 2, pair[0].trimmed.lowercased() == "boundary" else { return nil }
                return pair[1].trimmed.unquoted
            }.first
    }

    /// Nil for what is no report.
    var reportBoundary: String? {
        guard type == "multipart/report", let boundary, !boundary.isEmpty else { return nil }
        return boundary
    }
}

extension StringProtocol {
    fileprivate var trimmed: String {
        String(drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }

    fileprivate var unquoted: String {
        guard count >= 2, first == "\"", last == "\"" else { return String(self) }
        return String(dropFirst().dropLast())
    }
}

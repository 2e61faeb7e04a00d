/// A line of an agreement file with a value on it.
struct WrittenLine {
    /// From 0.
    let index: Int
    /// The key that the value belongs to: that of an assumption is the key above it.
    let key: String
    let value: String
    let kind: Kind

    enum Kind {
        case value
        /// An entry of a list that stands on a line of its own.
        case entry
    }

    /// The lines with values, without texts over several lines and without comments.
    static func all(in lines: [String]) -> [WrittenLine] {
        var found: [WrittenLine] = []
        var parents: [(indent: Int, key: String)] = []
        var folded: Int?
        for (index, line) in lines.enumerated() {
            let indent = line.prefix { $0 == " " }.count
            if let start = folded, line.isEmpty || indent > start { continue }
            folded = nil
            let isEntry = line.dropFirst(indent).hasPrefix("- ")
            let body = String(line.dropFirst(indent + (isEntry ? 2 : 0)))
            guard !body.isEmpty, !body.hasPrefix("#") else { continue }
            let depth = indent + (isEntry ? 2 : 0)
            parents.removeAll { $0.indent >= depth }
            guard let (key, value) = pair(body) else {
                if isEntry, let parent = parents.last?.key {
                    let value = String(body.trimmingPrefix("- "))
                    found.append(WrittenLine(index: index, key: parent, value: value, kind: .entry))
                }
                continue
            }
            let own = key == "value" ? parents.last?.key ?? key : key
            parents.append((depth, own))
            if value.hasPrefix(">") || value.hasPrefix("&") {
                folded = depth
            } else if !value.isEmpty {
                found.append(WrittenLine(index: index, key: own, value: value, kind: .value))
            }
        }
        return found
    }

    /// The same lines with a word for each text over several lines: they say nothing that is computed with,
    /// and take most of the time to read.
    static func withoutTexts(_ lines: [String]) -> [String] {
        var short = lines
        var folded: Int?
        for (index, line) in lines.enumerated() {
            let indent = line.prefix { $0 == " " }.count
            if let start = folded, line.isEmpty || indent > start {
                short[index] = ""
                continue
            }
            folded = nil
            guard let mark = line.firstRange(of: ": >-"), !line.contains("&") else { continue }
            folded = indent + (line.dropFirst(indent).hasPrefix("- ") ? 2 : 0)
            short[index] = line[..<mark.lowerBound] + ": Tekst \(index)"
        }
        return short
    }

    private static func pair(_ body: String) -> (key: String, value: String)? {
        guard let colon = body.firstIndex(of: ":") else { return nil }
        let key = String(body[..<colon])
        let isKey = key.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "_" || $0 == "-" }
        let rest = body[body.index(after: colon)...]
        guard isKey, rest.isEmpty || rest.hasPrefix(" ") else { return nil }
        return (key, String(rest.drop { $0 == " " }))
    }
}

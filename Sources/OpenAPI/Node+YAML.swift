extension Node {
    /// The document in YAML, in UTF-8. Every text is quoted, so that none is read as a number or a date.
    public var yaml: String {
        var lines: [String] = []
        write(to: &lines, indent: "", lead: "")
        return lines.joined(separator: "\n") + "\n"
    }

    /// - Parameter lead: what stands on the first line before this piece: a name, or the dash of a list.
    private func write(to lines: inout [String], indent: String, lead: String) {
        switch self {
        case .fields(let fields) where !fields.isEmpty:
            if !lead.isEmpty { lines.append(lead) }
            for field in fields {
                field.value.write(
                    to: &lines, indent: indent + "  ", lead: "\(indent)\(Self.key(field.name)):")
            }
        case .list(let items) where !items.isEmpty:
            if !lead.isEmpty { lines.append(lead) }
            for item in items { item.write(to: &lines, indent: indent + "  ", lead: "\(indent)-") }
        case .text(let text) where Self.isBlock(text):
            lines.append("\(lead) |-")
            for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
                lines.append(line.isEmpty ? "" : indent + line)
            }
        default:
            lines.append(lead.isEmpty ? json : "\(lead) \(json)")
        }
    }

    /// Whether a text reads better line by line, and can: nothing in it needs a quote.
    private static func isBlock(_ text: String) -> Bool {
        guard text.contains("\n"), text.first != " ", text.first != "\n", text.last != "\n" else {
            return false
        }
        return text.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" }
    }

    private static func key(_ name: String) -> String {
        let isPlain =
            name.utf8.first.map(letters.contains) == true && name.utf8.allSatisfy(plainBytes.contains)
            && !wordsWithMeaning.contains(name.lowercased())
        return isPlain ? name : quoted(name)
    }

    private static let letters = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ$/".utf8)
    private static let plainBytes = letters.union("0123456789{}_-.".utf8)
    /// YAML 1.1, which many readers still follow, takes these for truth values or nothing.
    private static let wordsWithMeaning: Set<String> = [
        "y", "n", "yes", "no", "on", "off", "true", "false", "null",
    ]
}

// JSON is read with Foundation; test targets may use it.
import Foundation
import Testing

/// A JSON Schema as far as it says which keys stand where.
struct Schema {
    private let root: [String: Any]

    init(_ name: String) throws {
        let path = URL(fileURLWithPath: Shipped.folder).appendingPathComponent(name)
        root = try #require(
            try JSONSerialization.jsonObject(with: Data(contentsOf: path)) as? [String: Any])
    }

    /// The keys that may stand at a place, and those that must.
    ///
    /// - Parameters:
    ///   - path: from the top, or from the top of a clause, such as `calendar.holidays[1]`.
    ///   - norms: the kinds of the norms of the clause, in order.
    func keys(
        at path: String, inClause: Bool, norms: [String]
    ) throws -> (may: Set<String>, must: Set<String>) {
        var place = inClause ? try definition("clause") : root
        for step in path.split(separator: ".") {
            let name = String(step.prefix { $0 != "[" })
            let properties = try #require(place["properties"] as? [String: Any])
            place = try object(try #require(properties[name] as? [String: Any], "\(path) in the schema"))
            if name == "norms" {
                let number = try #require(Int(step.dropFirst(name.count + 1).prefix { $0.isNumber }))
                place = try definition("norm_" + norms[number - 1])
            }
        }
        let properties = try #require(place["properties"] as? [String: Any])
        return (Set(properties.keys), Set(place["required"] as? [String] ?? []))
    }

    /// The object that a value is, or that the entries of its list are; not that of an assumption.
    private func object(_ value: [String: Any]) throws -> [String: Any] {
        if let reference = value["$ref"] as? String {
            return try object(try definition(String(reference.split(separator: "/").last ?? "")))
        }
        if let either = (value["anyOf"] as? [[String: Any]])?.first, value["properties"] == nil {
            return try object(either)
        }
        if let items = value["items"] as? [String: Any] { return try object(items) }
        return value
    }

    private func definition(_ name: String) throws -> [String: Any] {
        let definitions = try #require(root["$defs"] as? [String: Any])
        return try #require(definitions[name] as? [String: Any], "\(name) in the schema")
    }
}

/// The lines of a text that a key stands on, to be taken out one by one.
struct KeyedLines {
    let lines: [String]

    init(_ text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// For each line with a key: the key, and the text in which a key that nobody knows stands in its place.
    var replaced: [(key: String, line: Int, text: String)] {
        lines.indices.compactMap { index in
            let line = lines[index]
            let indent = line.prefix { $0 == " " }.count
            let isEntry = line.dropFirst(indent).hasPrefix("- ")
            let depth = indent + (isEntry ? 2 : 0)
            let body = line.dropFirst(depth)
            guard let colon = body.firstIndex(of: ":"), !body.hasPrefix("#"), !body.hasPrefix("-") else {
                return nil
            }
            let below = lines[(index + 1)...].prefix { next in
                next.isEmpty || next.prefix { $0 == " " }.count > depth
            }
            var changed = lines
            let unknown = line.prefix(indent) + (isEntry ? "- " : "") + "zzz: x"
            changed.replaceSubrange(index..<(index + 1 + below.count), with: [String(unknown)])
            return (String(body[..<colon]), index + 1, changed.joined(separator: "\n"))
        }
    }
}

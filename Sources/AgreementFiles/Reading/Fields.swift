import Agreements
import Yams

/// The keys and values at one place of a file. Each is asked for once; what nobody asked for is reported at
/// the end.
///
/// A reading that fails reports and gives nil, so that the rest of the place is still read and all mistakes
/// of a file come together.
struct Fields {
    let reader: Reader
    /// The path to here, such as `norms[1]`; empty at the top and at the top of a clause.
    private var path: String
    private let node: Node
    private let values: [String: Node]
    private var asked: Set<String> = []

    /// A list longer than this is a mistake, or an attempt.
    private static let listLimit = 1_000

    init?(_ node: Node, path: String, _ reader: Reader) {
        guard case .mapping(let mapping) = node else {
            reader.report(node, path, expected: "keys with values", found: node.sight)
            return nil
        }
        var values: [String: Node] = [:]
        for (key, value) in mapping {
            guard case .scalar(let scalar) = key else {
                reader.report(key, path, expected: "a key", found: key.sight)
                return nil
            }
            values[scalar.string] = value
        }
        self.node = node
        self.path = path
        self.reader = reader
        self.values = values
    }

    func has(_ key: String) -> Bool { values[key] != nil }

    /// A value that must be there, plain or as an assumption: `{value, assumed: true, reason}`.
    mutating func value<Element>(_ key: String, _ notation: Notation<Element>) -> Element? {
        guard let node = take(key, expected: notation.expected) else { return nil }
        return read(node, key, notation)
    }

    /// As ``value(_:_:)``, where the key may be absent.
    mutating func optional<Element>(_ key: String, _ notation: Notation<Element>) -> Element? {
        ask(key)
        return has(key) ? value(key, notation) : nil
    }

    /// Lets the path start anew here: from now on messages name this place in another way.
    mutating func restartPath() {
        path = ""
    }

    /// Makes a key known that is absent, so that it is named among those that may stand here.
    mutating func ask(_ key: String) {
        asked.insert(key)
    }

    /// A list of things with keys of their own.
    mutating func list<Element>(_ key: String, _ read: (inout Fields) -> Element?) -> [Element]? {
        nodes(key, expected: "a list")?.enumerated().compactMap { index, node in
            guard var fields = Fields(node, path: place("\(key)[\(index + 1)]"), reader) else { return nil }
            let element = read(&fields)
            fields.finish()
            return element
        }
    }

    /// A list of plain values.
    mutating func values<Element>(_ key: String, _ notation: Notation<Element>) -> [Element]? {
        nodes(key, expected: "a list")?.enumerated().compactMap { index, node in
            read(node, "\(key)[\(index + 1)]", notation)
        }
    }

    /// Keys that the file chooses itself, each with a plain value or a list of them, in the order of the file.
    mutating func pairs<Element>(
        _ key: String, _ notation: Notation<Element>
    ) -> [(key: String, values: [Element])]? {
        guard let node = take(key, expected: "keys with values") else { return nil }
        guard case .mapping(let mapping) = node, mapping.count <= Self.listLimit else {
            reader.report(node, place(key), expected: "keys with values", found: node.sight)
            return nil
        }
        return mapping.compactMap { name, value -> (key: String, values: [Element])? in
            guard case .scalar(let scalar) = name else {
                reader.report(name, place(key), expected: "a key", found: name.sight)
                return nil
            }
            let path = "\(key).\(scalar.string)"
            guard case .sequence(let sequence) = value else {
                return self.read(value, path, notation).map { (scalar.string, [$0]) }
            }
            let elements = sequence.enumerated().compactMap { index, entry in
                read(entry, "\(path)[\(index + 1)]", notation)
            }
            return elements.count == sequence.count ? (scalar.string, elements) : nil
        }
    }

    /// Reports the keys that nobody asked for.
    func finish() {
        for (key, value) in values where !asked.contains(key) {
            let known = asked.sorted().joined(separator: ", ")
            reader.report(value, place(key), expected: "one of the keys \(known)", found: "the key '\(key)'")
        }
    }

    /// Reports something about the value of a key that was read.
    func report(_ key: String, expected: String, found: String) {
        reader.report(values[key] ?? node, place(key), expected: expected, found: found)
    }

    private func read<Element>(_ node: Node, _ key: String, _ notation: Notation<Element>) -> Element? {
        if case .mapping = node { return assumed(node, key, notation) }
        guard case .scalar(let scalar) = node, let element = notation.read(scalar.string) else {
            reader.report(node, place(key), expected: notation.expected, found: node.sight)
            return nil
        }
        return element
    }

    private func assumed<Element>(_ node: Node, _ key: String, _ notation: Notation<Element>) -> Element? {
        guard var fields = Fields(node, path: place(key), reader) else { return nil }
        let written = fields.value("value", .text)
        let element = fields.value("value", notation)
        let assumed = fields.value("assumed", .truth)
        let reason = fields.value("reason", .text)
        fields.finish()
        guard let written, let element, let assumed, let reason else { return nil }
        guard assumed else {
            fields.report("assumed", expected: "true, or the value without these keys", found: "'false'")
            return nil
        }
        reader.note(Assumption(key: place(key), value: written, reason: reason))
        return element
    }

    private mutating func nodes(_ key: String, expected: String) -> [Node]? {
        guard var node = take(key, expected: expected) else { return nil }
        if case .mapping = node {
            guard let list = assumedList(node, key) else { return nil }
            node = list
        }
        guard case .sequence(let sequence) = node, !sequence.isEmpty, sequence.count <= Self.listLimit else {
            reader.report(
                node, place(key), expected: "\(expected) of 1 to \(Self.listLimit) entries", found: node.sight
            )
            return nil
        }
        return Array(sequence)
    }

    /// A list that the document leaves open: the list, its assumption noted.
    private func assumedList(_ node: Node, _ key: String) -> Node? {
        guard var fields = Fields(node, path: place(key), reader) else { return nil }
        let list = fields.take("value", expected: "a list")
        let assumed = fields.value("assumed", .truth)
        let reason = fields.value("reason", .text)
        fields.finish()
        guard let list, let assumed, let reason else { return nil }
        guard assumed else {
            fields.report("assumed", expected: "true, or the list without these keys", found: "'false'")
            return nil
        }
        reader.note(Assumption(key: place(key), value: "lijst", reason: reason))
        return list
    }

    private mutating func take(_ key: String, expected: String) -> Node? {
        ask(key)
        guard let value = values[key] else {
            reader.report(node, place(key), expected: expected, found: "nothing: the key is missing")
            return nil
        }
        return value
    }

    private func place(_ key: String) -> String {
        path.isEmpty ? key : "\(path).\(key)"
    }
}

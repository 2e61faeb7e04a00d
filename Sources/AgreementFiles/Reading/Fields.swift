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

    init?(_ node: Node, path: String, _ reader: Reader) {
        guard reader.enter(node, path) else { return nil }
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

    /// Makes all keys known, where it cannot be told which ones may stand here.
    mutating func askAll() {
        asked.formUnion(values.keys)
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

    /// The line of a key, or of the place when the key is absent.
    func line(of key: String) -> Int { (values[key] ?? node).mark?.line ?? 0 }

    func place(_ key: String) -> String {
        path.isEmpty ? key : "\(path).\(key)"
    }

    /// What stands under a key that must be there.
    mutating func take(_ key: String, expected: String) -> Node? {
        ask(key)
        guard let value = values[key] else {
            reader.report(node, place(key), expected: expected, found: "nothing: the key is missing")
            return nil
        }
        return value
    }

    /// A plain value, or one that is assumed.
    func read<Element>(_ node: Node, _ key: String, _ notation: Notation<Element>) -> Element? {
        if case .mapping = node {
            return assumed(node, key, expected: notation.expected).flatMap { read($0, key, notation) }
        }
        guard case .scalar(let scalar) = node, let element = notation.read(scalar.string) else {
            reader.report(node, place(key), expected: notation.expected, found: node.sight)
            return nil
        }
        return element
    }

    /// What the document leaves open: the value, of whatever shape, its assumption noted.
    func assumed(_ node: Node, _ key: String, expected: String) -> Node? {
        guard var fields = Fields(node, path: place(key), reader) else { return nil }
        let value = fields.take("value", expected: expected)
        let assumed = fields.value("assumed", .truth)
        let reason = fields.value("reason", .text)
        fields.finish()
        guard let value, let assumed, let reason else { return nil }
        guard assumed else {
            fields.report("assumed", expected: "true, or the value without these keys", found: "'false'")
            return nil
        }
        reader.note(Assumption(key: place(key), value: value.wording, reason: reason), at: node)
        return value
    }
}

extension Node {
    /// The value of an assumption as it is told.
    fileprivate var wording: String {
        switch self {
        case .scalar(let scalar): scalar.string
        case .sequence(let sequence):
            sequence.allSatisfy { $0.scalar != nil }
                ? sequence.compactMap(\.scalar?.string).joined(separator: ", ") : "lijst"
        case .mapping, .alias: "lijst"
        }
    }
}

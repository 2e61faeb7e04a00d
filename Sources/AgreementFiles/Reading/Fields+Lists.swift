import Yams

extension Fields {
    /// A list longer than this is a mistake, or an attempt.
    private static let listLimit = 1_000

    /// A list of things with keys of their own.
    mutating func list<Element>(_ key: String, _ read: (inout Fields) -> Element?) -> [Element]? {
        entries(key)?.compactMap { entry in
            var fields = entry
            let element = read(&fields)
            fields.finish()
            return element
        }
    }

    /// A list that may be absent, which is an empty one; nil when it is there and wrong.
    mutating func optionalList<Element>(_ key: String, _ read: (inout Fields) -> Element?) -> [Element]? {
        ask(key)
        return has(key) ? list(key, read) : []
    }

    /// The places of a list, to be read and finished by the caller.
    mutating func entries(_ key: String) -> [Fields]? {
        nodes(key)?.enumerated().compactMap { index, node in
            Fields(node, path: place("\(key)[\(index + 1)]"), reader)
        }
    }

    /// A list of plain values.
    mutating func values<Element>(_ key: String, _ notation: Notation<Element>) -> [Element]? {
        nodes(key)?.enumerated().compactMap { index, node in
            read(node, "\(key)[\(index + 1)]", notation)
        }
    }

    /// A list of plain values that may be absent, which is an empty one.
    mutating func optionalValues<Element>(_ key: String, _ notation: Notation<Element>) -> [Element]? {
        ask(key)
        return has(key) ? values(key, notation) : []
    }

    /// A list of lists of plain values.
    mutating func lists<Element>(_ key: String, _ notation: Notation<Element>) -> [[Element]]? {
        nodes(key)?.enumerated().compactMap { index, node in
            elements(node, "\(key)[\(index + 1)]", notation)
        }
    }

    /// Another place under a key.
    mutating func section<Element>(_ key: String, _ read: (inout Fields) -> Element?) -> Element? {
        guard let node = take(key, expected: "keys with values"),
            var fields = Fields(node, path: place(key), reader)
        else { return nil }
        let element = read(&fields)
        fields.finish()
        return element
    }

    /// Keys that the file chooses itself, each with a plain value or a list of them, in the order of the
    /// file.
    mutating func pairs<Element>(
        _ key: String, _ notation: Notation<Element>
    ) -> [(key: String, values: [Element])]? {
        guard var node = take(key, expected: "keys with values") else { return nil }
        if case .mapping(let mapping) = node, mapping["assumed"] != nil {
            guard let value = assumed(node, key, expected: "keys with values") else { return nil }
            node = value
        }
        guard case .mapping(let mapping) = node, mapping.count <= Self.listLimit else {
            reader.report(node, place(key), expected: "keys with values", found: node.sight)
            return nil
        }
        return mapping.compactMap { name, value -> (key: String, values: [Element])? in
            guard case .scalar(let scalar) = name else {
                reader.report(name, place(key), expected: "a key", found: name.sight)
                return nil
            }
            return pair(scalar.string, value, "\(key).\(scalar.string)", notation)
        }
    }

    private func pair<Element>(
        _ name: String, _ value: Node, _ path: String, _ notation: Notation<Element>
    ) -> (key: String, values: [Element])? {
        if case .scalar = value { return read(value, path, notation).map { (name, [$0]) } }
        return elements(value, path, notation).map { (name, $0) }
    }

    /// A list whose entries are all right; nil after a report.
    private func elements<Element>(
        _ node: Node, _ path: String, _ notation: Notation<Element>
    ) -> [Element]? {
        guard let nodes = sequence(node, path) else { return nil }
        let elements = nodes.enumerated().compactMap { index, entry in
            read(entry, "\(path)[\(index + 1)]", notation)
        }
        return elements.count == nodes.count ? elements : nil
    }

    private mutating func nodes(_ key: String) -> [Node]? {
        take(key, expected: "a list").flatMap { sequence($0, key) }
    }

    /// The entries of a list, plain or assumed.
    private func sequence(_ node: Node, _ key: String) -> [Node]? {
        if case .mapping = node {
            return assumed(node, key, expected: "a list").flatMap { sequence($0, key) }
        }
        guard case .sequence(let sequence) = node, !sequence.isEmpty, sequence.count <= Self.listLimit else {
            reader.report(
                node, place(key), expected: "a list of 1 to \(Self.listLimit) entries", found: node.sight)
            return nil
        }
        return Array(sequence)
    }
}

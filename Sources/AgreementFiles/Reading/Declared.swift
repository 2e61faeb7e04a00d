/// What a file declares under keys of one kind, so that other places of it can name these things.
///
/// A key is known from the moment it is read, also when the thing itself turns out to be wrong: a mistake in
/// a window is told once, and not again at every norm that names the window.
struct Declared<Thing> {
    /// Plural, for messages: `calendars`.
    let noun: String
    /// In the order of the file.
    private(set) var keys: [String] = []
    private var things: [String: Thing] = [:]

    init(_ noun: String) {
        self.noun = noun
    }

    mutating func know(_ key: String) {
        keys.append(key)
    }

    mutating func add(_ thing: Thing, _ key: String) {
        things[key] = thing
    }

    /// Nil for a key whose thing is wrong, which has been reported.
    subscript(_ key: String) -> Thing? { things[key] }
}

extension Notation<String> {
    /// A key that this file declares.
    static func key<Thing>(of declared: Declared<Thing>) -> Notation {
        oneOf(declared.keys, declared.noun)
    }

    /// A key that this file declares as one or the other.
    static func key<First, Second>(of first: Declared<First>, or second: Declared<Second>) -> Notation {
        oneOf(first.keys + second.keys, "\(first.noun) and \(second.noun)")
    }

    private static func oneOf(_ keys: [String], _ noun: String) -> Notation {
        let known = keys.isEmpty ? ", of which this file has none" : " " + keys.joined(separator: ", ")
        return Notation(expected: "one of the \(noun)\(known)") { keys.contains($0) ? $0 : nil }
    }
}

extension Reader {
    /// The key under which a thing is declared; each key once.
    func declare<Thing>(
        _ fields: inout Fields, _ declared: ReferenceWritableKeyPath<Reader, Declared<Thing>>
    ) -> String? {
        guard let key = fields.value("key", .key) else { return nil }
        if self[keyPath: declared].keys.contains(key) {
            let noun = self[keyPath: declared].noun
            fields.report("key", expected: "each key of the \(noun) once", found: "'\(key)' again")
        }
        self[keyPath: declared].know(key)
        return key
    }
}

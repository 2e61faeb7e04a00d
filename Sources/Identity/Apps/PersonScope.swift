/// What a person may let an app do; a closed list, each named after the part of the interface it opens first.
public enum PersonScope: String, CaseIterable, Sendable {
    case messages = "mijn.berichten"
    case preferences = "mijn.voorkeuren"
    case cases = "mijn.zaken"
    case personalRecords = "mijn.gegevens"

    private static let interface = ["api", "v1", "mijn"]

    /// The parts below `/api/v1/mijn` that belong to the box, and to what is kept about somebody, beside those
    /// that bear a scope's own name.
    private static let belonging: [String: PersonScope] = [
        "mappen": .messages, "bewerkingen": .messages, "zoekopdrachten": .messages, "apparaten": .messages,
        "inzage": .personalRecords,
    ]

    /// The scope that opens a path: `mijn.berichten` opens `/api/v1/mijn/berichten` and all below it. Nil
    /// for a path that no app may use.
    public static func opening(_ path: String) -> PersonScope? {
        let segments = path.split(separator: "/").map(String.init)
        guard segments.count > interface.count, Array(segments.prefix(interface.count)) == interface else {
            return nil
        }
        let part = segments[interface.count]
        return belonging[part] ?? PersonScope(rawValue: "mijn.\(part)")
    }

    /// Reads a space-separated list as OAuth writes it; nil when a word is not a scope.
    public static func list(_ text: String) -> Set<PersonScope>? {
        var scopes: Set<PersonScope> = []
        for word in text.split(separator: " ") {
            guard let scope = PersonScope(rawValue: String(word)) else { return nil }
            scopes.insert(scope)
        }
        return scopes
    }
}

extension Set<PersonScope> {
    /// The list as OAuth writes it: names in alphabetical order, with spaces between.
    public var text: String {
        map(\.rawValue).sorted().joined(separator: " ")
    }
}

/// What a client of an organisation may be let in for; a closed list, named as in the interface description.
public enum Scope: String, CaseIterable, Sendable {
    case messages = "berichten"
    case validation = "validatie"
    case subscriptions = "abonnementen"
    case messageTypes = "berichttypes"
    case cases = "zaken"
    case reports = "meldingen"
    /// The probe's own: hands in what it saw of the functions through the public port (SNO-30).
    case probe = "metingen"

    /// Reads a space-separated list as OAuth writes it; nil when a word is not a scope.
    public static func list(_ text: String) -> Set<Scope>? {
        var scopes: Set<Scope> = []
        for word in text.split(separator: " ") {
            guard let scope = Scope(rawValue: String(word)) else { return nil }
            scopes.insert(scope)
        }
        return scopes
    }
}

extension Set<Scope> {
    /// The list as OAuth writes it: names in alphabetical order, with spaces between.
    public var text: String {
        map(\.rawValue).sorted().joined(separator: " ")
    }
}

/// The attributes of the namespace `XMLSchema-instance`, which any document may have.
enum InstanceAttributes {
    private static let namespace = "http://www.w3.org/2001/XMLSchema-instance"

    /// Whether the element says that it has no content; nil where it has an attribute that it may not have. A
    /// schema location is passed over: this program never fetches one.
    static func judge(_ tag: StartTag, _ rule: AttributeRule) -> Bool? {
        if case .any = rule { return false }
        var isNil = false
        guard tag.attributeCount > 0 else { return isNil }
        for (name, value) in tag.attributes {
            guard name.namespace == namespace else { return nil }
            switch (name.localName, rule) {
            case ("schemaLocation", _), ("noNamespaceSchemaLocation", _): continue
            case ("type", .none(let type?)), ("type", .nillable(let type?)):
                guard tag.resolve(value) == type else { return nil }
            case ("nil", .nillable):
                guard let stated = truth(value) else { return nil }
                isNil = stated
            default: return nil
            }
        }
        return isNil
    }

    private static func isBlank(_ character: Character) -> Bool {
        character == " " || character == "\t" || character == "\n" || character == "\r"
    }

    private static func truth(_ text: String) -> Bool? {
        let words = text.split(whereSeparator: isBlank)
        guard words.count == 1 else { return nil }
        return switch words[0] {
        case "true", "1": true
        case "false", "0": false
        default: nil
        }
    }
}

/// What a request says beside its body.
public struct Parameter: Sendable, Equatable {
    public enum Place: String, Sendable {
        case path
        case query
        case header
    }

    public let name: String
    public let place: Place
    public let schema: Schema
    public let isRequired: Bool
    let about: String

    public static func path(_ name: String, _ about: String, _ schema: Schema) -> Parameter {
        Parameter(name: name, place: .path, schema: schema, isRequired: true, about: about)
    }

    public static func query(
        _ name: String, _ about: String, _ schema: Schema, isRequired: Bool = false
    ) -> Parameter {
        Parameter(name: name, place: .query, schema: schema, isRequired: isRequired, about: about)
    }

    public static func header(
        _ name: String, _ about: String, _ schema: Schema, isRequired: Bool = false
    ) -> Parameter {
        Parameter(name: name, place: .header, schema: schema, isRequired: isRequired, about: about)
    }

    var node: Node {
        [
            "name": .text(name), "in": .text(place.rawValue), "required": .flag(isRequired),
            "description": .text(about), "schema": schema.node,
        ]
    }
}

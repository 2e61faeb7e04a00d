/// What a value looks like: a schema of OpenAPI 3.0. A named one stands once in the document, and is pointed
/// at.
public struct Schema: Sendable, Equatable {
    /// The schema where it is used: whole, or a pointer to its name.
    public let node: Node
    /// The named schemas in it.
    let definitions: [String: Node]

    init(node: Node, definitions: [String: Node] = [:]) {
        self.node = node
        self.definitions = definitions
    }

    /// One field of an object.
    public struct Property: Sendable {
        let name: String
        let schema: Schema
        let isRequired: Bool

        public static func required(_ name: String, _ schema: Schema) -> Property {
            Property(name: name, schema: schema, isRequired: true)
        }

        public static func optional(_ name: String, _ schema: Schema) -> Property {
            Property(name: name, schema: schema, isRequired: false)
        }
    }
}

extension Schema {
    /// The same schema under a name, in UpperCamelCase.
    public func named(_ name: String) -> Schema {
        Schema(
            node: ["$ref": "#/components/schemas/\(name)"],
            definitions: definitions.merging([name: node]) { $1 })
    }

    /// - Parameter isClosed: whether other fields are refused: of what is sent to us, not of what we answer,
    ///   which may grow.
    public static func object(
        _ about: String, isClosed: Bool = false, _ properties: [Property]
    ) -> Schema {
        let required = properties.filter(\.isRequired).map { Node.text($0.name) }
        let node: Node = ["type": "object", "description": .text(about)]
        return Schema(
            node: node.adding([
                ("required", required.isEmpty ? nil : .list(required)),
                ("properties", .fields(properties.map { Node.Field($0.name, $0.schema.node) })),
                ("additionalProperties", isClosed ? false : nil),
            ]),
            definitions: gathered(properties.map(\.schema)))
    }

    public static func list(
        of item: Schema, _ about: String, count: ClosedRange<Int>? = nil
    ) -> Schema {
        let node: Node = ["type": "array", "description": .text(about), "items": item.node]
        return Schema(
            node: node.adding([
                ("minItems", count.map { .number($0.lowerBound) }),
                ("maxItems", count.map { .number($0.upperBound) }),
            ]),
            definitions: item.definitions)
    }

    /// What fits all of these.
    public static func all(of schemas: [Schema]) -> Schema {
        Schema(node: ["allOf": .list(schemas.map(\.node))], definitions: gathered(schemas))
    }

    /// What fits exactly one of these.
    public static func one(of schemas: [Schema]) -> Schema {
        Schema(node: ["oneOf": .list(schemas.map(\.node))], definitions: gathered(schemas))
    }

    private static func gathered(_ schemas: [Schema]) -> [String: Node] {
        schemas.reduce(into: [:]) { all, schema in all.merge(schema.definitions) { $1 } }
    }
}

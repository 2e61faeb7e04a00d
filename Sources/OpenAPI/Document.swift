/// A description of an interface by OpenAPI 3.0.3, the version that Dutch government bodies agreed on.
public struct Document: Sendable {
    public let node: Node

    /// - Parameters:
    ///   - tags: the groups of operations, each with what it is about.
    ///   - securitySchemes: by name, as OpenAPI writes them.
    public init(
        info: Node, servers: [Node], tags: [(name: String, about: String)], operations: [Operation],
        securitySchemes: Node
    ) {
        node = [
            "openapi": "3.0.3", "info": info, "servers": .list(servers),
            "tags": .list(tags.map { ["name": .text($0.name), "description": .text($0.about)] }),
            "paths": Self.paths(operations),
            "components": [
                "securitySchemes": securitySchemes, "headers": Self.headers(operations),
                "schemas": Self.schemas(operations),
            ],
        ]
    }

    private static func paths(_ operations: [Operation]) -> Node {
        var order: [String] = []
        for operation in operations where !order.contains(operation.path) { order.append(operation.path) }
        let byPath = Dictionary(grouping: operations, by: \.path)
        return .fields(
            order.map { path in
                let here = byPath[path] ?? []
                return Node.Field(path, .fields(here.map { Node.Field($0.method, $0.node) }))
            })
    }

    private static func headers(_ operations: [Operation]) -> Node {
        let all = operations.flatMap { $0.answers.flatMap(\.headers) }
        let byName = Dictionary(all.map { ($0.name, $0.node) }) { first, _ in first }
        return sorted(byName)
    }

    private static func schemas(_ operations: [Operation]) -> Node {
        var byName: [String: Node] = [:]
        for schema in operations.flatMap(\.schemas) {
            byName.merge(schema.definitions) { known, new in
                precondition(known == new, "two schemas have the same name")
                return known
            }
        }
        return sorted(byName)
    }

    private static func sorted(_ fields: [String: Node]) -> Node {
        .fields(fields.sorted { $0.key < $1.key }.map { Node.Field($0.key, $0.value) })
    }
}

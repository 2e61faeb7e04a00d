/// A body in one media type, with an example that the schema admits.
public struct Content: Sendable, Equatable {
    public let mediaType: String
    public let schema: Schema
    let example: Node?

    public init(_ mediaType: String, _ schema: Schema, example: Node? = nil) {
        self.mediaType = mediaType
        self.schema = schema
        self.example = example
    }

    var node: Node {
        let node: Node = ["schema": schema.node]
        return node.adding([("example", example)])
    }
}

/// A header of an answer; it stands once in the document, under its own name.
public struct Header: Sendable, Equatable {
    public let name: String
    let about: String
    let schema: Schema

    public init(_ name: String, _ about: String, _ schema: Schema) {
        self.name = name
        self.about = about
        self.schema = schema
    }

    var node: Node { ["description": .text(about), "schema": schema.node] }
    var pointer: Node { ["$ref": "#/components/headers/\(name)"] }
}

/// What an operation may answer under one status.
public struct Answer: Sendable, Equatable {
    public let status: Int
    public let about: String
    public var headers: [Header]
    /// Empty where the answer has no body.
    public let contents: [Content]

    public init(_ status: Int, _ about: String, headers: [Header] = [], _ contents: [Content] = []) {
        self.status = status
        self.about = about
        self.headers = headers
        self.contents = contents
    }

    var node: Node {
        let node: Node = ["description": .text(about)]
        return node.adding([
            ("headers", .fields(headers.map { Node.Field($0.name, $0.pointer) })),
            (
                "content",
                contents.isEmpty ? nil : .fields(contents.map { Node.Field($0.mediaType, $0.node) })
            ),
        ])
    }
}

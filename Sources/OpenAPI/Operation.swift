/// One method on one path.
public struct Operation: Sendable {
    /// In lower case.
    let method: String
    /// Below the address of the server, with parameters in braces.
    let path: String
    let id: String
    let tag: String
    let summary: String
    let about: String
    let parameters: [Parameter]
    /// Empty where the operation takes no body.
    let body: [Content]
    let answers: [Answer]
    /// Each of these lets in by itself: the name of a scheme, with the scopes it must have.
    let security: [(scheme: String, scopes: [String])]

    public init(
        method: String, path: String, id: String, tag: String, summary: String, about: String,
        parameters: [Parameter], body: [Content], answers: [Answer],
        security: [(scheme: String, scopes: [String])]
    ) {
        self.method = method
        self.path = path
        self.id = id
        self.tag = tag
        self.summary = summary
        self.about = about
        self.parameters = parameters
        self.body = body
        self.answers = answers
        self.security = security
    }

    var node: Node {
        let node: Node = [
            "operationId": .text(id), "tags": [.text(tag)], "summary": .text(summary),
            "description": .text(about),
            "security": .list(
                security.map { .fields([.init($0.scheme, .list($0.scopes.map { .text($0) }))]) }),
        ]
        return node.adding([
            ("parameters", parameters.isEmpty ? nil : .list(parameters.map(\.node))),
            ("requestBody", body.isEmpty ? nil : Self.bodyNode(body)),
            ("responses", .fields(answers.map { Node.Field(String($0.status), $0.node) })),
        ])
    }

    private static func bodyNode(_ contents: [Content]) -> Node {
        [
            "required": true,
            "content": .fields(contents.map { Node.Field($0.mediaType, $0.node) }),
        ]
    }

    var schemas: [Schema] {
        parameters.map(\.schema) + body.map(\.schema) + answers.flatMap { $0.contents.map(\.schema) }
    }
}

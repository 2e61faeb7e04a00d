import Testing

@testable import OpenAPI

@Suite struct DocumentTests {
    private static let number = Schema.number("How many.", 1...5).named("Aantal")
    private static let body = Schema.object(
        "A question.", isClosed: true,
        [
            .required("aantal", number),
            .optional("namen", .list(of: .text("A name."), "Names.", count: 1...2)),
        ]
    ).named("Vraag")

    private static func document(_ answers: [Answer] = [Answer(204, "Done.")]) -> Node {
        Document(
            info: ["title": "Peil"], servers: [], tags: [(name: "Vragen", about: "Questions.")],
            operations: [
                Operation(
                    method: "post", path: "/vragen/{id}", id: "vraag", tag: "Vragen", summary: "Ask",
                    about: "Asks.", parameters: [.path("id", "Which.", .guid("Its id."))],
                    body: [Content("application/json", body, example: ["aantal": 1])], answers: answers,
                    security: [(scheme: "client", scopes: ["vragen"])])
            ], securitySchemes: [:]
        ).node
    }

    @Test func `a named schema stands once, and is pointed at`() {
        let document = Self.document([
            Answer(200, "Once.", [Content("application/json", Self.number)]),
            Answer(201, "Twice.", [Content("application/json", Self.number)]),
        ])
        guard case .fields(let schemas)? = document["components"]?["schemas"] else {
            Issue.record("there are no schemas")
            return
        }
        #expect(schemas.map(\.name) == ["Aantal", "Vraag"])
        let question = document["components"]?["schemas"]?["Vraag"]
        #expect(question?["properties"]?["aantal"] == ["$ref": "#/components/schemas/Aantal"])
        #expect(question?["required"] == ["aantal"])
        #expect(question?["additionalProperties"] == false)
        #expect(question?["properties"]?["namen"]?["maxItems"] == 2)
    }

    @Test func `a path has its methods, each with what it takes and answers`() {
        let operation = Self.document()["paths"]?["/vragen/{id}"]?["post"]
        #expect(operation?["operationId"] == "vraag")
        #expect(operation?["requestBody"]?["required"] == true)
        #expect(operation?["responses"]?["204"]?["description"] == "Done.")
        #expect(operation?["responses"]?["204"]?["content"] == nil)
        #expect(operation?["security"] == [["client": ["vragen"]]])
    }

    @Test func `a header stands once, under its own name`() {
        let version = Header("API-Version", "The version.", .text("A version."))
        let document = Self.document([
            Answer(200, "Once.", headers: [version]), Answer(204, "Twice.", headers: [version]),
        ])
        #expect(document["components"]?["headers"]?["API-Version"]?["description"] == "The version.")
        #expect(
            document["paths"]?["/vragen/{id}"]?["post"]?["responses"]?["204"]?["headers"]
                == ["API-Version": ["$ref": "#/components/headers/API-Version"]])
    }
}

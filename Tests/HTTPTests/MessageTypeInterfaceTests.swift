import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

/// `/api/v1/berichttypes`: the same message types, by program.
@Suite struct MessageTypeInterfaceTests {
    private let path = "/api/v1/berichttypes"

    private func call(
        _ client: any TestClientProtocol, _ method: HTTPRequest.Method, _ path: String,
        _ body: String = "",
        _ headers: HTTPFields, ifMatch tag: String? = nil
    ) async throws -> TestResponse {
        var headers = headers
        if method == .post { headers[.contentType] = "application/json" }
        if method == .patch { headers[.contentType] = "application/merge-patch+json" }
        headers[.ifMatch] = tag
        return try await client.execute(
            uri: path, method: method, headers: headers, body: ByteBuffer(string: body))
    }

    @Test func `a type is made, read, changed by its version and listed`() async throws {
        try await withSite { site in
            let mine = try await site.bearer()
            try await site.open { client in
                let made = try await call(
                    client, .post, path, #"{"code":"KWIJT","titel":"Kwijtschelding"}"#, mine)
                #expect(made.status == .created)
                let place = try #require(made.headers[.location])
                #expect(place == path + "/KWIJT")
                let tag = try #require(made.headers[.eTag])
                #expect(try await call(client, .get, place, "", mine).headers[.eTag] == tag)
                #expect(
                    try await call(client, .patch, place, #"{"actief":false}"#, mine).status.code == 428)
                let changed = try await call(
                    client, .patch, place, #"{"actief":false,"gevoelig":true}"#, mine, ifMatch: tag)
                #expect(changed.status == .ok)
                #expect(changed.text.contains(#""actief":false"#))
                #expect(changed.text.contains(#""titel":"Kwijtschelding""#))
                let late = try await call(
                    client, .patch, place, #"{"titel":"Anders"}"#, mine, ifMatch: tag)
                #expect(late.status == .preconditionFailed)
                let list = try await call(client, .get, path, "", mine)
                #expect(list.text.contains("KWIJT") && list.text.contains("WATER"))
                let theirs = try await site.bearer("gemeente")
                #expect(try await call(client, .get, place, "", theirs).status == .notFound)
                #expect(
                    try await call(client, .patch, place, "{}", theirs, ifMatch: "*").status == .notFound)
            }
        }
    }

    @Test(arguments: [
        ("[]", 1001, 0), ("", 1001, 0), ("{}", 1002, 2), (#"{"code":"A"}"#, 1002, 1),
        (#"{"code":1,"titel":null,"actief":"ja","gevoelig":0}"#, 1002, 4),
        (#"{"code":"A","titel":"B","naam":"C"}"#, 1002, 1), (#"{"code":"a b","titel":" "}"#, 1002, 2),
        (#"{"code":"WATER","titel":"B"}"#, 1601, 1),
    ])
    func `what is wrong with a new type is told at once, all of it`(
        _ body: String, _ code: Int, _ faults: Int
    ) async throws {
        try await withSite { site in
            let mine = try await site.bearer()
            try await site.open { client in
                let answer = try await call(client, .post, path, body, mine)
                #expect(answer.text.contains("\"code\":\(code)"), "\(answer.text)")
                #expect(answer.text.matches(of: /"pad":/).count == faults)
            }
        }
    }

    @Test(arguments: [
        (#"{"code":"B"}"#, "blijft altijd hetzelfde"), (#"{"titel":""}"#, "1 tot 100 tekens"),
        (#"{"actief":null}"#, "true of false"), (#"{"x":1}"#, "niet bestaat"),
    ])
    func `what cannot be changed is told`(_ body: String, _ words: String) async throws {
        try await withSite { site in
            let mine = try await site.bearer()
            try await site.open { client in
                let answer = try await call(client, .patch, path + "/WATER", body, mine, ifMatch: "*")
                #expect(answer.status == .badRequest)
                #expect(answer.text.contains(words))
            }
        }
    }
}

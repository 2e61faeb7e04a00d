import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import MessageBox
import Testing

@testable import Platform

/// Where an organisation's reports are pushed, through the real router.
@Suite struct ReportAddressTests {
    private static let path = "/api/v1/afleverpunt"

    private func put(
        _ client: any TestClientProtocol, _ body: String, _ headers: HTTPFields
    ) async throws -> TestResponse {
        var headers = headers
        headers[.contentType] = "application/json"
        return try await client.execute(
            uri: Self.path, method: .put, headers: headers, body: ByteBuffer(string: body))
    }

    @Test func `SNO-12: an address is set, shown without its secret, and taken away`() async throws {
        try await withSite { site in
            let (mine, theirs) = (try await site.bearer("waterschap"), try await site.bearer("gemeente"))
            try await site.open { client in
                let none = try await client.execute(uri: Self.path, method: .get, headers: mine)
                #expect(none.status == .notFound && none.text.contains("1303"))
                let body = #"{"url":"https://ontvanger.example/berichten","vorm":"cloudevent"}"#
                let first = try await put(client, body, mine)
                #expect(first.status == .ok)
                let blind = try await put(client, body, mine)
                #expect(blind.status == .preconditionRequired)
                var known = mine
                known[.ifMatch] = first.headers[.eTag]
                let again = try await put(client, body, known)
                let overtaken = try await put(client, body, known)
                #expect(overtaken.status == .preconditionFailed)
                known[.ifMatch] = again.headers[.eTag]
                let (one, other) = (try Shown.read(first), try Shown.read(again))
                #expect(try #require(one.geheim).count == 64)
                #expect(one.geheim != other.geheim, "each call makes a new secret")
                #expect(first.headers[.eTag] != again.headers[.eTag])
                let shown = try await client.execute(uri: Self.path, method: .get, headers: mine)
                #expect(try Shown.read(shown).geheim == nil)
                #expect(try Shown.read(shown).url == "https://ontvanger.example/berichten")
                #expect(shown.headers[.eTag] == again.headers[.eTag])
                let foreign = try await client.execute(uri: Self.path, method: .get, headers: theirs)
                #expect(foreign.status == .notFound)
                let gone = try await client.execute(uri: Self.path, method: .delete, headers: known)
                #expect(gone.status == .noContent)
                let twice = try await client.execute(uri: Self.path, method: .delete, headers: mine)
                #expect(twice.status == .notFound)
            }
        }
    }

    @Test(arguments: [
        (#"{"url":"http://ontvanger.example/","vorm":"xml"}"#, ["url"]),
        (#"{"url":"https://10.0.0.1/","vorm":"xml"}"#, ["url"]),
        (#"{"url":"https://169.254.169.254/latest","vorm":"json"}"#, ["vorm", "url"]),
        (#"{"url":"https://a:b@ontvanger.example/","vorm":"xml"}"#, ["url"]),
        (#"{"url":7,"extra":1}"#, ["extra", "url", "vorm"]),
        ("{}", ["url", "vorm"]),
    ])
    func `all that is wrong with an address is told at once`(_ body: String, _ paths: [String]) async throws {
        try await withSite { site in
            let headers = try await site.bearer()
            try await site.open { client in
                let response = try await put(client, body, headers)
                #expect(response.status == .badRequest)
                let problem = try JSONDecoder().decode(
                    Wrong.self, from: Data(response.text.utf8))
                #expect(problem.code == 1002)
                #expect(problem.fouten.map(\.pad).sorted() == paths.sorted())
            }
        }
    }

    @Test func `SNO-12: the list of reports tells how far their pushing is`() async throws {
        try await withSite { site in
            let headers = try await site.bearer()
            try await site.open { client in
                _ = try await put(
                    client, #"{"url":"https://ontvanger.example/","vorm":"xml"}"#, headers)
                _ = try await client.send(Message.json(1), "application/json", headers)
                try await site.process()
                let list = try await client.execute(
                    uri: "/api/v1/verwerkingsberichten", method: .get, headers: headers)
                #expect(list.text.contains(#""aflevering":{"pogingen":0,"status":"wacht"}"#))
            }
        }
    }
}

private struct Shown: Decodable {
    let url: String
    let geheim: String?

    static func read(_ response: TestResponse) throws -> Shown {
        try JSONDecoder().decode(Shown.self, from: Data(response.text.utf8))
    }
}

private struct Wrong: Decodable {
    let code: Int
    let fouten: [Fault]

    struct Fault: Decodable { let pad: String }
}

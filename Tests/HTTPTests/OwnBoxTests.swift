import CivilTime
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import SQL
import Testing

@testable import Platform

/// The box of who is signed in, by the interface for programs.
@Suite struct OwnBoxTests {
    private static let root = "/api/v1/mijn"

    /// Delivers so many messages to Anna, and gives a client and her headers.
    private func withPost(
        _ count: Int,
        _ body: @escaping @Sendable (Site, any TestClientProtocol, HTTPFields) async throws -> Void
    ) async throws {
        try await withSite { site in
            let supplier = try await site.bearer()
            let anna = try await site.app()
            try await site.open { client in
                for number in 1...count {
                    site.clock.pass(60)
                    _ = try await client.send(Message.json(number), "application/json", supplier)
                    try await site.process()
                }
                site.clock.pass(60)
                try await body(site, client, anna)
            }
        }
    }

    private func send(
        _ client: any TestClientProtocol, _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields,
        _ body: String, match: String? = nil
    ) async throws -> TestResponse {
        var headers = headers
        headers[.contentType] = "application/json"
        if let match { headers[.ifMatch] = match }
        return try await client.execute(
            uri: Self.root + path, method: method, headers: headers, body: ByteBuffer(string: body))
    }

    private func ids(
        _ client: any TestClientProtocol, _ headers: HTTPFields, _ query: String = ""
    ) async throws -> [String] {
        let list = try await client.execute(
            uri: Self.root + "/berichten" + query, method: .get, headers: headers)
        let items = list.json["items"] as? [[String: Any]] ?? []
        return items.compactMap { $0["id"] as? String }
    }

    @Test func `SNO-08 a program lists a place page by page, and reads a message without marking it`()
        async throws
    {
        try await withPost(3) { _, client, anna in
            let all = try await ids(client, anna)
            #expect(all.count == 3)
            let first = try await client.execute(
                uri: "\(Self.root)/berichten?limiet=2&ongelezen=true", method: .get, headers: anna)
            let next = try #require(first.json["volgende"] as? String)
            let second = try await client.execute(uri: next, method: .get, headers: anna)
            let rest = (second.json["items"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
            #expect(rest == [all[2]] && second.json["volgende"] == nil)
            let message = try await client.execute(
                uri: "\(Self.root)/berichten/\(all[0])", method: .get, headers: anna)
            #expect(message.json["gelezen"] as? Bool == false)
            #expect((message.json["tekst"] as? String)?.contains("Beste lezer") == true)
            let file = try await client.execute(
                uri: "\(Self.root)/berichten/\(all[0])/bijlagen/1", method: .get, headers: anna)
            #expect(file.headers[.contentType] == "application/pdf")
            #expect(try await ids(client, anna, "?ongelezen=true").count == 3)
        }
    }

    @Test func `SNO-02 a change names the version it saw; the second browser is told`() async throws {
        try await withPost(1) { _, client, anna in
            let id = try #require(try await ids(client, anna).first)
            let seen = try await client.execute(
                uri: "\(Self.root)/berichten/\(id)", method: .get, headers: anna)
            let tag = try #require(seen.headers[.eTag])
            let path = "/berichten/\(id)"
            let bare = try await send(client, .patch, path, anna, #"{"plaats":"archief"}"#)
            #expect(bare.code == 1011)
            let moved = try await send(
                client, .patch, path, anna, #"{"plaats":"archief","gelezen":true}"#, match: tag)
            #expect(moved.status == .ok && moved.json["plaats"] as? String == "archief")
            let late = try await send(client, .patch, path, anna, #"{"plaats":"prullenbak"}"#, match: tag)
            #expect(late.code == 1010)
            #expect(try await ids(client, anna, "?plaats=archief") == [id])
            let now = try #require(moved.headers[.eTag])
            let again = try await send(client, .patch, path, anna, #"{"gelezen":false}"#, match: now)
            #expect(again.json["gelezen"] as? Bool == false)
        }
    }

    @Test func `SNO-02 messages go together or not at all, and the bin is emptied for good`() async throws {
        try await withPost(2) { _, client, anna in
            let all = try await ids(client, anna)
            let list = all.map { "\"\($0)\"" }.joined(separator: ",")
            let unknown = "\"01890000-0000-7000-8000-000000000000\""
            let refused = try await send(
                client, .post, "/bewerkingen", anna,
                #"{"berichten":[\#(list),\#(unknown)],"plaats":"prullenbak"}"#)
            #expect(refused.status == .notFound)
            #expect(try await ids(client, anna) == all)
            let early = try await client.execute(
                uri: "\(Self.root)/berichten/\(all[0])", method: .delete, headers: anna)
            #expect(early.code == 1503)
            let binned = try await send(
                client, .post, "/bewerkingen", anna, #"{"berichten":[\#(list)],"plaats":"prullenbak"}"#)
            #expect(binned.status == .noContent)
            let erased = try await client.execute(
                uri: "\(Self.root)/berichten/\(all[0])", method: .delete, headers: anna)
            #expect(erased.status == .noContent)
            #expect(try await ids(client, anna, "?plaats=prullenbak") == [all[1]])
        }
    }

    @Test func `SNO-02 folders are made, filled, renamed and removed`() async throws {
        try await withPost(1) { _, client, anna in
            let made = try await send(client, .post, "/mappen", anna, #"{"naam":"Huis"}"#)
            #expect(made.status == .created)
            let folder = try #require(made.json["id"] as? String)
            #expect(made.headers[.location] == "\(Self.root)/mappen/\(folder)")
            let taken = try await send(client, .post, "/mappen", anna, #"{"naam":"HUIS"}"#)
            #expect(taken.code == 1501)
            let id = try #require(try await ids(client, anna).first)
            _ = try await send(
                client, .post, "/bewerkingen", anna,
                #"{"berichten":["\#(id)"],"plaats":"map","map":"\#(folder)"}"#)
            #expect(try await ids(client, anna, "?plaats=map&map=\(folder)") == [id])
            let tag = try #require(made.headers[.eTag])
            let renamed = try await send(
                client, .patch, "/mappen/\(folder)", anna, #"{"naam":"Thuis"}"#, match: tag)
            #expect(renamed.json["naam"] as? String == "Thuis")
            #expect(renamed.json["aantalOngelezen"] as? Int == 1)
            let late = try await send(
                client, .patch, "/mappen/\(folder)", anna, #"{"naam":"Weg"}"#, match: tag)
            #expect(late.code == 1010)
            let removed = try await client.execute(
                uri: "\(Self.root)/mappen/\(folder)", method: .delete, headers: anna)
            #expect(removed.status == .noContent)
            #expect(try await ids(client, anna) == [id])
        }
    }

    @Test func `SNO-02 a search is posted, and its next page too`() async throws {
        try await withPost(3) { _, client, anna in
            let first = try await send(
                client, .post, "/zoekopdrachten", anna, #"{"zoek":"LEZER aansl","limiet":2}"#)
            #expect((first.json["items"] as? [Any])?.count == 2)
            #expect(first.json["volledig"] as? Bool == true)
            let after = try #require(first.json["na"] as? String)
            let second = try await send(
                client, .post, "/zoekopdrachten", anna, #"{"zoek":"LEZER aansl","limiet":2,"na":"\#(after)"}"#
            )
            #expect((second.json["items"] as? [Any])?.count == 1 && second.json["na"] == nil)
        }
    }

    @Test func `what is wrong with a request is told with its place`() async throws {
        try await withPost(1) { _, client, anna in
            for (path, body, pad) in [
                ("/zoekopdrachten", #"{"zoek":" - "}"#, "zoek"),
                ("/zoekopdrachten", #"{"zoek":"a","plaats":"map"}"#, "map"),
                ("/zoekopdrachten", #"{"zoek":"a","limiet":0}"#, "limiet"),
                ("/zoekopdrachten", #"{"zoek":"a","na":"x"}"#, "na"),
                ("/bewerkingen", #"{"berichten":[],"gelezen":true}"#, "berichten"),
                ("/bewerkingen", #"{"berichten":["x"],"gelezen":true}"#, "berichten.0"),
                ("/bewerkingen", #"{"berichten":["01890000-0000-7000-8000-000000000000"]}"#, ""),
                ("/mappen", #"{"naam":" "}"#, "naam"), ("/mappen", #"{"naam":"a","kleur":1}"#, "kleur"),
            ] {
                let answer = try await send(client, .post, path, anna, body)
                #expect(answer.code == 1002, "\(body)")
                let faults = answer.problem["fouten"] as? [[String: String]] ?? []
                #expect(faults.map { $0["pad"] } == [pad], "\(body)")
            }
            let place = try await client.execute(
                uri: "\(Self.root)/berichten?plaats=zolder", method: .get, headers: anna)
            #expect(place.code == 1002)
        }
    }

    @Test func `a citizen who guesses another's messages and folders finds nothing and changes nothing`()
        async throws
    {
        try await withPost(1) { site, client, anna in
            let bilal = try await site.app(of: Site.bilal)
            let id = try #require(try await ids(client, anna).first)
            let folder = try #require(
                try await send(client, .post, "/mappen", anna, #"{"naam":"Huis"}"#).json["id"] as? String)
            let attempts: [(HTTPRequest.Method, String, String)] = [
                (.get, "/berichten/\(id)", ""), (.get, "/berichten/\(id)/bijlagen/1", ""),
                (.patch, "/berichten/\(id)", #"{"plaats":"prullenbak"}"#), (.delete, "/berichten/\(id)", ""),
                (.post, "/bewerkingen", #"{"berichten":["\#(id)"],"plaats":"prullenbak"}"#),
                (.get, "/mappen/\(folder)", ""), (.patch, "/mappen/\(folder)", #"{"naam":"X"}"#),
                (.delete, "/mappen/\(folder)", ""),
            ]
            for (method, path, body) in attempts {
                let answer = try await send(client, method, path, bilal, body, match: "*")
                #expect(answer.status == .notFound, "\(method) \(path)")
            }
            #expect(try await ids(client, bilal, "?plaats=map&map=\(folder)").isEmpty)
            #expect(try await ids(client, anna) == [id])
        }
    }
}

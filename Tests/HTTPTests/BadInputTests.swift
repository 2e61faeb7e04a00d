import CivilTime
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import SQL
import Testing

@testable import Platform

/// What is refused at once: with its stable number, and with nothing kept.
@Suite struct BadInputTests {
    struct Bad: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let type: String
        let body: String
        let status: Int
        let code: Int

        init(_ name: String, _ type: String, _ body: String, _ status: Int, _ code: Int) {
            testDescription = name
            self.type = type
            self.body = body
            self.status = status
            self.code = code
        }

        static func xml(_ name: String, _ code: Int, _ body: String, status: Int = 400) -> Bad {
            Bad(name, "application/xml", body, status, code)
        }

        static func json(_ name: String, _ code: Int, _ body: String, status: Int = 400) -> Bad {
            Bad(name, "application/json", body, status, code)
        }
    }

    static let bombs = "<!DOCTYPE b [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY c \"&a;&a;&a;\">]>"
    static let oin = "00000099000000001000"

    static let bad: [Bad] = [
        .xml("not well-formed", 1201, Message.batch([1], "</m:BerichtInformatie>", with: "")),
        .xml("stops half-way", 1201, String(Message.batch([1]).dropLast(30))),
        .xml("empty", 1201, ""),
        .xml("no XML at all", 1201, "{}"),
        .xml("U+0000 in the XML", 1201, Message.batch([1], "aanslag", with: "aan\0slag")),
        .xml("a DTD", 1202, "<!DOCTYPE b>" + Message.batch([1])),
        .xml("entities", 1202, bombs + Message.batch([1], "Beste", with: "&c;")),
        .xml("1001 messages", 1203, Message.batch(Array(1...1_001))),
        .xml("no message", 1203, Message.batch([])),
        .xml("another root", 1203, "<Berichten/>"),
        .xml("a batch id that is no GUID", 1203, Message.batch([1], Message.guid(900), with: "900")),
        .xml("a message id that is no GUID", 1203, Message.batch([1], Message.guid(1), with: "1")),
        .xml(
            "a message id in Arabic digits", 1203,
            Message.batch([1], Message.guid(1), with: Message.guid(1).replacing("0", with: "\u{660}"))),
        .xml("a date that is none", 1203, Message.batch([1], Site.start.rfc3339, with: "gisteren")),
        .xml("a supplier that is no OIN", 1203, Message.batch([1], oin, with: "waterschap")),
        .xml(
            "another one's OIN", 1205, Message.batch([1], oin, with: "00000099000000002000"), status: 403),
        .xml(
            "the OIN of nobody here", 1205, Message.batch([1], oin, with: "00000099000000007000"),
            status: 403),
        .json("no JSON", 1001, "{"),
        .json("no object", 1001, "[]"),
        .json("an empty body", 1001, ""),
        .json("an id in Arabic digits", 1002, Message.json(1, "0b5a1c52", with: "٠b5a1c52")),
        .json("a number that fails the elfproef", 1002, Message.json(1, "999990019", with: "999990018")),
        .json("U+0000", 1002, Message.json(1, "Beste lezer", with: "a\\u0000b")),
        .json(
            "80 scalars in 40 letters", 1002,
            Message.json(1, "Uw aanslag", with: String(repeating: "e\u{301}", count: 40))),
        .json("an unknown field", 1002, Message.json(1, "\"tekst\"", with: "\"kleur\":1,\"tekst\"")),
        .json("an empty object", 1002, "{}"),
        Bad("JSON sent as text", "text/json", Message.json(1), 415, 1003),
        Bad("XML sent as a form", "application/x-www-form-urlencoded", Message.batch([1]), 415, 1003),
    ]

    @Test(arguments: bad)
    func `bad input gets its number at once, and nothing of it is kept`(_ bad: Bad) async throws {
        try await withSite { site in
            let headers = try await site.bearer()
            let before = try await site.rows()
            try await site.open { client in
                let response = try await client.send(bad.body, bad.type, headers)
                #expect(response.status.code == bad.status)
                #expect(response.code == bad.code, "\(response.text)")
                #expect(response.headers[.contentType] == "application/problem+json")
                let problem = response.problem
                for field in ["type", "title", "status", "detail", "instance", "code", "actie"] {
                    #expect(problem[field] != nil, "\(field) is missing")
                }
                #expect(problem["type"] as? String == "urn:peil:probleem:\(bad.code)")
                #expect(problem["status"] as? Int == bad.status)
                #expect(!response.text.contains("99999001"))
            }
            #expect(try await site.rows() == before)
        }
    }

    @Test func `all faults of a body come together, each with its path`() async throws {
        try await withSite { site in
            let headers = try await site.bearer()
            try await site.open { client in
                let response = try await client.send("{\"kleur\":1}", "application/json", headers)
                let faults = response.problem["fouten"] as? [[String: String]] ?? []
                #expect(
                    Set(faults.compactMap { $0["pad"] }) == [
                        "kleur", "berichtId", "berichttype", "ontvanger", "onderwerp", "tekst",
                    ])
                #expect(faults.allSatisfy { $0["reden"]?.isEmpty == false })
            }
        }
    }

    @Test func `a refused batch is named by its own id, and a taken one answered with it`() async throws {
        try await withSite { site in
            let headers = try await site.bearer()
            try await site.open { client in
                let refused = try await client.send(
                    Message.batch([1, 2], Message.guid(2), with: "x"), "text/xml", headers)
                #expect(refused.text.contains(Message.guid(900)))
                let taken = try await client.send(Message.batch([1, 2]), "text/xml; charset=utf-8", headers)
                #expect(taken.status == .accepted)
                #expect(taken.json["batchId"] as? String == Message.guid(900))
                #expect(taken.json["aantalBerichten"] as? Int == 2)
                let path = try #require(taken.headers[.location])
                let early = try await client.execute(uri: path, method: .get, headers: headers)
                #expect(early.code == 1301)
                #expect(early.headers[.retryAfter] != nil)
                try await site.process()
                let report = try await client.execute(uri: path, method: .get, headers: headers)
                #expect(report.status == .ok)
                #expect(report.text.contains("Verwerkt"))
            }
        }
    }

    @Test func `an idempotency key with other content is a conflict`() async throws {
        try await withSite { site in
            var headers = try await site.bearer()
            headers[try #require(HTTPField.Name("Idempotency-Key"))] = "k"
            try await site.open { [headers] client in
                let first = try await client.send(Message.json(1), "application/json", headers)
                let again = try await client.send(Message.json(1), "application/json", headers)
                let other = try await client.send(Message.json(2), "application/json", headers)
                #expect(first.status == .accepted)
                #expect(first.text == again.text)
                #expect(other.status == .conflict)
                #expect(other.code == 1206)
            }
        }
    }

    @Test func `a form that is too large is refused as such`() async throws {
        try await withSite { site in
            try await site.open { client in
                let body = ByteBuffer(string: "persoon=" + String(repeating: "a", count: 20_000))
                for path in ["/inloggen", "/uitloggen"] {
                    let response = try await client.execute(uri: path, method: .post, body: body)
                    #expect(response.status.code == 413)
                }
            }
        }
    }

    @Test(arguments: [
        "?na=-1", "?na=x", "?limiet=0", "?limiet=201", "?limiet=%D9%A1", "?na=99999999999999999999",
    ])
    func `a list is asked for within bounds`(_ query: String) async throws {
        try await withSite { site in
            let headers = try await site.bearer()
            try await site.open { client in
                let response = try await client.execute(
                    uri: "/api/v1/verwerkingsberichten\(query)", method: .get, headers: headers)
                #expect(response.code == 1002)
            }
        }
    }
}

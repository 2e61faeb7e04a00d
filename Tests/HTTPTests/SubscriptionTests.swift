import CivilTime
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import MessageBox
import SQL
import Testing
import Work

@testable import Platform

/// The subscription service by both interfaces, through the real router.
@Suite struct SubscriptionTests {
    private static let requestID = "6a0c1c0e-55b7-4d6a-8a53-1f0c2f1f9a01"

    private static func document(
        _ content: String = "", oin: String = "00000099000000001000", id: String = requestID
    ) -> String {
        #"<n:AbonnementAanvraag xmlns:n="http://schemas.overheid.nl/GEB/AbonnementServiceProcessor/2014/02">"#
            + "<BerichtLeverancier><OIN>\(oin)</OIN></BerichtLeverancier><VerzoekId>\(id)</VerzoekId>"
            + "\(content)</n:AbonnementAanvraag>"
    }

    private func send(
        _ client: any TestClientProtocol, _ body: String, _ headers: HTTPFields
    ) async throws -> TestResponse {
        var headers = headers
        let isXML = body.hasPrefix("<")
        headers[.contentType] = isXML ? "application/xml" : "application/json"
        return try await client.execute(
            uri: isXML ? "/koppelvlak/abonnementen" : "/api/v1/abonnementaanvragen", method: .post,
            headers: headers, body: ByteBuffer(string: body))
    }

    /// A body as `Content-Encoding: gzip` has it, unpacked by the machine's own gzip.
    private func unpacked(_ response: TestResponse) throws -> String {
        #expect(response.headers[.contentEncoding] == "gzip")
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).gz")
        try Data(response.body.readableBytesView).write(to: file)
        defer { unlink(file.path()) }
        let gzip = Process()
        let output = Pipe()
        gzip.executableURL = URL(filePath: "/usr/bin/gzip")
        gzip.arguments = ["--decompress", "--stdout", file.path()]
        gzip.standardOutput = output
        try gzip.run()
        let read = try output.fileHandleForReading.readToEnd() ?? Data()
        gzip.waitUntilExit()
        return String(decoding: read, as: UTF8.self)
    }

    @Test func `SNO-16: asked by day, it waits and says until when; run in the night, both forms are there`()
        async throws
    {
        try await withSite { site in
            let start = try await site.bearer()
            let addresses = try await site.open { client in
                let json = try await send(
                    client, #"{"soort":"bsnLijst","bsns":["999990020","999990044"]}"#, start)
                #expect(json.status == .accepted)
                #expect(json.json["status"] as? String == "wacht")
                #expect(json.json["startOp"] as? String == "2026-10-05T21:00:00Z")
                #expect(json.json["verwachtOp"] as? String == "2026-10-06T01:00:00Z")
                let xml = try await send(client, Self.document(), start)
                #expect(xml.status == .accepted)
                #expect(xml.json["verzoekId"] as? String == Self.requestID)
                let addresses = [json, xml].compactMap { $0.headers[.location] }
                for address in [addresses[0] + "/resultaat", addresses[1]] {
                    let early = try await client.execute(uri: address, method: .get, headers: start)
                    #expect(early.code == 1404)
                    #expect(early.headers[.retryAfter] == "39600")
                }
                return addresses
            }
            site.clock.pass(11 * 3_600)
            try await site.runSubscriptions()
            let headers = try await site.bearer()
            try await site.open { client in
                let state = try await client.execute(uri: addresses[0], method: .get, headers: headers)
                #expect(state.json["status"] as? String == "gereed")
                #expect(state.json["aantal"] as? Int == 1)
                #expect(state.json["resultaat"] as? String == addresses[0] + "/resultaat")
                let lines = try await client.execute(
                    uri: addresses[0] + "/resultaat", method: .get, headers: headers)
                #expect(lines.headers[.contentType] == "application/x-ndjson")
                #expect(try unpacked(lines) == "{\"bsn\":\"999990020\"}\n")
                let document = try await client.execute(uri: addresses[1], method: .get, headers: headers)
                #expect(document.headers[.contentType] == "application/xml; charset=utf-8")
                let text = try unpacked(document)
                #expect(text.contains("<VerzoekId>\(Self.requestID)</VerzoekId><BSNLijst>"))
                #expect(text.contains("<BSN>999990019</BSN>") && text.contains("<BSN>999990020</BSN>"))
            }
        }
    }

    @Test func `the same question under the same key gets the same answer`() async throws {
        try await withSite { site in
            var headers = try await site.bearer()
            headers[try #require(.init("Idempotency-Key"))] = "k"
            try await site.open { [headers] client in
                let first = try await send(client, #"{"soort":"alles"}"#, headers)
                let again = try await send(client, #"{"soort":"alles"}"#, headers)
                #expect(first.status == .accepted)
                #expect(again.text == first.text)
                let other = try await send(client, #"{"soort":"bsnLijst","bsns":["999990019"]}"#, headers)
                #expect(other.status == .conflict)
                #expect(other.code == 1206)
                // A delivery has keys of its own.
                let delivery = try await client.send(Message.json(1), "application/json", headers)
                #expect(delivery.status == .accepted)
            }
        }
    }

    @Test func `each refusal has its number, all that is wrong together, and nothing is kept`() async throws {
        try await withSite { site in
            let headers = try await site.bearer()
            let many = String(repeating: "\"999990019\",", count: 1_000_000) + "\"999990019\""
            let future = "2026-10-05T10:00:01Z"
            let wrong: [(String, Int, Int, [String])] = [
                ("{", 400, 1001, []), ("{}", 400, 1002, ["soort"]),
                (#"{"soort":"alles","bsns":["999990019"]}"#, 400, 1002, ["bsns"]),
                (#"{"soort":"bsnLijst"}"#, 400, 1002, ["bsns"]),
                (#"{"soort":"bsnLijst","bsns":[]}"#, 400, 1002, ["bsns"]),
                (#"{"soort":"bsnLijst","bsns":["x",1,"999990019"]}"#, 400, 1002, ["bsns.0", "bsns.1"]),
                (#"{"soort":"bsnLijst","bsns":[\#(many)]}"#, 400, 1002, ["bsns"]),
                (#"{"soort":"mutaties"}"#, 400, 1002, ["vanaf"]),
                (#"{"soort":"mutaties","vanaf":"gisteren"}"#, 400, 1002, ["vanaf"]),
                (#"{"soort":"mutaties","vanaf":"\#(future)"}"#, 400, 1002, ["vanaf"]),
                (#"{"soort":"iets","kleur":1}"#, 400, 1002, ["soort", "kleur"]),
                ("<a/>", 400, 1002, ["regel 1, kolom 3"]), ("<a", 400, 1201, ["regel 1, kolom 1"]),
                (Self.document("<BSNLijst/>"), 400, 1002, ["BSNLijst"]),
                (
                    Self.document("<BSNLijst><BSN>1</BSN></BSNLijst>", id: "x"), 400, 1002,
                    ["VerzoekId", "BSNLijst/BSN[1]"]
                ),
                (Self.document("<MutatieDatum>\(future)</MutatieDatum>"), 400, 1002, ["MutatieDatum"]),
                (
                    Self.document(
                        "<BSNLijst><BSN>999990019</BSN></BSNLijst><MutatieDatum>\(future)</MutatieDatum>"),
                    400, 1002, ["MutatieDatum"]
                ),
                (Self.document(oin: "00000099000000002000"), 403, 1205, []),
            ]
            let before = try await site.rows()
            try await site.open { client in
                for (body, status, code, paths) in wrong {
                    let answer = try await send(client, body, headers)
                    #expect(answer.status.code == status && answer.code == code, "\(body.prefix(90))")
                    let faults = answer.problem["fouten"] as? [[String: String]] ?? []
                    #expect(Set(faults.compactMap { $0["pad"] }) == Set(paths), "\(body.prefix(90))")
                    #expect(!answer.text.contains("99999"))
                }
            }
            #expect(try await site.rows() == before)
        }
    }

    @Test func `the same request again gets the first answer, another under its id a conflict`()
        async throws
    {
        try await withSite { site in
            let headers = try await site.bearer()
            try await site.open { client in
                let first = try await send(client, Self.document(), headers)
                let again = try await send(client, Self.document(id: Self.requestID.uppercased()), headers)
                #expect(first.text == again.text)
                let other = try await send(
                    client, Self.document("<BSNLijst><BSN>999990019</BSN></BSNLijst>"), headers)
                #expect(other.status == .conflict)
                #expect(other.code == 1402)
            }
        }
    }

    @Test func `another organisation's requests and results are not there`() async throws {
        try await withSite { site in
            let (mine, theirs) = (try await site.bearer("waterschap"), try await site.bearer("gemeente"))
            try await site.open { client in
                let sent = try await send(client, #"{"soort":"alles"}"#, mine)
                let address = try #require(sent.headers[.location])
                _ = try await send(client, Self.document(), mine)
                for path in [address, address + "/resultaat", "/koppelvlak/abonnementen/\(Self.requestID)"] {
                    let answer = try await client.execute(uri: path, method: .get, headers: theirs)
                    #expect(answer.code == 1403, "\(path)")
                }
                let own = try await client.execute(uri: address, method: .get, headers: mine)
                #expect(own.json["soort"] as? String == "alles")
            }
        }
    }
}

extension Site {
    /// Runs what may run now, as the workers do.
    fileprivate func runSubscriptions() async throws {
        let (installation, now) = (server.installation, now)
        let runner = SubscriptionLane(
            facilities: installation.facilities, rules: installation.subscriptions, now: clock.now)
        while let lane = try await database.write({ transaction in
            try Work.lease(.subscriptions, limit: 1, seconds: 60, at: now, in: transaction)
        }) {
            try await runner.serve(lane)
            try await database.write { try lane.release(in: $0) }
        }
    }
}

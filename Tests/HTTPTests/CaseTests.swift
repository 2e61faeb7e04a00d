import CivilTime
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import SQL
import Testing

@testable import Platform

/// Running cases through the router: pushed by an organisation, read by the citizen.
@Suite struct CaseTests {
    private static let address = "/api/v1/zaken/Z-2026-1"

    private static func whole(_ citizen: String = Site.anna) -> String {
        """
        {"betrokkene":{"type":"BSN","waarde":"\(citizen)"},"zaaktype":"Vergunning",
         "omschrijving":"Dakkapel <b>","gewijzigdOp":"2026-10-04T10:00:00Z","status":"open",
         "stapVoorU":{"omschrijving":"Stuur de tekening","uiterlijk":"2026-10-30"}}
        """
    }

    private static func event(_ id: String, _ type: String = "afgesloten", oin: String = "1000") -> String {
        """
        {"specversion":"1.0","id":"\(id)","source":"urn:nld:oin:0000009900000000\(oin):systeem:zaken",
         "type":"nl.overheid.zaken.zaak-\(type)","subject":"Z-2026-1","time":"2026-10-05T10:00:00Z"}
        """
    }

    private func send(
        _ client: any TestClientProtocol, _ method: HTTPRequest.Method, _ path: String, _ text: String,
        _ headers: HTTPFields, as type: String = "application/json"
    ) async throws -> (status: Int, body: String) {
        var headers = headers
        headers[.contentType] = type
        let answer = try await client.execute(
            uri: path, method: method, headers: headers, body: ByteBuffer(string: text))
        return (answer.status.code, String(buffer: answer.body))
    }

    @Test func `SNO-03 what an organisation pushes is what the citizen reads`() async throws {
        try await withSite { site in
            let (system, anna) = (try await site.bearer(), try await site.citizen())
            let bilal = try await site.citizen(Site.bilal)
            try await site.open { client in
                let first = try await send(client, .put, Self.address, Self.whole(), system)
                #expect(first.status == 201)
                #expect(try await send(client, .put, Self.address, Self.whole(), system) == first)
                let status = #"{"statusId":"s1","tijdstip":"2026-10-04T12:00:00Z","omschrijving":"Bekeken"}"#
                let posted = try await send(client, .post, Self.address + "/statussen", status, system)
                #expect(posted.status == 201 && posted.body.contains("\"verouderd\":false"))

                let page = try await client.execute(uri: "/zaken", method: .get, headers: anna)
                let html = String(buffer: page.body)
                #expect(html.contains("Dakkapel &lt;b&gt;") && !html.contains("Dakkapel <b>"))
                let list = try await client.execute(uri: "/api/v1/mijn/zaken", method: .get, headers: anna)
                let found = try #require(String(buffer: list.body).firstMatch(of: /"id":"([-0-9a-f]+)"/)?.1)
                for (path, marks) in [
                    ("/zaken/\(found)", ["Bekeken", "De zaak is begonnen"]),
                    ("/api/v1/mijn/zaken/\(found)", ["\"soort\":\"geopend\"", "Bekeken"]),
                ] {
                    let own = try await client.execute(uri: path, method: .get, headers: anna)
                    #expect(marks.allSatisfy { String(buffer: own.body).contains($0) }, "\(path)")
                    let other = try await client.execute(uri: path, method: .get, headers: bilal)
                    #expect(other.status == .notFound, "\(path)")
                }
            }
        }
    }

    @Test func `a push for somebody without an account cannot be told apart`() async throws {
        try await withSite { site in
            let system = try await site.bearer()
            try await site.open { client in
                let known = try await send(client, .put, "/api/v1/zaken/A", Self.whole(), system)
                let unknown = try await send(client, .put, "/api/v1/zaken/B", Self.whole("999990081"), system)
                #expect(known.status == unknown.status)
                #expect(
                    known.body.replacing("\"zaakId\":\"A\"", with: "")
                        == unknown.body.replacing("\"zaakId\":\"B\"", with: ""))
                var shown: [String] = []
                for id in ["A", "B"] {
                    let answer = try await client.execute(
                        uri: "/api/v1/zaken/\(id)", method: .get, headers: system)
                    shown.append(String(buffer: answer.body).replacing("\"\(id)\"", with: ""))
                }
                #expect(shown[0] == shown[1])
            }
        }
    }

    @Test func `events come one by one or as a batch, and a repeat gets the same answer`() async throws {
        try await withSite { site in
            let (system, other) = (try await site.bearer(), try await site.bearer("gemeente"))
            let (single, batch) = ("application/cloudevents+json", "application/cloudevents-batch+json")
            let address = "/api/v1/gebeurtenissen"
            try await site.open { client in
                _ = try await send(client, .put, Self.address, Self.whole(), system)
                let first = try await send(client, .post, address, Self.event("1"), system, as: single)
                #expect(first.status == 200)
                #expect(try await send(client, .post, address, Self.event("1"), system, as: single) == first)
                for (text, headers, type, status, code) in [
                    (Self.event("1", "verlengd"), system, single, 409, "1752"),
                    (Self.event("2", "betaald"), system, single, 400, "1753"),
                    (Self.event("3"), other, single, 403, "1205"),
                    ("[]", system, batch, 400, "1002"), ("{", system, single, 400, "1001"),
                    (Self.event("4"), system, "application/json", 415, "1003"),
                    (Self.event("5").replacing("Z-2026-1", with: "Z-9"), system, single, 404, "1751"),
                ] {
                    let answer = try await send(client, .post, address, text, headers, as: type)
                    #expect(answer.status == status && answer.body.contains("\"code\":\(code)"), "\(answer)")
                }
                let mixed =
                    "[\(Self.event("1")),\(Self.event("6", "betaald")),\(Self.event("7", "gemuteerd"))]"
                let answer = try await send(client, .post, address, mixed, system, as: batch)
                #expect(answer.status == 200)
                #expect(answer.body.matches(of: /"gebeurtenis":/).count == 2)
                #expect(answer.body.contains("\"nummer\":2,\"probleem\":{\"code\":1753"))
            }
        }
    }

    @Test func `a case is taken back, pages of cases join up, and a body has its limit`() async throws {
        try await withSite { site in
            let (system, anna) = (try await site.bearer(), try await site.citizen())
            try await site.open { client in
                for id in ["A", "B", "C"] {
                    _ = try await send(client, .put, "/api/v1/zaken/\(id)", Self.whole(), system)
                }
                var (ids, next): ([String], String?) = ([], "/api/v1/zaken?limiet=2")
                while let path = next, ids.count < 10 {
                    let answer = try await client.execute(uri: path, method: .get, headers: system)
                    let text = String(buffer: answer.body)
                    ids += text.matches(of: /"zaakId":"(\w)"/).map { String($0.1) }
                    next = text.firstMatch(of: /"volgende":"([^"]+)"/).map { String($0.1) }
                }
                #expect(ids.sorted() == ["A", "B", "C"])
                let gone = try await client.execute(
                    uri: "/api/v1/zaken/A", method: .delete, headers: system)
                #expect(gone.status == .noContent)
                let page = try await client.execute(uri: "/zaken", method: .get, headers: anna)
                #expect(String(buffer: page.body).matches(of: /class="case-list__title"/).count == 2)
                let large = Self.whole().replacing("Dakkapel", with: String(repeating: "x", count: 70_000))
                #expect(try await send(client, .put, "/api/v1/zaken/D", large, system).status == 413)
            }
        }
    }
}

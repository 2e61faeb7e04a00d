import CivilTime
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import MessageBox
import SQL
import ServiceLevels
import Testing

@testable import Platform

/// The validation service by both interfaces, through the real router.
@Suite struct ValidationTests {
    private static let dirk = "999990044"

    private static func json(_ numbers: [String], type: String = "WATER") -> String {
        let list = numbers.map { "\"\($0)\"" }.joined(separator: ",")
        return #"{"berichttype":"\#(type)","bsns":[\#(list)]}"#
    }

    private static func envelope(
        _ numbers: [String], type: String = "WATER", supplier: String = "00000099000000001000"
    ) -> String {
        let customers = numbers.map { "<g:Klant><g:Key>\($0)</g:Key><g:Rol>Burger</g:Rol></g:Klant>" }
        return #"""
            <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>
            <v:ValidateAbonnementen xmlns:v="http://schemas.rdw.nl/GEB/BerichtenboxValidatieService/2009/01"
            xmlns:t="http://schemas.rdw.nl/GEB/BerichtenboxValidatieService/Types/2009/01"
            xmlns:g="http://schemas.rdw.nl/GEB/Shared/Types/2009/01"><v:validateAbonnementenAanvraag>
            <t:berichtleverancierCode>\#(supplier)</t:berichtleverancierCode>
            <t:berichtTypeCode>\#(type)</t:berichtTypeCode>
            <t:klanten>\#(customers.joined())</t:klanten>
            </v:validateAbonnementenAanvraag></v:ValidateAbonnementen></s:Body></s:Envelope>
            """#
    }

    private func send(
        _ client: any TestClientProtocol, _ body: String, _ headers: HTTPFields
    ) async throws -> TestResponse {
        var headers = headers
        let isJSON = body.hasPrefix("{") || body.hasPrefix("[")
        headers[.contentType] = isJSON ? "application/json" : "text/xml; charset=utf-8"
        return try await client.execute(
            uri: isJSON ? "/api/v1/validaties" : "/koppelvlak/validatie", method: .post, headers: headers,
            body: ByteBuffer(string: body))
    }

    @Test func `SNO-14: both interfaces give the same answer`() async throws {
        try await withSite { site in
            let headers = try await site.bearer()
            try await site.open { client in
                let numbers = [Self.dirk, Site.anna, Site.bilal]
                let json = try await send(client, Self.json(numbers), headers)
                #expect(json.status == .ok)
                #expect(
                    json.text == """
                        {"resultaten":[{"berichtSturen":false,"bsn":"999990044"},\
                        {"berichtSturen":true,"bsn":"999990019"},{"berichtSturen":true,"bsn":"999990020"}]}
                        """)
                let soap = try await send(client, Self.envelope(numbers), headers)
                #expect(soap.status == .ok)
                #expect(soap.headers[.contentType] == "text/xml; charset=utf-8")
                let parts = soap.text.split(separator: "<g:Key>").dropFirst()
                #expect(parts.map { String($0.prefix(9)) } == numbers)
                #expect(parts.map { $0.contains(">true<") } == [false, true, true])
            }
        }
    }

    @Test func `each refusal has its number, by either interface, and says no number that was sent`()
        async throws
    {
        try await withSite { site in
            let headers = try await site.bearer()
            let many = Array(repeating: Site.anna, count: 251)
            let other = "00000099000000002000"
            let wrong: [(String, Int)] = [
                (Self.json(many), 1002), (Self.envelope(many), 1002),
                (Self.json([]), 1002), (Self.envelope([]), 1002),
                (Self.json(["99999001"]), 1002), (Self.envelope(["99999001"]), 1002),
                (Self.json([Site.anna], type: "NIEUW"), 1401),
                (Self.envelope([Site.anna], type: "NIEUW"), 1401),
                (Self.json([Site.anna], type: ""), 1002), (Self.envelope([Site.anna], type: ""), 1002),
                ("{", 1001), ("[]", 1001), (#"{"bsns":["999990019"],"kleur":1}"#, 1002),
                ("<a", 1201), ("<a/>", 1002), ("<!DOCTYPE a><a/>", 1202),
                (Self.envelope([Site.anna], supplier: "waterschap"), 1002),
                (Self.envelope([Site.anna], supplier: other), 1205),
            ]
            try await site.open { client in
                for (body, code) in wrong {
                    let answer = try await send(client, body, headers)
                    #expect(!answer.text.contains("99999"))
                    if body.hasPrefix("<") {
                        #expect(answer.status == .internalServerError)
                        #expect(answer.text.contains("<g:Message>\(code) "), "\(answer.text)")
                        #expect(answer.text.contains("<faultcode>s:Client</faultcode>"))
                        #expect(answer.text.contains("<g:ApplicationFault"))
                    } else {
                        #expect(answer.code == code, "\(answer.text)")
                        #expect(answer.status == .badRequest)
                    }
                }
            }
            let lines = try await site.database.read { transaction in
                try transaction.value("SELECT COUNT(*) FROM processing_line", as: Int.self)
            }
            #expect(lines == 0)
        }
    }

    @Test func `all that is wrong comes together, each with its path`() async throws {
        try await withSite { site in
            let headers = try await site.bearer()
            try await site.open { client in
                let answer = try await send(
                    client, #"{"berichttype":"TE LANGE CODE","bsns":["999990019",7,"x"],"kleur":1}"#, headers)
                let faults = answer.problem["fouten"] as? [[String: String]] ?? []
                #expect(Set(faults.compactMap { $0["pad"] }) == ["kleur", "berichttype", "bsns.1", "bsns.2"])
                let soap = try await send(
                    client, Self.envelope([Site.anna, "x", "y"], type: "TE LANGE CODE"), headers)
                for path in ["klanten/Klant[2]/Key", "klanten/Klant[3]/Key", "berichtTypeCode"] {
                    #expect(soap.text.contains(path), "\(path)")
                }
            }
        }
    }

    @Test func `the other's mistake is no failure of ours: it counts as an answer in time`() async throws {
        try await withSite { site in
            let headers = try await site.bearer()
            try await site.open { client in
                _ = try await send(client, Self.envelope([]), headers)
                _ = try await send(client, Self.envelope([Site.anna]), headers)
                _ = try await send(client, Self.json([Site.anna]), headers)
            }
            try await site.server.responseTimes.flush(to: site.database, at: site.now)
            let functions = try await site.database.read { transaction in
                try transaction.rows("SELECT function, counts FROM response_minute") { row in
                    (try row.next(String.self), try row.next([UInt8].self))
                }
            }
            #expect(functions.map(\.0) == [MeasuredFunction.validation])
            // The last bucket is for what took longer than any limit.
            #expect(functions.first?.1.last == 0)
        }
    }

    @Test func `the description is for anybody, and names this installation`() async throws {
        try await withSite { site in
            try await site.open { client in
                let found = try await client.execute(uri: "/koppelvlak/validatie?wsdl", method: .get)
                #expect(found.status == .ok)
                #expect(found.headers[.contentType] == "text/xml; charset=utf-8")
                #expect(found.text.contains(#"location="\#(Site.address)/koppelvlak/validatie""#))
                let bare = try await client.execute(uri: "/koppelvlak/validatie", method: .get)
                #expect(bare.code == 1006)
            }
        }
    }
}

import API
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Portal
import Routes
import Testing

@testable import Platform

/// What the NL API Design Rules ask of requests and answers, whatever the address.
@Suite struct AskingTests {
    private static let list = "/api/v1/verwerkingsberichten"

    @Test(arguments: [
        ("?Limiet=3", "Limiet"), ("?limiet=3&limiet=4", "limiet"), ("?999990019=1", "parameter"),
        ("?a=1&na=0", "a"), ("?na", ""), ("?na=0&limiet=3", nil),
    ])
    func `a parameter that does not exist is no quiet mistake`(_ query: String, _ named: String?) async throws
    {
        try await withSite { site in
            let headers = try await site.bearer()
            try await site.open { client in
                let answer = try await client.execute(
                    uri: Self.list + query, method: .get, headers: headers)
                guard let named else {
                    #expect(answer.status == .ok)
                    return
                }
                #expect(answer.code == 1002)
                let faults = answer.problem["fouten"] as? [[String: String]] ?? []
                #expect(named.isEmpty || faults.map { $0["pad"] } == [named])
                #expect(!answer.text.contains("999990019"))
            }
        }
    }

    @Test(arguments: [
        ("application/json", 200), ("*/*", 200), ("application/*;q=0.1, text/html", 200), ("", 200),
        ("text/html", 406), ("application/json;q=0, */*", 406), ("application/json; q=0.0", 406),
        ("text/html, application/xhtml+xml, */*;q=0.8", 200), ("application/problem+json", 406),
        ("APPLICATION/JSON;charset=utf-8", 200),
    ])
    func `what is not made here cannot be asked for`(_ accept: String, _ status: Int) async throws {
        try await withSite { site in
            var headers = try await site.bearer()
            headers[.accept] = accept
            try await site.open { [headers] client in
                let answer = try await client.execute(uri: Self.list, method: .get, headers: headers)
                #expect(answer.status.code == status)
                #expect(status == 200 || answer.code == 1005)
            }
        }
    }

    @Test func `who calls comes before what is asked`() async throws {
        try await withSite { site in
            try await site.open { client in
                let answer = try await client.execute(
                    uri: Self.list + "?onbekend=1", method: .get, headers: [.accept: "text/html"])
                #expect(answer.code == 1101)
            }
        }
    }

    @Test(arguments: [
        "/api/v1/verwerkingsberichten/", "/api/v1/openapi.json/", "/api/v1/verwerkingsberichten/?na=0",
    ])
    func `an address with a slash at its end is another one, where nothing is`(_ path: String) async throws {
        try await withSite { site in
            let headers = try await site.bearer()
            try await site.open { client in
                let answer = try await client.execute(uri: path, method: .get, headers: headers)
                #expect(answer.status == .notFound)
                #expect(answer.code == 1006)
            }
        }
    }

    @Test func `every route tells its options, and a browser what it may send from elsewhere`() async throws {
        try await withSite { site in
            let endpoints = site.server.interfaces.endpoints + site.server.portal.endpoints
            try await site.open { client in
                for (path, known) in Dictionary(grouping: endpoints, by: \.path) {
                    let answer = try await client.execute(
                        uri: path, method: .options, headers: [.origin: "https://elders.example"])
                    #expect(answer.status == .noContent, "\(path)")
                    let allowed = answer.headers[.allow]?.components(separatedBy: ", ") ?? []
                    #expect(Set(allowed).isSuperset(of: known.map(\.method.rawValue)), "\(path)")
                    #expect(allowed.contains("HEAD") == allowed.contains("GET"), "\(path)")
                    let isOpen =
                        path.hasPrefix("/api/") || path == "/oauth/token"
                        || path.hasPrefix("/.well-known/oauth-")
                    #expect((answer.headers[.accessControlAllowOrigin] == "*") == isOpen, "\(path)")
                    #expect((answer.headers[.accessControlAllowMethods] == nil) != isOpen, "\(path)")
                    #expect(answer.headers[.accessControlAllowCredentials] == nil, "\(path)")
                }
            }
        }
    }

    @Test func `a browser elsewhere can read a refusal too`() async throws {
        try await withSite { site in
            try await site.open { client in
                for (path, method) in [
                    (Self.list, HTTPRequest.Method.get), (Self.list, .delete), ("/api/v1/nergens", .get),
                ] {
                    let answer = try await client.execute(uri: path, method: method)
                    #expect(answer.status.code >= 400)
                    #expect(answer.headers[.accessControlAllowOrigin] == "*", "\(method) \(path)")
                    #expect(answer.headers[.accessControlExposeHeaders]?.contains("API-Version") == true)
                }
                let page = try await client.execute(uri: "/", method: .get)
                #expect(page.headers[.accessControlAllowOrigin] == nil)
            }
        }
    }

    @Test func `every moment in an answer is in UTC, whatever the request had`() async throws {
        try await withSite { site in
            let headers = try await site.bearer()
            var asking = headers
            asking[.contentType] = "application/json"
            try await site.open { [asking] client in
                let later = #""publicatiedatum":"2026-10-06T09:00:00+02:00","tekst""#
                let sent = try await client.send(
                    Message.json(1, "\"tekst\"", with: later), "application/json", headers)
                try await site.process()
                let report = "\(Self.list)/\(sent.json["id"] as? String ?? "")"
                let asked = try await client.execute(
                    uri: "/api/v1/abonnementaanvragen", method: .post,
                    headers: asking,
                    body: ByteBuffer(
                        string: #"{"soort":"mutaties","vanaf":"2026-10-05T09:00:00+02:00"}"#))
                let paths = [sent.headers[.location], asked.headers[.location], Self.list, report]
                for path in paths.compactMap(\.self) {
                    let answer = try await client.execute(uri: path, method: .get, headers: headers)
                    #expect(answer.status == .ok, "\(path)")
                    let moments = answer.text.matches(of: /"\d{4}-\d\d-\d\dT[^"]*"/).map(\.output)
                    #expect(!moments.isEmpty && moments.allSatisfy { $0.hasSuffix("Z\"") }, "\(path)")
                }
            }
        }
    }

    @Test func `a head has the headers of its body`() async throws {
        try await withSite { site in
            let headers = try await site.bearer()
            try await site.open { client in
                let full = try await client.execute(uri: Self.list, method: .get, headers: headers)
                let head = try await client.execute(uri: Self.list, method: .head, headers: headers)
                #expect(head.status == .ok)
                #expect(head.headers[.eTag] == full.headers[.eTag])
                #expect(head.body.readableBytes == 0)
            }
        }
    }
}

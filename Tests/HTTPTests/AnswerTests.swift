import API
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import Portal
import Routes
import Testing

@testable import Platform

/// What every answer has, whatever was asked.
@Suite struct AnswerTests {
    private func expectSecured(_ response: TestResponse, _ what: String) {
        for (name, value) in [
            ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"), ("API-Version", "1.0.0"),
            ("Referrer-Policy", "same-origin"),
            ("Strict-Transport-Security", "max-age=31536000; includeSubDomains"),
        ] {
            #expect(HTTPField.Name(name).flatMap { response.headers[$0] } == value, "\(name) of \(what)")
        }
        #expect(response.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true, "\(what)")
        #expect(response.headers[.cacheControl] != nil, "\(what)")
    }

    @Test func `every route tells which methods it has`() async throws {
        try await withSite { site in
            let endpoints = site.server.interfaces.endpoints + site.server.portal.endpoints
            try await site.open { client in
                for (path, known) in Dictionary(grouping: endpoints, by: \.path) {
                    let methods = Set(known.map(\.method) + [.options])
                        .union(known.contains { $0.method == .get } ? [.head] : [])
                    for method in [
                        HTTPRequest.Method.get, .head, .post, .put, .patch, .delete, .trace,
                    ] where !methods.contains(method) {
                        let response = try await client.execute(uri: path, method: method)
                        #expect(response.status == .methodNotAllowed, "\(method) \(path)")
                        let allowed = methods.map(\.rawValue).sorted().joined(separator: ", ")
                        #expect(response.headers[.allow] == allowed)
                        self.expectSecured(response, "\(method) \(path)")
                    }
                }
            }
        }
    }

    @Test(arguments: [
        "/", "/inloggen", "/berichtenbox", "/dienstniveaus", "/toegankelijkheid", "/componenten",
        "/.well-known/security.txt", "/.well-known/oauth-authorization-server",
        "/api/v1/verwerkingsberichten",
        "/nergens", "/api/v1/nergens", "/koppelvlak/nergens", "/oauth/nergens", "/berichtenbox/geen-id",
    ])
    func `every answer has the headers that protect its reader`(_ path: String) async throws {
        try await withSite { site in
            try await site.open { client in
                for method in [HTTPRequest.Method.get, .head, .post] {
                    let response = try await client.execute(uri: path, method: method)
                    self.expectSecured(response, "\(method) \(path)")
                }
            }
        }
    }

    @Test func `what is not there is a problem for systems and a page for people`() async throws {
        try await withSite { site in
            try await site.open { client in
                for path in ["/api/v1/nergens", "/koppelvlak/nergens", "/oauth/nergens"] {
                    let response = try await client.execute(uri: path, method: .get)
                    #expect(response.status == .notFound)
                    #expect(response.code == 1006)
                    #expect(response.problem["instance"] as? String == path)
                }
                let page = try await client.execute(uri: "/nergens", method: .get)
                #expect(page.status == .notFound)
                #expect(page.headers[.contentType] == "text/html; charset=utf-8")
            }
        }
    }

    @Test func `each number of a problem is used once, and its text is there`() {
        let kinds = Problem.Kind.allCases
        #expect(Set(kinds.map(\.rawValue)).count == kinds.count)
        for kind in kinds { #expect(!kind.title.isEmpty && kind.status.code >= 400) }
    }
}

import API
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import OpenAPI
import Portal
import Routes
import Testing

@testable import Platform

/// The published description and the routes are the same thing.
@Suite struct DescriptionTests {
    private static let root = "/api/v1/"

    private func endpoints(_ site: Site) -> [Endpoint] {
        (site.server.interfaces.endpoints + site.server.portal.endpoints)
            .filter { $0.path.hasPrefix(Self.root) }
    }

    static let environments = ["demo", "preproduction"]

    @Test(arguments: environments)
    func `every endpoint of the interface is described, and nothing else`(
        _ environment: String
    ) async throws {
        try await withSite(flags: ["environment": environment]) { site in
            let endpoints = endpoints(site)
            #expect(endpoints.count >= 13)
            for endpoint in endpoints {
                #expect(endpoint.description != nil, "\(endpoint.method) \(endpoint.path)")
            }
            let served = Set(
                endpoints.map { "\($0.method.rawValue.lowercased()) /\($0.path.dropFirst(Self.root.count))" })
            try await site.open { client in
                let document = try await client.execute(uri: "/api/v1/openapi.json", method: .get)
                let paths = document.json["paths"] as? [String: [String: Any]] ?? [:]
                let described = Set(
                    paths.flatMap { path, methods in methods.keys.map { "\($0) \(path)" } })
                #expect(described == served)
            }
        }
    }

    @Test(arguments: environments)
    func `each description fits its endpoint`(_ environment: String) async throws {
        try await withSite(flags: ["environment": environment]) { site in
            let endpoints = endpoints(site)
            for endpoint in endpoints {
                let description = try #require(endpoint.description)
                let here = "\(endpoint.method) \(endpoint.path)"
                let named = endpoint.path.split(separator: "/").filter { $0.hasPrefix("{") }
                    .map { String($0.dropFirst().dropLast()) }
                let told = description.parameters.filter { $0.place == .path }.map(\.name)
                #expect(named == told, "\(here) has other parameters than are described")
                let reads = [HTTPRequest.Method.get, .delete].contains(endpoint.method)
                #expect(!reads || description.body.isEmpty, "\(here) takes no body")
                #expect(!description.body.isEmpty == (description.bodyBytesLimit != nil), "\(here)")
                #expect(description.answers.allSatisfy { (200..<300).contains($0.status) }, "\(here)")
            }
            let operations = endpoints.compactMap(\.description?.operation)
            #expect(Set(operations).count == operations.count, "an operation's name is there twice")
        }
    }

    @Test func `each operation tells who may use it, and every problem that it can give`() async throws {
        try await withSite { site in
            try await site.open { client in
                let document = try await client.execute(uri: "/api/v1/openapi.json", method: .get)
                let paths = document.json["paths"] as? [String: [String: [String: Any]]] ?? [:]
                let ask = try #require(paths["/validaties"]?["post"])
                #expect(ask["security"] as? [[String: [String]]] == [["client": ["validatie"]]])
                let answers = try #require(ask["responses"] as? [String: Any])
                let expected: Set = [
                    "200", "400", "401", "403", "406", "413", "415", "429", "500", "503",
                ]
                #expect(Set(answers.keys) == expected)
                #expect(document.text.contains("\"enum\":[1001,1002,1009,1401]"))
                let open = try #require(paths["/openapi.json"]?["get"])
                #expect(open["security"] as? [[String: [String]]] == [])
            }
        }
    }

    @Test(arguments: ["json", "yaml"])
    func `the description is for anybody, from any site, and not sent twice`(_ ending: String) async throws {
        try await withSite { site in
            try await site.open { client in
                let path = "/api/v1/openapi.\(ending)"
                let answer = try await client.execute(
                    uri: path, method: .get, headers: [.origin: "https://elders.example"])
                #expect(answer.status == .ok)
                #expect(answer.headers[.contentType] == "application/\(ending)")
                #expect(answer.headers[.accessControlAllowOrigin] == "*")
                #expect(answer.headers[.accessControlAllowCredentials] == nil)
                let tag = try #require(answer.headers[.eTag])
                let again = try await client.execute(
                    uri: path, method: .get, headers: [.ifNoneMatch: "\"x\", W/\(tag)"])
                #expect(again.status == .notModified)
                #expect(again.body.readableBytes == 0)
                #expect(again.headers[.eTag] == tag)
            }
        }
    }
}

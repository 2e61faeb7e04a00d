import CivilTime
import Foundation
import HTTPTypes
import HummingbirdTesting
import Routes
import Testing

@testable import Platform

/// Bodies as they come over a real connection.
@Suite struct ConnectionTests {
    private func head(_ path: String, _ type: String, _ site: Site, _ length: String) async throws -> String {
        let token = try await site.bearer()[.authorization] ?? ""
        return "POST \(path) HTTP/1.1\r\nHost: localhost\r\nAuthorization: \(token)\r\n"
            + "Content-Type: \(type)\r\n\(length)\r\nConnection: close\r\n\r\n"
    }

    @Test(arguments: [
        ("/koppelvlak/berichtverwerking", "application/xml", Message.batch([1, 2, 3])),
        ("/api/v1/aanleveringen", "application/json", Message.json(1)),
    ])
    func `a body that stops half-way leaves nothing`(
        _ path: String, _ type: String, _ body: String
    ) async throws {
        try await withSite { site in
            let before = try await site.rows()
            try await site.open(.open(certificateProxies: []), .live) { client in
                let port = try #require(client.port)
                let half = String(body.prefix(body.count / 2))
                let head = try await head(path, type, site, "Content-Length: \(body.utf8.count)")
                for _ in 0..<5 { _ = await Wire.exchange(head + half, port: port, hangsUp: true) }
                let chunked = try await self.head(path, type, site, "Transfer-Encoding: chunked")
                let chunk = "\(String(half.utf8.count, radix: 16))\r\n\(half)\r\n"
                _ = await Wire.exchange(chunked + chunk, port: port, hangsUp: true)
                // Whole after all: the server still takes it, and only this one.
                let whole = await Wire.exchange(head + body, port: port)
                #expect(whole.hasPrefix("HTTP/1.1 202"))
            }
            let after = try await site.rows()
            #expect(after[0] == before[0] + 1)
            #expect(after[2] == before[2] + 1)
            #expect(after[1] <= before[1] + 1)
        }
    }

    @Test(arguments: [
        ("/koppelvlak/berichtverwerking", "application/xml", 100_000_001),
        ("/api/v1/aanleveringen", "application/json", 2_097_153),
    ])
    func `what is announced as too large is refused before it is read`(
        _ path: String, _ type: String, _ length: Int
    ) async throws {
        try await withSite { site in
            let before = try await site.rows()
            try await site.open(.open(certificateProxies: []), .live) { client in
                let port = try #require(client.port)
                let head = try await head(path, type, site, "Content-Length: \(length)")
                let answer = await Wire.exchange(head + "{", port: port)
                #expect(answer.hasPrefix("HTTP/1.1 413"))
            }
            #expect(try await site.rows() == before)
        }
    }

    @Test func `a body that grows too large on the way is refused, and leaves nothing`() async throws {
        try await withSite { site in
            let before = try await site.rows()
            try await site.open(.open(certificateProxies: []), .live) { client in
                let port = try #require(client.port)
                let head = try await head(
                    "/api/v1/aanleveringen", "application/json", site, "Transfer-Encoding: chunked")
                let piece = String(repeating: " ", count: 2_097_153)
                let chunk = "\(String(piece.utf8.count, radix: 16))\r\n\(piece)\r\n0\r\n\r\n"
                let answer = await Wire.exchange(head + chunk, port: port)
                #expect(answer.hasPrefix("HTTP/1.1 413"))
            }
            #expect(try await site.rows() == before)
        }
    }
}

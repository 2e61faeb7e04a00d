import CivilTime
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import MessageBox
import SQL
import Testing

@testable import Platform

/// What a browser gets to install the pages as an app, and what it may keep (SNO-05).
@Suite struct AppTests {
    private let mark = "Peil-Sessie"

    @Test func `the manifest is whole, and its icons are pictures of the size it says (SNO-05)`() async throws
    {
        try await withSite { site in
            try await site.open { client in
                let response = try await client.execute(uri: "/app.webmanifest", method: .get)
                #expect(response.headers[.contentType] == "application/manifest+json")
                let manifest = try Manifest.read(response.body)
                #expect(manifest.name == "Peil" && manifest.display == "standalone")
                #expect(manifest.scope == "/" && manifest.startUrl.hasPrefix("/"))
                #expect(manifest.icons.map(\.purpose) == ["any", "any", "maskable"])
                for icon in manifest.icons {
                    let file = try await client.execute(uri: icon.src, method: .get)
                    let header = Array(file.body.readableBytesView.prefix(24))
                    #expect(header.prefix(8).elementsEqual([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]))
                    let (width, height) = (
                        header[16..<20].reduce(0) { $0 << 8 | Int($1) },
                        header[20..<24].reduce(0) { $0 << 8 | Int($1) }
                    )
                    #expect("\(width)x\(height)" == icon.sizes)
                    #expect(file.headers[.contentType] == icon.type)
                    #expect(file.headers[.cacheControl] == "public, max-age=31536000, immutable")
                }
            }
        }
    }

    @Test func `the worker knows its shell, and all of it is there for nobody in particular (SNO-05)`()
        async throws
    {
        try await withSite { site in
            try await site.open { client in
                let response = try await client.execute(uri: "/sw.js", method: .get)
                #expect(response.headers[.contentType] == "text/javascript; charset=utf-8")
                #expect(response.headers[.cacheControl] == "no-cache")
                #expect(
                    response.headers[.contentSecurityPolicy]
                        == "default-src 'none'; connect-src 'self'; img-src 'self'")
                let line = try #require(response.text.split(separator: "\n").first)
                let setup = try JSONDecoder().decode(
                    Setup.self, from: Data(line.dropFirst("const peil = ".count).dropLast().utf8))
                #expect(setup.shell.contains(setup.offline) && !setup.shell.contains(setup.list))
                for path in setup.shell + [setup.icon, setup.badge] {
                    let part = try await client.execute(uri: path, method: .get)
                    #expect(part.status == .ok, "\(path)")
                    #expect(part.headers[try #require(.init(mark))] == nil, "\(path)")
                }
            }
        }
    }

    @Test func `pages run one file of this site and nothing within them`() async throws {
        try await withSite { site in
            try await site.open { client in
                let page = try await client.execute(uri: "/inloggen", method: .get)
                let policy = try #require(page.headers[.contentSecurityPolicy])
                #expect(policy.contains("default-src 'none'") && policy.contains("script-src 'self';"))
                #expect(!policy.contains("unsafe") && !policy.contains("*"))
                let parts = page.text.split(separator: "<script src=\"")
                let source = try #require(parts.last).prefix { $0 != "\"" }
                #expect(parts.count == 2)
                let script = try await client.execute(uri: String(source), method: .get)
                #expect(script.headers[.contentType] == "text/javascript; charset=utf-8")
                #expect(script.headers[.xContentTypeOptions] == "nosniff")
            }
        }
    }

    @Test
    func `the list for a device holds no text of a message, and no subject of a sensitive kind (SNO-05)`()
        async throws
    {
        try await withSite { site in
            let supplier = try await site.bearer()
            let citizen = try await site.citizen()
            try await site.open { client in
                _ = try await client.send(Message.json(1), "application/json", supplier)
                try await site.process()
                let open = try await client.execute(uri: "/app/lijst", method: .get, headers: citizen)
                #expect(open.text.contains("waterschap") && open.text.contains("Uw aanslag"))
                #expect(open.text.contains("nog niet gelezen"))
                #expect(!open.text.contains("Beste lezer") && !open.text.contains("bijlage"))
                #expect(
                    open.headers[try #require(.init("Peil-Bewaren-Tot"))]
                        == site.now.advanced(bySeconds: 8 * 3_600).rfc3339)
                let waterschap = site.waterschap.id
                try await site.database.write { transaction in
                    try MessageType.define(
                        "WATER", title: "Aanslag", active: true, sensitive: true, of: waterschap,
                        in: transaction, at: Site.start)
                }
                let closed = try await client.execute(uri: "/app/lijst", method: .get, headers: citizen)
                #expect(closed.text.contains("waterschap") && !closed.text.contains("Uw aanslag"))
                #expect(closed.text.contains("Onderwerp niet bewaard"))
            }
        }
    }

    @Test func `pages of one session carry one mark, another session has another, and nobody has none`()
        async throws
    {
        try await withSite { site in
            let (first, second) = (try await site.citizen(), try await site.citizen())
            let name = try #require(HTTPField.Name(mark))
            try await site.open { client in
                var marks: [String?] = []
                for (path, headers) in [
                    ("/berichtenbox", first), ("/app/lijst", first), ("/", first), ("/", second), ("/", [:]),
                ] {
                    let response = try await client.execute(uri: path, method: .get, headers: headers)
                    #expect(response.status == .ok)
                    marks.append(response.headers[name])
                    let token = try headers[.cookie].map { try #require($0.split(separator: "=").last) }
                    if let token { #expect(response.headers[name]?.contains(token) == false) }
                }
                #expect(marks[0] != nil && marks[0] == marks[1] && marks[1] == marks[2])
                #expect(marks[3] != nil && marks[3] != marks[0])
                #expect(marks[4] == nil)
            }
        }
    }

    @Test func `signing out has the browser forget its pages, and keeps its notifications`() async throws {
        try await withSite { site in
            var headers = try await site.citizen()
            headers[.contentType] = "application/x-www-form-urlencoded"
            try await site.open { [headers] client in
                let form = try await SignInForm.fetch(client, headers)
                let response = try await client.execute(
                    uri: "/uitloggen", method: .post, headers: headers, body: ByteBuffer(string: form.token))
                #expect(response.headers[try #require(.init("Clear-Site-Data"))] == "\"cache\"")
            }
        }
    }
}

private struct Manifest: Decodable {
    let name: String
    let display: String
    let scope: String
    let startUrl: String
    let icons: [Icon]

    static func read(_ body: ByteBuffer) throws -> Manifest {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(Manifest.self, from: Data(body.readableBytesView))
    }

    struct Icon: Decodable {
        let src: String
        let sizes: String
        let type: String
        let purpose: String
    }
}

private struct Setup: Decodable {
    let shell: [String]
    let offline: String
    let list: String
    let icon: String
    let badge: String
}

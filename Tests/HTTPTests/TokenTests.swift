import CivilTime
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import SQL
import Testing

@testable import Platform

@Suite struct TokenTests {
    private static let kind = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"

    private func ask(
        _ client: any TestClientProtocol, _ fields: [String: String],
        type: String = "application/x-www-form-urlencoded"
    ) async throws -> TestResponse {
        let body = fields.map { "\($0)=\($1.replacing(":", with: "%3A").replacing(" ", with: "+"))" }
        return try await client.execute(
            uri: "/oauth/token", method: .post, headers: [.contentType: type],
            body: ByteBuffer(string: body.joined(separator: "&")))
    }

    /// A client of the waterschap with its own key, and what a good request of it holds.
    private func register(_ site: Site) async throws -> ClientKey {
        let (key, now) = (ClientKey(), site.now)
        try await site.database.write { transaction in
            try Client.add(
                id: "systeem", organisation: site.waterschap, scopes: [.messages], jwks: key.jwks,
                in: transaction, at: now)
        }
        return key
    }

    private func good(_ key: ClientKey, _ site: Site) async throws -> [String: String] {
        [
            "grant_type": "client_credentials", "client_assertion_type": Self.kind,
            "client_assertion": try await key.assertion(
                client: "systeem", audience: "\(Site.address)/oauth/token", at: site.now),
        ]
    }

    @Test func `an assertion gives a token that opens the interface until it expires`() async throws {
        try await withSite { site in
            let key = try await register(site)
            let fields = try await good(key, site)
            try await site.open { client in
                let response = try await ask(client, fields)
                #expect(response.status == .ok)
                #expect(response.json["token_type"] as? String == "Bearer")
                #expect(response.json["expires_in"] as? Int == 900)
                #expect(response.json["scope"] as? String == "berichten")
                #expect(response.headers[.cacheControl] == "no-store")
                let token = try #require(response.json["access_token"] as? String)
                let headers: HTTPFields = [.authorization: "Bearer \(token)"]
                let path = "/api/v1/verwerkingsberichten"
                let now = try await client.execute(uri: path, method: .get, headers: headers)
                #expect(now.status == .ok)
                site.clock.pass(900)
                let later = try await client.execute(uri: path, method: .get, headers: headers)
                #expect(later.code == 1103)
                #expect(later.headers[.wwwAuthenticate] == "Bearer")
                let again = try await ask(client, fields)
                #expect(again.code == 1104)
            }
        }
    }

    @Test func `a request for a token that is wrong gets its number`() async throws {
        try await withSite { site in
            let key = try await register(site)
            let wrong: [(String, String?, Int)] = [
                ("grant_type", "password", 1109), ("grant_type", nil, 1109),
                ("client_assertion_type", "jwt", 1109), ("client_assertion_type", nil, 1109),
                ("client_assertion", nil, 1109), ("client_assertion", "a.b.c", 1104),
                ("scope", "alles", 1108), ("scope", "berichten validatie", 1108),
            ]
            try await site.open { client in
                for (field, value, code) in wrong {
                    var fields = try await good(key, site)
                    fields[field] = value
                    let response = try await ask(client, fields)
                    #expect(response.code == code, "\(field)=\(value ?? "absent")")
                }
                let json = try await ask(client, try await good(key, site), type: "application/json")
                #expect(json.code == 1003)
            }
        }
    }

    @Test func `the description names the address, the scopes and the algorithms`() async throws {
        try await withSite { site in
            try await site.open { client in
                let response = try await client.execute(
                    uri: "/.well-known/oauth-authorization-server", method: .get)
                #expect(response.json["token_endpoint"] as? String == "\(Site.address)/oauth/token")
                let scopes = response.json["scopes_supported"] as? [String]
                #expect(scopes?.contains("berichten") == true)
            }
        }
    }
}

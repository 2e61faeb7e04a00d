import API
import CivilTime
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import Routes
import SQL
import Testing

@testable import Platform

/// The way of an app to a person's own box: a question by way of the browser, a code, tokens, and their end.
@Suite struct AppDoorTests {
    private static let verifier = String(repeating: "een-lang-geheim-", count: 3)
    private static let redirect = "nl.peil.app:/terug"

    private static var challenge: String {
        base64URL(Data(SHA256.hash(data: Data(verifier.utf8))))
    }

    private static func question(_ changes: [String: String?] = [:]) -> [String: String] {
        var fields: [String: String?] = [
            "response_type": "code", "client_id": "peil-app", "redirect_uri": redirect,
            "scope": "mijn.berichten mijn.zaken", "state": "a b&c", "code_challenge": challenge,
            "code_challenge_method": "S256",
        ]
        fields.merge(changes) { $1 }
        return fields.compactMapValues { $0 }
    }

    private static func form(_ fields: [String: String]) -> String {
        let allowed = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "-._~"))
        return fields.map { "\($0)=\($1.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")" }
            .joined(separator: "&")
    }

    private func ask(
        _ client: any TestClientProtocol, _ headers: HTTPFields, _ changes: [String: String?] = [:]
    ) async throws -> TestResponse {
        try await client.execute(
            uri: "/oauth/authorize?\(Self.form(Self.question(changes)))", method: .get, headers: headers)
    }

    /// Answers the question as the person, and gives what the app gets back.
    private func consent(
        _ client: any TestClientProtocol, _ headers: HTTPFields, answer: String = "ja"
    ) async throws -> [String: String] {
        let page = try await ask(client, headers)
        #expect(page.status == .ok)
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        let body = Self.form(Self.question().merging(["antwoord": answer]) { $1 })
        let back = try await client.execute(
            uri: "/oauth/authorize", method: .post, headers: headers,
            body: ByteBuffer(string: "\(body)&\(page.formToken)"))
        #expect(back.status == .seeOther)
        return try query(of: back)
    }

    private func query(of response: TestResponse) throws -> [String: String] {
        let address = try #require(response.headers[.location])
        #expect(address.hasPrefix(Self.redirect + "?"))
        let items = URLComponents(string: address)?.queryItems ?? []
        return Dictionary(items.map { ($0.name, $0.value ?? "") }, uniquingKeysWith: { $1 })
    }

    private func post(
        _ client: any TestClientProtocol, _ fields: [String: String], to path: String = "/oauth/token"
    ) async throws -> TestResponse {
        try await client.execute(
            uri: path, method: .post, headers: [.contentType: "application/x-www-form-urlencoded"],
            body: ByteBuffer(string: Self.form(["client_id": "peil-app"].merging(fields) { $1 })))
    }

    private func trade(
        _ client: any TestClientProtocol, _ code: String, _ changes: [String: String] = [:]
    ) async throws -> TestResponse {
        let fields = [
            "grant_type": "authorization_code", "code": code, "redirect_uri": Self.redirect,
            "code_verifier": Self.verifier,
        ]
        return try await post(client, fields.merging(changes) { $1 })
    }

    private func renew(_ client: any TestClientProtocol, _ token: String) async throws -> TestResponse {
        try await post(client, ["grant_type": "refresh_token", "refresh_token": token])
    }

    /// Whether a token is still that of a person.
    private func opens(_ site: Site, _ token: String) async throws -> Bool {
        do {
            _ = try await site.server.tokens.verifyPerson(token, database: site.database, at: site.now)
            return true
        } catch is ClientError {
            return false
        }
    }

    @Test func `SNO-05 an app gets at a person's own box when the person says so, until it is withdrawn`()
        async throws
    {
        try await withSite { site in
            let citizen = try await site.citizen()
            try await site.open { client in
                let page = try await ask(client, citizen)
                #expect(page.text.contains("Geeft u Peil-app toegang?"))
                #expect(
                    page.headers[.contentSecurityPolicy]?.contains("form-action 'self' nl.peil.app:") == true)
                let answer = try await consent(client, citizen)
                #expect(answer["state"] == "a b&c" && answer["iss"] == Site.address)
                let given = try await trade(client, try #require(answer["code"]))
                #expect(given.status == .ok)
                #expect(given.json["scope"] as? String == "mijn.berichten mijn.zaken")
                #expect(given.json["expires_in"] as? Int == 900)
                let token = try #require(given.json["access_token"] as? String)
                #expect(try await opens(site, token))
                let claims = try #require(Self.claims(of: token))
                #expect(claims["client_id"] as? String == "peil-app")
                for value in claims.values { #expect(!"\(value)".contains(Site.anna)) }
                let account = try await client.execute(
                    uri: "/instellingen/account", method: .get, headers: citizen)
                #expect(account.text.contains("Toegang van Peil-app intrekken"))
                let path = try #require(account.text.firstMatch(of: /action="([^"]*intrekking)"/)?.1)
                var headers = citizen
                headers[.contentType] = "application/x-www-form-urlencoded"
                let stopped = try await client.execute(
                    uri: String(path), method: .post, headers: headers,
                    body: ByteBuffer(string: account.formToken))
                #expect(stopped.status == .seeOther)
                #expect(try await !opens(site, token))
                let refresh = try #require(given.json["refresh_token"] as? String)
                #expect(try await renew(client, refresh).code == 1110)
            }
        }
    }

    private static func claims(of token: String) -> [String: Any]? {
        var text = String(token.split(separator: ".")[1]).replacing("-", with: "+").replacing("_", with: "/")
        while text.count % 4 != 0 { text += "=" }
        return Data(base64Encoded: text).flatMap { bytes in
            do {
                return try JSONSerialization.jsonObject(with: bytes) as? [String: Any]
            } catch {
                return nil
            }
        }
    }

    @Test func `two apps, or two people, never have the same subject, and one keeps its own`() async throws {
        try await withSite { site in
            let subject = { (headers: HTTPFields) in
                let token = headers[.authorization]?.split(separator: " ").last ?? ""
                return try #require(Self.claims(of: String(token))?["sub"] as? String)
            }
            let first = try subject(try await site.app())
            let again = try subject(try await site.app())
            let other = try subject(try await site.app(of: Site.bilal))
            #expect(again == first && other != first)
        }
    }

    @Test(
        arguments: [
            ("client_id", "onbekend"), ("client_id", nil), ("redirect_uri", "nl.peil.app:/terug/verder"),
            ("redirect_uri", "https://elders.example/terug"), ("redirect_uri", nil),
        ] as [(String, String?)])
    func `an app that is not known, or wants its answer elsewhere, gets none`(
        _ field: String, _ value: String?
    ) async throws {
        try await withSite { site in
            let citizen = try await site.citizen()
            try await site.open { client in
                let page = try await ask(client, citizen, [field: value])
                #expect(page.status == .badRequest)
                #expect(page.headers[.location] == nil)
            }
        }
    }

    @Test(
        arguments: [
            ("response_type", "token", "unsupported_response_type"), ("scope", "alles", "invalid_scope"),
            ("scope", nil, "invalid_scope"), ("scope", "", "invalid_scope"),
            ("code_challenge", nil, "invalid_request"), ("code_challenge", "kort", "invalid_request"),
            ("code_challenge_method", "plain", "invalid_request"),
            ("code_challenge_method", nil, "invalid_request"),
        ] as [(String, String?, String)])
    func `a question that is not right is answered with its error`(
        _ field: String, _ value: String?, _ error: String
    ) async throws {
        try await withSite { site in
            let citizen = try await site.citizen()
            try await site.open { client in
                let answer = try query(of: try await ask(client, citizen, [field: value]))
                #expect(answer["error"] == error && answer["state"] == "a b&c" && answer["code"] == nil)
            }
        }
    }

    @Test func `who says no gives no code`() async throws {
        try await withSite { site in
            let citizen = try await site.citizen()
            try await site.open { client in
                let answer = try await consent(client, citizen, answer: "nee")
                #expect(answer["error"] == "access_denied" && answer["code"] == nil)
            }
        }
    }

    @Test(arguments: [
        ("code_verifier", String(repeating: "een-ander-geheim", count: 3)), ("code_verifier", "kort"),
        ("redirect_uri", "http://127.0.0.1:8765/terug"), ("client_id", "onbekend"),
    ])
    func `a code is traded by the app that asked, and by no other`(
        _ field: String, _ value: String
    ) async throws {
        try await withSite { site in
            let citizen = try await site.citizen()
            try await site.open { client in
                let code = try #require(try await consent(client, citizen)["code"])
                let refused = try await trade(client, code, [field: value])
                #expect(refused.status.code >= 400)
                let error = refused.json["error"] as? String
                #expect(error == (field == "client_id" ? "invalid_client" : "invalid_grant"))
            }
        }
    }

    @Test func `a code counts for a minute`() async throws {
        try await withSite { site in
            let citizen = try await site.citizen()
            try await site.open { client in
                let code = try #require(try await consent(client, citizen)["code"])
                site.clock.pass(AppCode.lifetimeSeconds)
                #expect(try await trade(client, code).code == 1110)
            }
        }
    }

    @Test func `a code that comes twice ends what the first time gave`() async throws {
        try await withSite { site in
            let citizen = try await site.citizen()
            try await site.open { client in
                let code = try #require(try await consent(client, citizen)["code"])
                let token = try #require(try await trade(client, code).json["access_token"] as? String)
                #expect(try await opens(site, token))
                #expect(try await trade(client, code).code == 1110)
                #expect(try await !opens(site, token))
            }
        }
    }

    @Test func `a refresh token is good once; used again it ends all that came of it`() async throws {
        try await withSite { site in
            let citizen = try await site.citizen()
            try await site.open { client in
                let code = try #require(try await consent(client, citizen)["code"])
                let first = try #require(try await trade(client, code).json["refresh_token"] as? String)
                let renewed = try await renew(client, first)
                #expect(renewed.status == .ok)
                let second = try #require(renewed.json["refresh_token"] as? String)
                let token = try #require(renewed.json["access_token"] as? String)
                #expect(second != first)
                #expect(try await renew(client, first).code == 1110)
                #expect(try await renew(client, second).code == 1110)
                #expect(try await !opens(site, token))
            }
        }
    }

    @Test func `an app gets no new token for who must accept other terms first, and is told so`()
        async throws
    {
        try await withSite { site in
            let citizen = try await site.citizen()
            try await site.open { client in
                let code = try #require(try await consent(client, citizen)["code"])
                let token = try #require(try await trade(client, code).json["refresh_token"] as? String)
                try await site.database.write { try $0.run("DELETE FROM terms_acceptance") }
                let refused = try await renew(client, token)
                #expect(refused.status == .badRequest && refused.code == 1110)
                #expect(refused.text.contains("gebruiksvoorwaarden"))
                let (keys, now) = (site.server.installation.keys, site.now)
                let terms = try #require(site.server.signIn.terms.current(at: now))
                try await site.database.write { transaction in
                    let anna = try #require(BSN(Site.anna))
                    let person = try #require(try Person.find(anna, keys: keys, in: transaction))
                    _ = try terms.accept(by: person.id, in: transaction, at: now)
                }
                #expect(try await renew(client, token).status == .ok, "the token was not used up")
            }
        }
    }

    @Test(arguments: ["refresh_token", "access_token"])
    func `an app can end its own access`(_ kind: String) async throws {
        try await withSite { site in
            let citizen = try await site.citizen()
            try await site.open { client in
                let code = try #require(try await consent(client, citizen)["code"])
                let given = try await trade(client, code).json
                let (end, access) = (given[kind] as? String ?? "", given["access_token"] as? String ?? "")
                #expect(try await post(client, ["token": "onbekend"], to: "/oauth/revoke").status == .ok)
                #expect(try await opens(site, access))
                #expect(try await post(client, ["token": end], to: "/oauth/revoke").status == .ok)
                #expect(try await !opens(site, access))
            }
        }
    }

    @Test func `a token of a system opens no box, and that of an app no interface of systems`() async throws {
        try await withSite { site in
            let (system, app) = (try await site.bearer(), try await site.app())
            let token = String(try #require(system[.authorization]).split(separator: " ")[1])
            #expect(try await !opens(site, token))
            try await site.open { client in
                let reports = try await client.execute(
                    uri: "/api/v1/verwerkingsberichten", method: .get, headers: app)
                #expect(reports.code == 1102)
                let box = try await client.execute(uri: "/berichtenbox", method: .get, headers: app)
                #expect(box.status == .forbidden)
            }
        }
    }

    @Test func `every address of one's own has a scope by which an app may use it`() async throws {
        try await withSite { site in
            for endpoint in site.server.interfaces.endpoints where endpoint.access == .citizen {
                #expect(PersonScope.opening(endpoint.path) != nil, "\(endpoint.path)")
            }
        }
    }

    @Test func `closing the account lets every app go`() async throws {
        try await withSite { site in
            let token = String(try #require(try await site.app()[.authorization]).split(separator: " ")[1])
            var headers = try await site.citizen()
            headers[.contentType] = "application/x-www-form-urlencoded"
            try await site.open { [headers] client in
                let page = try await client.execute(
                    uri: "/instellingen/account/opzegging", method: .get, headers: headers)
                _ = try await client.execute(
                    uri: "/instellingen/account/opzegging", method: .post, headers: headers,
                    body: ByteBuffer(string: page.formToken))
                #expect(try await !opens(site, token))
            }
        }
    }
}

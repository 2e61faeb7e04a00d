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

/// Signing in by an identity provider, an honest one and others.
@Suite struct ProviderTests {
    typealias Body = @Sendable (Site, FakeProvider, any TestClientProtocol) async throws -> Void

    private func withProvider(_ flags: [String: String] = [:], _ body: @escaping Body) async throws {
        let provider = FakeProvider(now: { Site.start.seconds })
        try await provider.serve { issuer in
            let own = ["openid-issuer": issuer, "openid-client": FakeProvider.client]
            try await withSite(flags: own.merging(flags) { $1 }) { site in
                try await site.open { client in try await body(site, provider, client) }
            }
        }
    }

    private func leave(_ client: any TestClientProtocol, to path: String? = nil) async throws -> OnTheWay {
        try await ProviderDoor.citizens.leave(client, to: path)
    }

    private func comeBack(
        _ client: any TestClientProtocol, _ way: OnTheWay, state: String? = nil, cookie: String? = nil,
        more: String = ""
    ) async throws -> TestResponse {
        try await ProviderDoor.citizens.comeBack(client, way, state: state, cookie: cookie, more: more)
    }

    private func session(_ response: TestResponse) -> String? { response.newSession }

    @Test func `SNO-01 a citizen signs in by a provider, and is back at the page that was asked for`()
        async throws
    {
        try await withProvider { site, provider, client in
            let asked = try await client.execute(uri: "/instellingen/account", method: .get)
            #expect(asked.headers[.location] == "/inloggen?naar=%2Finstellingen%2Faccount")
            let page = try await client.execute(
                uri: "/inloggen?naar=%2Finstellingen%2Faccount", method: .get)
            #expect(page.text.contains("Inloggen met DigiD"))
            let way = try await leave(client, to: "%2Finstellingen%2Faccount")
            #expect(way.question["response_type"] == "code")
            #expect(way.question["code_challenge_method"] == "S256")
            #expect(way.question["redirect_uri"] == "\(Site.address)/inloggen/terug")
            let levels = "http://eidas.europa.eu/LoA/substantial http://eidas.europa.eu/LoA/high"
            #expect(way.question["acr_values"] == levels)
            #expect(way.question["stijl"] == "1")
            let back = try await comeBack(client, way)
            #expect(back.headers[.location] == "/instellingen/account")
            let cookie = try #require(session(back))
            let account = try await client.execute(
                uri: "/instellingen/account", method: .get, headers: [.cookie: cookie])
            #expect(account.text.contains("Anna de Test"))
            let form = try #require(provider.forms.first)
            let verifier = form["code_verifier"] ?? ""
            #expect(base64URL(Data(SHA256.hash(data: Data(verifier.utf8)))) == way.question["code_challenge"])
            #expect(form["client_assertion"] != nil)
            let keys = try await client.execute(uri: "/inloggen/sleutels", method: .get)
            #expect(keys.text.contains("\"kty\":\"EC\"") && !keys.text.contains("\"d\""))
        }
    }

    @Test func `what the browser keeps on the way tells nothing, and a number stands in no address`()
        async throws
    {
        try await withProvider { _, _, client in
            let way = try await leave(client)
            for name in ["state", "nonce"] {
                let secret = try #require(way.question[name])
                #expect(!way.cookie.contains(secret))
            }
            let back = try await comeBack(client, way)
            #expect(back.headers[.location] == "/berichtenbox")
            #expect(!way.address.contains(Site.anna))
        }
    }

    /// What an answer holds, and the words of the page it leads to.
    static let hostile: [(String, @Sendable (inout FakeProvider.Answer) -> Void, String)] = [
        ("another nonce", { $0.claims["nonce"] = "anders" }, "niet gelukt"),
        ("no nonce", { $0.claims["nonce"] = "" }, "niet gelukt"),
        ("another client", { $0.claims["aud"] = "iemand-anders" }, "niet gelukt"),
        ("several clients", { $0.claims["aud"] = [FakeProvider.client, "x"] }, "niet gelukt"),
        ("made for another", { $0.claims["azp"] = "iemand-anders" }, "niet gelukt"),
        ("another issuer", { $0.claims["iss"] = "https://elders.example" }, "niet gelukt"),
        ("expired", { $0.claims["exp"] = Site.start.seconds - 60 }, "niet gelukt"),
        ("made long ago", { $0.claims["iat"] = Site.start.seconds - 3_600 }, "niet gelukt"),
        ("from the future", { $0.claims["iat"] = Site.start.seconds + 3_600 }, "niet gelukt"),
        ("not signed", { $0.algorithm = "none" }, "niet gelukt"),
        ("signed as with a shared secret", { $0.algorithm = "HS256" }, "niet gelukt"),
        ("an unknown key", { ($0.kid, $0.key) = ("twee", FakeProvider.otherKey) }, "niet gelukt"),
        ("another key under a known name", { $0.key = FakeProvider.otherKey }, "niet gelukt"),
        (
            "no key named, and another key",
            {
                $0.kid = nil
                $0.key = FakeProvider.otherKey
            }, "niet gelukt"
        ),
        ("a code that was used", { $0.status = 400 }, "niet gelukt"),
        ("too low", { $0.claims["acr"] = "http://eidas.europa.eu/LoA/low" }, "veiliger manier"),
        ("no level", { $0.claims["acr"] = "" }, "veiliger manier"),
        ("an unknown level", { $0.claims["acr"] = "9" }, "veiliger manier"),
        ("no number", { $0.claims[FakeProvider.bsn] = "" }, "niet herkennen"),
        ("a number that fails the elfproef", { $0.claims[FakeProvider.bsn] = "999990018" }, "niet herkennen"),
        ("a number as a number", { $0.claims[FakeProvider.bsn] = 999_990_019 }, "niet herkennen"),
        (
            "the number as subject",
            {
                $0.claims[FakeProvider.bsn] = ""
                $0.claims["sub"] = Site.anna
                $0.told = ["sub": Site.anna]
            }, "niet herkennen"
        ),
        (
            "a number told of another",
            {
                $0.claims[FakeProvider.bsn] = ""
                $0.told = ["sub": "b", FakeProvider.bsn: Site.anna]
            },
            "niet gelukt"
        ),
        ("a child", { $0.claims["birthdate"] = "2012-10-06" }, "te jong"),
        ("a provider that is ill", { $0.status = 503 }, "kan nu niet"),
    ]

    @Test(arguments: ProviderTests.hostile.indices)
    func `an answer that is not as it should be signs nobody in`(_ index: Int) async throws {
        let (what, lie, words) = Self.hostile[index]
        try await withProvider { site, provider, client in
            provider.willAnswer(lie)
            let back = try await comeBack(client, try await leave(client))
            #expect(back.status.code >= 400, "\(what)")
            #expect(back.text.contains(words), "\(what)")
            #expect(session(back) == nil, "\(what)")
            let sessions = try await site.database.read { transaction in
                try transaction.value("SELECT COUNT(*) FROM session", as: Int.self)
            }
            #expect(sessions == 0)
        }
    }

    @Test func `a number that is told at the address of the subject counts as well`() async throws {
        try await withProvider { _, provider, client in
            provider.willAnswer { answer in
                answer.claims[FakeProvider.bsn] = ""
                answer.told[FakeProvider.bsn] = Site.anna
            }
            let back = try await comeBack(client, try await leave(client))
            #expect(session(back) != nil)
        }
    }

    @Test func `an answer counts once, in the browser that asked, for as long as it waits`() async throws {
        try await withProvider { site, _, client in
            let way = try await leave(client)
            let other = try await leave(client)
            for (state, cookie) in [("x", nil), (nil, "peil-aanmelding=AAAA"), (nil, other.cookie)]
                as [(String?, String?)]
            {
                let back = try await comeBack(client, way, state: state, cookie: cookie)
                #expect(back.text.contains("Begin opnieuw") && session(back) == nil)
            }
            let first = try await comeBack(client, way)
            #expect(session(first) != nil)
            let again = try await comeBack(client, way)
            #expect(again.text.contains("Begin opnieuw") && session(again) == nil)
            site.clock.pass(600)
            let late = try await comeBack(client, other)
            #expect(late.text.contains("Begin opnieuw"))
        }
    }

    @Test func `who stops there, or answers for another, is signed in as nobody`() async throws {
        try await withProvider { _, _, client in
            let way = try await leave(client)
            let stopped = try await comeBack(client, way, more: "&error=access_denied")
            #expect(stopped.text.contains("niet ingelogd") && session(stopped) == nil)
            let mixed = try await comeBack(client, way, more: "&iss=https%3A%2F%2Felders.example")
            #expect(mixed.text.contains("niet gelukt") && session(mixed) == nil)
        }
    }

    @Test(arguments: [
        ("issuer", "https://elders.example"), ("token_endpoint", "http://elders.example/token"),
    ])
    func `a provider whose description is not to be trusted is not available`(
        _ field: String, _ value: String
    ) async throws {
        try await withProvider { _, provider, client in
            provider.willAnswer { $0.description = [field: value] }
            let sent = try await client.execute(uri: "/inloggen/openid?naar=%2Fberichtenbox", method: .get)
            #expect(sent.status == .serviceUnavailable)
            #expect(sent.text.contains("/inloggen?naar=%2Fberichtenbox"))
            provider.willAnswer { _ in }
            _ = try await leave(client)
        }
    }

    @Test func `a session from before signing in does not live on after it`() async throws {
        try await withProvider { site, _, client in
            let old = try #require(try await site.citizen()[.cookie])
            let way = try await leave(client)
            let back = try await comeBack(client, way, cookie: "\(way.cookie); \(old)")
            let new = try #require(session(back))
            #expect(new != old)
            let box = { (cookie: String) in
                try await client.execute(uri: "/berichtenbox", method: .get, headers: [.cookie: cookie])
            }
            #expect(try await box(old).status == .seeOther)
            #expect(try await box(new).status == .ok)
        }
    }

    @Test func `only pages of this site are gone back to`() async throws {
        try await withProvider { _, _, client in
            for place in ["https%3A%2F%2Felders.example", "%2F%2Felders.example", "%2F%5Celders.example"] {
                let back = try await comeBack(client, try await leave(client, to: place))
                #expect(back.headers[.location] == "/berichtenbox", "\(place)")
            }
        }
    }

    @Test func `staff sign in with a role that the provider names, if it is one of ours`() async throws {
        try await withProvider(["openid-role-claim": "rollen"]) { _, provider, client in
            provider.willAnswer { $0.claims["rollen"] = ["service-manager"] }
            let back = try await comeBack(client, try await leave(client))
            let cookie = try #require(session(back))
            let page = try await client.execute(
                uri: "/dienstniveaus", method: .get, headers: [.cookie: cookie])
            #expect(page.status == .seeOther && page.headers[.location]?.contains("dienstniveaus") == true)
            provider.willAnswer { $0.claims["rollen"] = ["directeur"] }
            let refused = try await comeBack(client, try await leave(client))
            #expect(refused.text.contains("geen rol") && session(refused) == nil)
        }
    }

    @Test func `signing out ends the session here, and leads on to signing out there`() async throws {
        try await withProvider { site, _, client in
            let way = try await leave(client)
            let cookie = try #require(session(try await comeBack(client, way)))
            var headers: HTTPFields = [.cookie: cookie]
            let page = try await client.execute(uri: "/berichtenbox", method: .get, headers: headers)
            let issuer = way.address.prefix { $0 != "?" }.replacing("/aanmelden", with: "")
            #expect(page.headers[.contentSecurityPolicy]?.contains("form-action 'self' \(issuer);") == true)
            headers[.contentType] = "application/x-www-form-urlencoded"
            let out = try await client.execute(
                uri: "/uitloggen", method: .post, headers: headers,
                body: ByteBuffer(string: page.formToken))
            let next = try #require(out.headers[.location])
            #expect(next.hasPrefix("\(issuer)/uit?client_id=peil&post_logout_redirect_uri="))
            #expect(!next.contains("id_token"))
            let after = try await client.execute(
                uri: "/berichtenbox", method: .get, headers: [.cookie: cookie])
            #expect(after.status == .seeOther)
        }
    }

    @Test func `too many tries from one address are slowed down`() async throws {
        try await withProvider { site, _, client in
            for _ in 0..<300 { _ = try await client.execute(uri: "/inloggen/openid", method: .get) }
            let refused = try await client.execute(uri: "/inloggen/openid", method: .get)
            #expect(refused.status == .tooManyRequests)
            site.clock.pass(601)
            let later = try await client.execute(uri: "/inloggen/openid", method: .get)
            #expect(later.status == .seeOther)
        }
    }

    @Test func `a sign-in is in the processing log and the audit trail, without a number`() async throws {
        try await withProvider { site, _, client in
            _ = try await comeBack(client, try await leave(client))
            let (lines, entries) = try await site.database.read { transaction in
                (
                    try transaction.value(
                        "SELECT COUNT(*) FROM processing_line WHERE activity = 'sign-in'", as: Int.self),
                    try transaction.rows(
                        "SELECT actor_id, object_id, detail FROM audit_entry WHERE act = 'account.sign-in'"
                    ) { row in
                        [try row.next(String.self), try row.next(String.self), try row.next(String.self)]
                    }
                )
            }
            #expect(lines == 1)
            #expect(entries.count == 1)
            #expect(!entries.joined().contains { $0.contains(Site.anna) })
        }
    }
}

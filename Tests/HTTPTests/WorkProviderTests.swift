import CivilTime
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import SQL
import TestKit
import Testing

@testable import Platform

/// People who work for an organisation sign in at a door of their own, by a provider that says for which
/// organisation and in which roles.
@Suite struct WorkProviderTests {
    typealias Body = @Sendable (Site, FakeProvider, any TestClientProtocol) async throws -> Void

    /// One provider behind both doors: what it says must not leak from the one to the other.
    private func withProvider(_ flags: [String: String] = [:], _ body: @escaping Body) async throws {
        let provider = FakeProvider(now: { Site.start.seconds })
        try await provider.serve { issuer in
            let own = [
                "openid-issuer": issuer, "openid-client": FakeProvider.client, "openid-role-claim": "rollen",
                "work-openid-issuer": issuer, "work-openid-client": FakeProvider.client,
                "work-openid-organisation-claim": "organisatie", "work-openid-role-claim": "rollen",
            ]
            try await withSite(flags: own.merging(flags) { $1 }) { site in
                try await site.open { client in try await body(site, provider, client) }
            }
        }
    }

    private static let waterschap = "00000099000000001000"
    private static let operating = "00000099000000009000"

    private static func employee(
        of oin: any Sendable = waterschap, _ roles: any Sendable = ["leveranciersbeheerder"]
    ) -> @Sendable (inout FakeProvider.Answer) -> Void {
        { answer in
            answer.claims["organisatie"] = oin
            answer.claims["rollen"] = roles
        }
    }

    private func signIn(
        _ provider: FakeProvider, _ client: any TestClientProtocol, _ door: ProviderDoor = .work,
        to path: String? = nil, saying answer: (inout FakeProvider.Answer) -> Void
    ) async throws -> TestResponse {
        provider.willAnswer(answer)
        return try await door.comeBack(client, try await door.leave(client, to: path))
    }

    @Test func `SNO-19 an employee of an organisation signs in, and sees that organisation`() async throws {
        try await withProvider { site, provider, client in
            let page = try await client.execute(uri: "/inloggen?naar=%2Fleverancier", method: .get)
            #expect(page.text.contains("Inloggen met DigiD") && page.text.contains("met eHerkenning"))
            #expect(page.text.contains("/inloggen/organisatie?naar=%2Fleverancier"))
            let back = try await signIn(
                provider, client, to: "%2Fleverancier%2Fsystemen", saying: Self.employee())
            #expect(back.headers[.location] == "/leverancier/systemen")
            let cookie = try #require(back.newSession)
            let today = try await client.execute(
                uri: "/leverancier", method: .get, headers: [.cookie: cookie])
            #expect(today.text.contains("waterschap") && today.text.contains("Leveranciersbeheerder"))
            #expect(!today.text.contains("Anna de Test"), "what the answer says besides is passed over")
            let entries = try await site.database.read { transaction in
                try transaction.rows(
                    "SELECT actor_kind, actor_id FROM audit_entry WHERE act = 'session.start'"
                ) { row in [try row.next(String.self), try row.next(String.self)] }
            }
            #expect(entries == [["supplier", site.waterschap.id.description]])
        }
    }

    static let refused: [(String, any Sendable, any Sendable, String)] = [
        ("no organisation", "", ["leveranciersbeheerder"], "niet waar u werkt"),
        ("a number that is no OIN", "123", ["leveranciersbeheerder"], "niet waar u werkt"),
        ("a name", "waterschap", ["leveranciersbeheerder"], "niet waar u werkt"),
        (
            "two organisations", [waterschap, "00000099000000002000"], ["leveranciersbeheerder"],
            "niet waar u werkt"
        ),
        ("an organisation that is not here", "00000099000000007000", "leveranciersbeheerder", "aangesloten"),
        ("no role", waterschap, "", "geen rol"),
        ("an empty list of roles", waterschap, [String](), "geen rol"),
        ("a role that is none", waterschap, ["directeur"], "geen rol"),
        ("a role of staff", waterschap, ["service-manager"], "geen rol"),
        ("a role by its title", waterschap, ["Leveranciersbeheerder"], "geen rol"),
        ("a role as a number", waterschap, 7, "geen rol"),
    ]

    @Test func `who cannot be let in reads why, and who must act`() async throws {
        try await withProvider { site, provider, client in
            for (what, oin, roles, words) in Self.refused {
                let back = try await signIn(provider, client, saying: Self.employee(of: oin, roles))
                #expect(back.status == .forbidden, "\(what)")
                #expect(back.text.contains(words), "\(what)")
                #expect(back.text.contains("beheerder van"), "\(what)")
                #expect(back.newSession == nil, "\(what)")
            }
            let sessions = try await site.database.read { transaction in
                try transaction.value("SELECT COUNT(*) FROM session", as: Int.self)
            }
            #expect(sessions == 0)
        }
    }

    @Test func `a role of staff counts for the organisation that runs this site, and for no other`()
        async throws
    {
        try await withProvider { _, provider, client in
            let own = try await signIn(
                provider, client, saying: Self.employee(of: Self.operating, ["service-manager"]))
            let cookie = try #require(own.newSession)
            let levels = try await client.execute(
                uri: "/dienstniveaus", method: .get, headers: [.cookie: cookie])
            #expect(levels.status == .seeOther)
            let portal = try await client.execute(
                uri: "/leverancier", method: .get, headers: [.cookie: cookie])
            #expect(portal.status == .forbidden)
        }
    }

    @Test func `a role of an organisation's people is none at the door of citizens`() async throws {
        try await withProvider { _, provider, client in
            let back = try await signIn(provider, client, .citizens, saying: Self.employee())
            #expect(back.text.contains("geen rol") && back.newSession == nil)
        }
    }

    @Test func `who comes in for an organisation is no citizen, whatever number the answer holds`()
        async throws
    {
        try await withProvider { site, provider, client in
            let back = try await signIn(provider, client, saying: Self.employee())
            let cookie = try #require(back.newSession)
            let box = try await client.execute(
                uri: "/berichtenbox", method: .get, headers: [.cookie: cookie])
            #expect(box.status == .forbidden)
            let lines = try await site.database.read { transaction in
                try transaction.value(
                    "SELECT COUNT(*) FROM processing_line WHERE activity = 'sign-in'", as: Int.self)
            }
            #expect(lines == 0, "nothing about the citizen was looked up")
        }
    }

    @Test func `an answer to one door does not count at the other`() async throws {
        try await withProvider { _, provider, client in
            provider.willAnswer(Self.employee())
            let way = try await ProviderDoor.citizens.leave(client)
            let value = way.cookie.split(separator: "=", maxSplits: 1)[1]
            let mixed = try await ProviderDoor.work.comeBack(
                client, way, cookie: "peil-aanmelding-organisatie=\(value)")
            #expect(mixed.text.contains("Begin opnieuw") && mixed.newSession == nil)
        }
    }

    @Test func `too low a level is told in words for work`() async throws {
        try await withProvider { _, provider, client in
            let back = try await signIn(
                provider, client,
                saying: { answer in
                    Self.employee()(&answer)
                    answer.claims["acr"] = "http://eidas.europa.eu/LoA/low"
                })
            #expect(back.text.contains("eHerkenning niveau 3"))
        }
    }

    @Test func `signing out leads to the provider of the own door, and is in the audit trail`() async throws {
        try await withProvider { site, provider, client in
            let cookie = try #require(try await signIn(provider, client, saying: Self.employee()).newSession)
            var headers: HTTPFields = [.cookie: cookie]
            let page = try await client.execute(uri: "/leverancier", method: .get, headers: headers)
            headers[.contentType] = "application/x-www-form-urlencoded"
            let out = try await client.execute(
                uri: "/uitloggen", method: .post, headers: headers,
                body: ByteBuffer(string: page.formToken))
            #expect(out.headers[.location]?.contains("/uit?client_id=peil") == true)
            let after = try await client.execute(
                uri: "/leverancier", method: .get, headers: [.cookie: cookie])
            #expect(after.status == .seeOther)
            let ends = try await site.database.read { transaction in
                try transaction.value(
                    "SELECT COUNT(*) FROM audit_entry WHERE act = 'session.end'", as: Int.self)
            }
            #expect(ends == 1)
        }
    }

    @Test func `a door that is not set is not there`() async throws {
        try await withSite(flags: [
            "work-openid-issuer": "http://127.0.0.1:9", "work-openid-client": "peil",
        ]) { site in
            try await site.open { client in
                let page = try await client.execute(uri: "/inloggen", method: .get)
                #expect(page.text.contains("met eHerkenning") && !page.text.contains("DigiD"))
                let citizens = try await client.execute(uri: "/inloggen/openid", method: .get)
                #expect(citizens.status == .notFound)
                let ill = try await client.execute(uri: "/inloggen/organisatie", method: .get)
                #expect(ill.status == .serviceUnavailable)
            }
        }
    }

    @Test(arguments: [
        ("for: organisation\n    capabilities: [clients.manage]", "is for organisation"),
        ("for: staff\n    capabilities: [supplies.read]", "is for staff"),
        ("for: iedereen\n    capabilities: []", "staff or for organisation"),
    ])
    func `a role with what is not for its people is refused by name`(_ role: String, _ words: String) throws {
        let folder = try TemporaryFolder()
        let text = "roles:\n  - name: gemengd\n    title: Gemengd\n    \(role)\n"
        try Data(text.utf8).write(to: URL(filePath: folder.file("roles.yaml")))
        let error = #expect(throws: SettingsError.self) { try RolePolicy.read(folder: folder.path) }
        #expect(error?.description.contains("gemengd") == true)
        #expect(error?.description.contains(words) == true)
    }
}

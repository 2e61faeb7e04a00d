import CivilTime
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import MessageBox
import Routes
import SQL
import Testing

@testable import Platform

/// A citizen's settings as the pages and the REST interface have them.
@Suite struct SettingsTests {
    private static let waterschap = "00000099000000001000"

    private func post(
        _ client: any TestClientProtocol, _ path: String, _ cookie: HTTPFields, _ fields: String = ""
    ) async throws -> TestResponse {
        let form = try await SignInForm.fetch(client, cookie)
        var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        headers[.cookie] = cookie[.cookie] ?? form.cookie
        return try await client.execute(
            uri: path, method: .post, headers: headers, body: ByteBuffer(string: "\(form.token)&\(fields)"))
    }

    @Test func `SNO-07: a citizen chooses an organisation's messages, and the second browser is told`()
        async throws
    {
        try await withSite { site in
            let anna = try await site.citizen()
            try await site.open { client in
                let page = try await client.execute(
                    uri: "/instellingen/voorkeuren", method: .get, headers: anna)
                #expect(page.status == .ok && page.text.contains("Wilt u digitale berichten van waterschap?"))
                let type = "soort-\(Self.waterschap)-57.41.54.45.52"
                #expect(page.text.contains("name=\"\(type)\""))
                let fields = "versie=1&wens-\(Self.waterschap)=nee&\(type)=ja"
                let path = "/instellingen/voorkeuren/\(Self.waterschap)"
                let saved = try await post(client, path, anna, fields)
                #expect(saved.status == .seeOther)
                let place = try #require(saved.headers[.location])
                let after = try await client.execute(uri: place, method: .get, headers: anna)
                #expect(after.text.contains("Uw keuze voor waterschap is opgeslagen"))
                let second = try await post(client, path, anna, fields)
                #expect(second.status == .conflict)
                #expect(second.text.contains("Uw wijziging is niet opgeslagen"))
                let missing = try await post(client, path, anna, "versie=3")
                #expect(missing.status == .badRequest && missing.text.contains("Kies ja of nee."))
                let nowhere = try await post(
                    client, "/instellingen/voorkeuren/00000099000000007000", anna, fields)
                #expect(nowhere.status == .notFound)
                let story = try await client.execute(
                    uri: "/instellingen/geschiedenis", method: .get, headers: anna)
                #expect(story.text.contains("waterschap: Aanslag"))
            }
        }
    }

    @Test func `an address is asked, refused and removed in words`() async throws {
        try await withSite { site in
            let anna = try await site.citizen()
            try await site.open { client in
                let start = try await client.execute(uri: "/", method: .get, headers: anna)
                #expect(start.text.contains("U krijgt geen mail als er post is"))
                let path = "/instellingen/e-mailadres"
                let wrong = try await post(client, path, anna, "emailadres=anna")
                #expect(wrong.status == .badRequest && wrong.text.contains("Dit is geen e-mailadres"))
                let asked = try await post(client, path, anna, "emailadres=anna%40example.org")
                #expect(asked.status == .seeOther)
                let page = try await client.execute(uri: path, method: .get, headers: anna)
                #expect(page.text.contains("Wij hebben een code gestuurd naar anna@example.org"))
                let code = try await post(client, path + "/code", anna, "code=12")
                #expect(code.status == .badRequest && code.text.contains("nog 4 keer"))
                let removed = try await post(client, path + "/verwijderen", anna)
                #expect(removed.headers[.location] == "/instellingen?gelukt=verwijderd")
                let overview = try await client.execute(uri: "/instellingen", method: .get, headers: anna)
                #expect(overview.text.contains("Geen e-mailadres"))
                let bare = try await client.execute(
                    uri: path, method: .post, headers: anna, body: ByteBuffer(string: "emailadres=a%40b.nl"))
                #expect(bare.status == .forbidden)
            }
        }
    }

    @Test func `who cannot be reached by mail is told so on coming in, until the address is mended`()
        async throws
    {
        try await withSite { site in
            let anna = try await site.citizen()
            let (keys, now) = (site.server.installation.keys, site.now)
            let bsn = try #require(BSN(Site.anna))
            let facilities = site.server.installation.facilities
            let id = try await site.database.write { transaction in
                let person = try #require(try Person.find(bsn, keys: keys, in: transaction))
                try Box.setEmail("a@example.org", of: person, keys: keys, in: transaction, at: now)
                return try transaction.value(
                    "SELECT email_id FROM box WHERE person_id = \(person.id)", as: Contact.EmailID.self)
            }
            try await Bounce.permanent.note(of: try #require(id), facilities: facilities, at: now)
            try await site.open { client in
                for path in ["/", "/berichtenbox"] {
                    let page = try await client.execute(uri: path, method: .get, headers: anna)
                    #expect(page.text.contains("Wij kunnen u niet mailen"), "\(path)")
                    #expect(page.text.contains("href=\"/instellingen/e-mailadres\""))
                }
                let elsewhere = try await client.execute(
                    uri: "/toegankelijkheid", method: .get, headers: anna)
                #expect(!elsewhere.text.contains("Wij kunnen u niet mailen"))
            }
        }
    }

    @Test func `the language is kept: in the browser for anyone, with the settings for a citizen`()
        async throws
    {
        try await withSite { site in
            let anna = try await site.citizen()
            try await site.open { client in
                let chosen = try await post(client, "/taal", [:], "taal=en&terug=%2Ftoegankelijkheid")
                #expect(chosen.headers[.location] == "/toegankelijkheid")
                let cookie = try #require(chosen.headers[.setCookie]).prefix { $0 != ";" }
                let page = try await client.execute(
                    uri: "/toegankelijkheid", method: .get, headers: [.cookie: String(cookie)])
                #expect(page.text.contains("<html lang=\"en\"") && page.text.contains(">Nederlands</button>"))
                let away = try await post(client, "/taal", [:], "taal=en&terug=%2F%2Felders.example")
                #expect(away.headers[.location] == "/")
                let wrong = try await post(client, "/taal", [:], "taal=de")
                #expect(wrong.status.code >= 400 && wrong.status.code < 500)
                _ = try await post(client, "/taal", anna, "taal=en&terug=%2F")
                let start = try await client.execute(uri: "/", method: .get, headers: anna)
                #expect(start.text.contains("<html lang=\"en\"") && start.text.contains("Settings"))
            }
        }
    }

    @Test func `how somebody is told: a choice that is not there is refused, another is kept`() async throws {
        try await withSite { site in
            let anna = try await site.citizen()
            try await site.open { client in
                let path = "/instellingen/meldingen"
                for fields in [
                    "", "tempo=x&uur=1&taal=nl&versie=1", "tempo=dagelijks&uur=24&taal=nl&versie=1",
                    "tempo=direct&uur=1&taal=fy&versie=1", "tempo=direct&uur=1&taal=nl&versie=x",
                ] {
                    let answer = try await post(client, path, anna, fields)
                    #expect(answer.status == .badRequest, "\(fields)")
                }
                let form = "tempo=dagelijks&uur=7&taal=nl&versie=1"
                let saved = try await post(client, path, anna, form)
                #expect(saved.headers[.location] == "/instellingen?gelukt=meldingen")
                let page = try await client.execute(
                    uri: "/instellingen?gelukt=meldingen", method: .get, headers: anna)
                #expect(page.text.contains("om 07.00 uur"))
                #expect(page.text.contains("U hebt nog geen e-mailadres dat werkt"))
                #expect(try await post(client, path, anna, form).status == .conflict)
            }
        }
    }

    @Test func `preferences by REST: a merge patch with the version it was made against`() async throws {
        try await withSite { site in
            let anna = try await site.app()
            try await site.open { client in
                let path = "/api/v1/mijn/voorkeuren"
                let first = try await client.execute(uri: path, method: .get, headers: anna)
                let tag = try #require(first.headers[.eTag])
                #expect(first.text.contains(#""gewenst":true,"gewijzigdOp":"2026-10-05"#))
                func patch(_ body: String, _ tag: String?) async throws -> TestResponse {
                    var headers = anna
                    headers[.contentType] = "application/merge-patch+json"
                    headers[.ifMatch] = tag
                    return try await client.execute(
                        uri: path, method: .patch, headers: headers, body: ByteBuffer(string: body))
                }
                let body = """
                    {"organisaties":{"\(Self.waterschap)":{"gewenst":false,"berichttypes":{"WATER":\
                    {"gewenst":true}}}},"melding":{"apparaten":false,"uur":7},"taal":"en"}
                    """
                #expect(try await patch(body, nil).status.code == 428)
                let changed = try await patch(body, tag)
                #expect(changed.status == .ok && changed.headers[.eTag] != tag)
                #expect(changed.text.contains(#""WATER":{"gewenst":true,"naam":"Aanslag"}"#))
                #expect(changed.text.contains(#""melding":{"apparaten":false,"email":true,"uur":7}"#))
                #expect(try await patch(body, tag).status == .preconditionFailed)
                let again = try #require(changed.headers[.eTag])
                let back = try await patch(
                    #"{"organisaties":{"\#(Self.waterschap)":{"berichttypes":{"WATER":null}}}}"#, again)
                #expect(back.text.contains(#""WATER":{"naam":"Aanslag"}"#))
                let latest = try #require(back.headers[.eTag])
                for wrong in [
                    "[]", "{", #"{"x":1}"#, #"{"taal":"de"}"#, #"{"melding":{"uur":24}}"#,
                    #"{"melding":{"email":null}}"#, #"{"melding":{"apparaten":"ja"}}"#,
                    #"{"organisaties":{"1":{}}}"#,
                    #"{"organisaties":{"\#(Self.waterschap)":{"gewenst":null}}}"#,
                    #"{"organisaties":{"\#(Self.waterschap)":{"berichttypes":{"NIEUW":{"gewenst":true}}}}}"#,
                    #"{"organisaties":{"00000099000000007000":{"gewenst":true}}}"#,
                ] {
                    #expect(try await patch(wrong, latest).status == .badRequest, "\(wrong)")
                }
            }
        }
    }

    @Test func `a mail server hands in a bounce at the management door only`() async throws {
        try await withSite { site in
            let secret: HTTPFields = [
                .authorization: "Bearer \(site.server.secret.text)", .contentType: "message/rfc822",
            ]
            let report = """
                To: noreply+01890000-0000-7000-8000-000000000001@peil.example
                Content-Type: multipart/report; boundary=x

                --x
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.org

                Action: failed
                Status: 5.1.1

                --x--
                """
            try await site.open(.management(site.server.secret)) { client in
                let taken = try await client.execute(
                    uri: "/beheer/bounces", method: .post, headers: secret, body: ByteBuffer(string: report))
                #expect(taken.status == .ok)
                #expect(taken.text == #"{"gevolg":"geen","herkend":false}"#)
                let other = try await client.execute(
                    uri: "/beheer/bounces", method: .post, headers: secret,
                    body: ByteBuffer(string: "Subject: Ik ben er niet\n\nDag"))
                #expect(other.status == .badRequest)
            }
        }
    }
}

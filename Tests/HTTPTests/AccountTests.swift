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

/// The terms of use and the account, as a citizen meets them.
@Suite struct AccountTests {
    private func send(
        _ client: any TestClientProtocol, _ path: String, _ headers: HTTPFields, from page: String,
        _ more: String = ""
    ) async throws -> TestResponse {
        let form = try await client.execute(uri: page, method: .get, headers: headers)
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        return try await client.execute(
            uri: path, method: .post, headers: headers, body: ByteBuffer(string: form.formToken + more))
    }

    private func cookie(_ response: TestResponse) throws -> HTTPFields {
        [.cookie: String(try #require(response.headers[.setCookie]).prefix { $0 != ";" })]
    }

    private func state(_ site: Site, _ digits: String = Site.anna) async throws -> Box.State? {
        let keys = site.server.installation.keys
        let bsn = try #require(BSN(digits))
        return try await site.database.read { transaction in
            guard let person = try Person.find(bsn, keys: keys, in: transaction) else { return nil }
            return try Account.state(of: person.id, in: transaction)?.state
        }
    }

    @Test func `SNO-01 who signs in for the first time accepts the terms before anything else shows`()
        async throws
    {
        try await withSite { site in
            let newcomer = try await site.newcomer()
            try await site.open { client in
                for path in ["/berichtenbox", "/instellingen/account"] {
                    let page = try await client.execute(uri: path, method: .get, headers: newcomer)
                    let encoded = path.replacing("/", with: "%2F")
                    #expect(page.headers[.location] == "/voorwaarden?naar=\(encoded)")
                }
                #expect(try await state(site, "999990081") == nil)
                let accepted = try await send(
                    client, "/voorwaarden", newcomer, from: "/voorwaarden",
                    "&versie=2026-1&naar=%2Finstellingen%2Faccount")
                #expect(accepted.headers[.location] == "/instellingen/account")
                let citizen = try cookie(accepted)
                #expect(citizen != newcomer)
                let account = try await client.execute(
                    uri: "/instellingen/account", method: .get, headers: citizen)
                #expect(account.text.contains("Voorwaarden geaccepteerd, versie 2026-1"))
                #expect(account.text.contains("Account gemaakt"))
                #expect(try await state(site, "999990081") == .active)
                let old = try await client.execute(uri: "/berichtenbox", method: .get, headers: newcomer)
                #expect(old.headers[.location]?.hasPrefix("/inloggen") == true)
            }
        }
    }

    @Test func `SNO-01 who declines is signed out, and nothing of them is kept`() async throws {
        try await withSite { site in
            let newcomer = try await site.newcomer()
            try await site.open { client in
                let declined = try await send(
                    client, "/voorwaarden/weigering", newcomer, from: "/voorwaarden")
                #expect(declined.headers[.location] == "/uitgelogd?reden=voorwaarden")
                let page = try await client.execute(uri: "/voorwaarden", method: .get, headers: newcomer)
                #expect(page.status == .ok && !page.text.contains("Ik accepteer"))
                let keys = site.server.installation.keys
                let bsn = try #require(BSN("999990081"))
                let person = try await site.database.read { try Person.find(bsn, keys: keys, in: $0) }
                #expect(person?.id == nil)
            }
        }
    }

    @Test func `another version than the one in force is not accepted`() async throws {
        try await withSite { site in
            let newcomer = try await site.newcomer()
            try await site.open { client in
                for version in ["", "&versie=2025-1"] {
                    let answer = try await send(
                        client, "/voorwaarden", newcomer, from: "/voorwaarden", version)
                    #expect(answer.headers[.location] == "/voorwaarden")
                }
                #expect(try await state(site, "999990081") == nil)
            }
        }
    }

    @Test func `new terms are asked at the next sign-in, and the account goes on as it was`() async throws {
        try await withSite { site in
            let old = try #require(site.server.signIn.terms.current(at: site.now))
            let new = Terms(
                version: "2027-1", validFrom: old.validFrom.advanced(byDays: 400), ageMinimumYears: 14,
                dutch: old.dutch, english: old.english)
            let policy = TermsPolicy([new, old])
            #expect(policy.current(at: site.now) == old)
            let later = site.now.advanced(bySeconds: 400 * 86_400)
            #expect(policy.current(at: later) == new)
            let keys = site.server.installation.keys
            let bsn = try #require(BSN(Site.anna))
            try await site.database.write { transaction in
                let person = try #require(try Person.find(bsn, keys: keys, in: transaction)).id
                _ = try Account.suspend(person, in: transaction, at: later)
                for (terms, asks) in [(old, false), (new, true)] {
                    let token = try Account.enter(
                        person, terms: terms, instead: nil, in: transaction, at: later)
                    let session = try Session.find(
                        token, policy: RolePolicy(roles: []), in: transaction, at: later)
                    #expect(session?.visitor == (asks ? .newcomer(person) : .citizen(person)))
                }
                try Account.accept(new, by: person, in: transaction, at: later)
                #expect(try Account.state(of: person, in: transaction)?.state == .suspended)
            }
        }
    }

    @Test func `SNO-01 an account is paused and resumed, closed and opened again, each dated`() async throws {
        try await withSite { site in
            let citizen = try await site.citizen()
            let page = "/instellingen/account"
            try await site.open { client in
                for (act, expected, words) in [
                    ("/pauze", Box.State.suspended, "Account tijdelijk gestopt"),
                    ("/hervatting", .active, "Account weer in gebruik"),
                    ("/opzegging", .closed, "Account opgezegd"),
                    ("/herstel", .active, "Opzegging ongedaan gemaakt"),
                ] {
                    site.clock.pass(60)
                    for _ in 1...2 {
                        let done = try await send(client, page + act, citizen, from: page)
                        #expect(done.headers[.location] == page)
                    }
                    #expect(try await state(site) == expected)
                    let account = try await client.execute(uri: page, method: .get, headers: citizen)
                    #expect(account.text.split(separator: words, omittingEmptySubsequences: false).count == 2)
                }
            }
        }
    }

    @Test func `what is sent to a paused account is rejected, and does not come later`() async throws {
        try await withSite { site in
            let (citizen, supplier) = (try await site.citizen(), try await site.bearer())
            try await site.open { client in
                let page = "/instellingen/account"
                _ = try await send(client, page + "/pauze", citizen, from: page)
                _ = try await client.send(Message.json(1), "application/json", supplier)
                try await site.process()
                _ = try await send(client, page + "/hervatting", citizen, from: page)
                let box = try await client.execute(uri: "/berichtenbox", method: .get, headers: citizen)
                #expect(!box.text.contains("Uw aanslag"))
            }
        }
    }

    @Test func `a closed account is erased after its term, and its holder starts anew`() async throws {
        try await withSite { site in
            let (citizen, supplier) = (try await site.citizen(), try await site.bearer())
            let facilities = site.server.installation.facilities
            let days = site.server.installation.closedAccountDays
            try await site.open { client in
                _ = try await client.send(Message.json(1), "application/json", supplier)
                try await site.process()
                let page = "/instellingen/account"
                _ = try await send(client, page + "/opzegging", citizen, from: page + "/opzegging")
                let box = try await client.execute(uri: "/berichtenbox", method: .get, headers: citizen)
                #expect(box.text.contains("Uw aanslag"))
                let erase = {
                    try await Account.eraseClosed(
                        before: site.now.advanced(bySeconds: -Int64(days) * 86_400), facilities: facilities,
                        at: site.now)
                }
                site.clock.pass(Int64(days) * 86_400)
                try await erase()
                #expect(try await state(site) == .closed)
                site.clock.pass(1)
                try await erase()
                #expect(try await state(site) == nil)
                let left = try await site.database.read { transaction in
                    try transaction.value("SELECT COUNT(*) FROM attachment", as: Int.self)
                }
                #expect(left == 0)
                let keys = site.server.installation.keys
                let (bsn, now) = (try #require(BSN(Site.anna)), site.now)
                let terms = site.server.signIn.terms.current(at: now)
                let session = try await site.database.write { transaction in
                    let token = try Account.enter(
                        bsn, name: "Anna de Test", terms: terms, keys: keys, instead: nil, in: transaction,
                        at: now)
                    return try Session.find(token, policy: RolePolicy(roles: []), in: transaction, at: now)
                }
                guard case .newcomer = session?.visitor else {
                    Issue.record("who comes back is asked the terms")
                    return
                }
            }
        }
    }

    @Test func `a form that is sent after the session ended tells how to go on without loss`() async throws {
        try await withSite { site in
            var citizen = try await site.citizen()
            citizen[.referer] = "https://localhost/instellingen/account?x=1"
            try await site.open { [citizen] client in
                let page = try await client.execute(
                    uri: "/instellingen/account", method: .get, headers: citizen)
                site.clock.pass(Session.lifetimeSeconds)
                let late = try await client.execute(
                    uri: "/instellingen/account/pauze", method: .post, headers: citizen,
                    body: ByteBuffer(string: page.formToken))
                #expect(late.status == .unauthorized)
                #expect(late.text.contains("Er is niets opgeslagen"))
                #expect(late.text.contains("/inloggen?naar=%2Finstellingen%2Faccount%3Fx%3D1"))
                #expect(try await state(site) == .active)
            }
        }
    }
}

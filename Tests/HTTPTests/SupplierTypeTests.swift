import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import MessageBox
import SQL
import Testing

@testable import Platform

/// The message types of an organisation, as its staff manages them in the supplier portal.
@Suite struct SupplierTypeTests {

    @Test func `a type is made, changed and deactivated, each shown in its history (SNO-19)`()
        async throws
    {
        try await withSite { site in
            let mine = try await site.supplier("leveranciersbeheerder")
            try await site.open { client in
                let made = try await SupplierForm.post(
                    client, "/leverancier/berichttypes", "code=KWIJT&titel=Kwijtschelding&gevoelig=nee", mine)
                #expect(made.headers[.location] == "/leverancier/berichttypes/KWIJT?melding=opgeslagen")
                let path = "/leverancier/berichttypes/KWIJT"
                let shown = try await client.execute(uri: path, method: .get, headers: mine)
                let version = try #require(shown.text.version)
                let changed = try await SupplierForm.post(
                    client, path, "titel=Kwijt&gevoelig=ja&versie=\(version)", mine)
                #expect(changed.status == .seeOther)
                let late = try await SupplierForm.post(
                    client, path, "titel=Anders&gevoelig=ja&versie=\(version)", mine)
                #expect(late.status == .preconditionFailed)
                #expect(late.text.contains("Iemand was u voor"))
                let current = try #require(late.text.version)
                let off = try await SupplierForm.post(
                    client, path + "/actief", "actief=nee&versie=\(current)", mine)
                #expect(off.status == .seeOther)
                let after = try await client.execute(uri: path, method: .get, headers: mine)
                #expect(after.text.contains("Kwijt: niet actief, gevoelig."))
                #expect(after.text.contains("Kwijtschelding: actief, niet gevoelig."))
            }
        }
    }

    @Test(arguments: [
        ("code=&titel=", 400, "De code klopt niet"),
        ("code=WATER&titel=Nog+een", 409, "al een berichttype"),
        ("code=A&titel=", 400, "De naam klopt niet"), ("", 400, "De code klopt niet"),
        ("code=%3Cb%3E&titel=%3Cscript%3E", 400, "&lt;script&gt;"),
    ])
    func `a type that cannot be made is explained beside what was filled in`(
        _ fields: String, _ status: Int, _ words: String
    ) async throws {
        try await withSite { site in
            let mine = try await site.supplier("leveranciersbeheerder")
            try await site.open { client in
                let answer = try await SupplierForm.post(client, "/leverancier/berichttypes", fields, mine)
                #expect(answer.status.code == status)
                #expect(answer.text.contains(words))
            }
        }
    }

    @Test func `another organisation's type is not there, to see or to change`() async throws {
        try await withSite { site in
            let theirs = try await site.supplier("leveranciersbeheerder", of: site.gemeente)
            let (id, now) = (site.waterschap.id, site.now)
            try await site.database.write { transaction in
                try MessageType.define(
                    "EIGEN", title: "Eigen", active: true, of: id, in: transaction, at: now)
            }
            try await site.open { client in
                let path = "/leverancier/berichttypes/EIGEN"
                let shown = try await client.execute(uri: path, method: .get, headers: theirs)
                #expect(shown.status == .notFound)
                for (place, fields) in [
                    (path, "titel=X&versie=1"), (path + "/actief", "actief=nee&versie=1"),
                ] {
                    let changed = try await SupplierForm.post(client, place, fields, theirs)
                    #expect(changed.status == .notFound)
                }
                let list = try await client.execute(
                    uri: "/leverancier/berichttypes", method: .get, headers: theirs)
                #expect(!list.text.contains("EIGEN"))
            }
        }
    }

    @Test func `who may only look gets no forms, and the start page leads to the portal`()
        async throws
    {
        try await withSite { site in
            let (id, now) = (site.waterschap.id, site.now)
            let reader = Role(name: "gast", title: "Gast", for: .organisation, capabilities: [])
            let token = try await site.database.write { transaction in
                try Session.start(for: .supplier(id, role: reader), in: transaction, at: now)
            }
            let cookie: HTTPFields = [.cookie: "peil-sessie=\(token.text)"]
            try await site.open { client in
                let start = try await client.execute(uri: "/", method: .get, headers: cookie)
                #expect(start.status == .seeOther)
                #expect(start.headers[.location]?.hasPrefix("/leverancier") == true)
                let page = try await client.execute(
                    uri: "/leverancier/berichttypes", method: .get, headers: cookie)
                #expect(page.status == .forbidden)
            }
        }
    }
}

extension String {
    /// What the forms of a page send back as the version they change.
    fileprivate var version: String? {
        components(separatedBy: "name=\"versie\" value=\"").dropFirst().first?.prefix { $0 != "\"" }
            .description
    }
}

import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import MessageBox
import SQL
import Testing

@testable import Platform

/// A day in the supplier portal: what was supplied, where one message is, who may come in.
@Suite struct SupplierPortalTests {
    /// Delivers three messages of which one is rejected, and gives the place of the first.
    private func supply(_ client: any TestClientProtocol, _ site: Site) async throws -> String {
        let supplier = try await site.bearer()
        let batch = try await client.send(Message.batch([1, 2]), "application/xml", supplier)
        #expect(batch.status == .accepted)
        let single = Message.json(3).replacing("WATER", with: "NIETS")
        _ = try await client.send(single, "application/json", supplier)
        try await site.process()
        let ids = try await site.database.read { transaction in
            try transaction.rows("SELECT id FROM delivery ORDER BY message_count DESC") { row in
                try row.next(Delivery.ID.self).description
            }
        }
        return try #require(ids.first)
    }

    private let pages = [
        "/leverancier", "/leverancier?periode=maand", "/leverancier?periode=jaar",
        "/leverancier/berichten",
        "/leverancier/afwijzingen", "/leverancier/verwerkingsberichten", "/leverancier/berichttypes",
        "/leverancier/systemen", "/leverancier/contacten",
    ]

    @Test func `page, table and file give the same numbers (SNO-19)`() async throws {
        try await withSite { site in
            let mine = try await site.supplier("leveranciersbeheerder")
            try await site.open { client in
                _ = try await supply(client, site)
                for period in ["week", "maand", "jaar"] {
                    let page = try await client.execute(
                        uri: "/leverancier?periode=\(period)", method: .get, headers: mine)
                    #expect(page.text.contains("Verwerkt 2, Afgewezen 1"))
                    let file = try await client.execute(
                        uri: "/leverancier/aantallen.csv?periode=\(period)", method: .get, headers: mine)
                    #expect(file.headers[.contentType] == "text/csv; charset=utf-8")
                    let rows = file.text.split(whereSeparator: \.isNewline)
                    #expect(
                        rows.dropFirst().map { $0.dropFirst(11) } == [
                            ";BerichtTypeNietOndersteund;1", "WATER;Verwerkt;2",
                        ])
                }
            }
        }
    }

    @Test func `a message leads from the list to its story, and to its report as a file`()
        async throws
    {
        try await withSite { site in
            let mine = try await site.supplier("leveranciersbeheerder")
            try await site.open { client in
                let id = try await supply(client, site)
                let list = try await client.execute(
                    uri: "/leverancier/berichten", method: .get, headers: mine)
                #expect(list.text.contains("/leverancier/berichten/\(id)/1"))
                let story = try await client.execute(
                    uri: "/leverancier/berichten/\(id)/1", method: .get, headers: mine)
                #expect(story.text.contains("In de berichtenbox gezet"))
                #expect(!story.text.contains("Gelezen"))
                let report = try await client.execute(
                    uri: "/leverancier/verwerkingsberichten/\(id)/xml", method: .get, headers: mine)
                #expect(report.text.contains("BerichtVerwerkResponse"))
                let fetched = try await site.database.read { transaction in
                    try transaction.value(
                        "SELECT COUNT(*) FROM report WHERE fetched_at IS NOT NULL", as: Int.self)
                }
                #expect(fetched == 0, "a person who looks is not the system that fetches")
                let group = try await client.execute(
                    uri: "/leverancier/afwijzingen", method: .get, headers: mine)
                #expect(group.text.contains("Activeer het bij Berichttypes"))
            }
        }
    }

    @Test func `people of an organisation see the agreements that it is party to, and no other`()
        async throws
    {
        try await withSite { site in
            let (mine, staff) = (
                try await site.supplier("leveranciersbeheerder"), try await site.staff("service-manager")
            )
            try await site.open { client in
                let first = try await client.execute(uri: "/dienstniveaus", method: .get, headers: mine)
                #expect(first.headers[.location]?.hasPrefix("/dienstniveaus/mijnoverheid-") == true)
                for (name, status) in [
                    ("mijnoverheid-sno", 200), ("mijnoverheid-dap", 200), ("bvv-beheerafspraken", 404),
                    ("ssc-sla", 404), ("bestaat-niet", 404),
                ] {
                    let own = try await client.execute(
                        uri: "/dienstniveaus/\(name)", method: .get, headers: mine)
                    #expect(own.status.code == status, "\(name)")
                    let theirs = try await client.execute(
                        uri: "/dienstniveaus/\(name)", method: .get, headers: staff)
                    #expect(theirs.status == (name == "bestaat-niet" ? .notFound : .ok), "\(name)")
                }
            }
        }
    }

    @Test func `the self-check is a page that says where to go, and in preproduction what was tried`()
        async throws
    {
        try await withSite { site in
            let mine = try await site.supplier("leveranciersbeheerder")
            try await site.open { client in
                let page = try await client.execute(
                    uri: "/leverancier/zelftest", method: .get, headers: mine)
                #expect(page.text.contains("Hier valt niets te proberen"))
                #expect(!page.text.contains("<table"))
            }
        }
        try await withSite(flags: ["environment": "preproduction"]) { site in
            let mine = try await site.supplier("leveranciersbeheerder")
            let bearer = try await site.bearer()
            try await site.open { client in
                let list = #"{"berichttype":"WATER","bsns":["999990056"]}"#
                var headers = bearer
                headers[.contentType] = "application/json"
                _ = try await client.execute(
                    uri: "/api/v1/validaties", method: .post, headers: headers,
                    body: ByteBuffer(string: list))
                let page = try await client.execute(
                    uri: "/leverancier/zelftest", method: .get, headers: mine)
                #expect(page.text.contains("U hebt 1 van "))
                #expect(page.text.contains("Probleem 1903") && page.text.contains("Eefje Storing"))
                let theirs = try await client.execute(
                    uri: "/leverancier/zelftest", method: .get,
                    headers: try await site.supplier("leveranciersbeheerder", of: site.gemeente))
                #expect(theirs.text.contains("U hebt 0 van "))
            }
        }
    }

    @Test func `of another organisation nothing is there: no number, message, report or client`()
        async throws
    {
        try await withSite { site in
            let theirs = try await site.supplier("leveranciersbeheerder", of: site.gemeente)
            try await site.open { client in
                let id = try await supply(client, site)
                for path in [
                    "/leverancier/berichten/\(id)/1", "/leverancier/verwerkingsberichten/\(id)",
                    "/leverancier/verwerkingsberichten/\(id)/xml",
                ] {
                    let answer = try await client.execute(uri: path, method: .get, headers: theirs)
                    #expect(answer.status == .notFound, "\(path)")
                }
                for path in pages {
                    let answer = try await client.execute(uri: path, method: .get, headers: theirs)
                    #expect(answer.status == .ok, "\(path)")
                    #expect(!answer.text.contains(id), "\(path)")
                    #expect(!answer.text.contains("waterschap"), "\(path)")
                }
                let withdrawn = try await SupplierForm.post(
                    client, "/leverancier/systemen/waterschap/deactiveren", "", theirs)
                #expect(withdrawn.status == .notFound)
                let found = try await site.database.read { try Client.find("waterschap", in: $0) }
                #expect(found != nil)
            }
        }
    }

    @Test func `search takes what was pasted in the body, and leads to the one message`() async throws {
        try await withSite { site in
            let mine = try await site.supplier("leveranciersbeheerder")
            try await site.open { client in
                let id = try await supply(client, site)
                let messages = try await site.database.read { transaction in
                    try transaction.rows(
                        "SELECT message_id FROM report_line WHERE code = 'Verwerkt' ORDER BY position"
                    ) { try $0.next(String.self) }
                }
                let one = try await SupplierForm.post(
                    client, "/leverancier/berichten/zoeken", "zoek=+\(messages[0].uppercased())+", mine)
                #expect(one.headers[.location] == "/leverancier/berichten/\(id)/1")
                for (text, status, words) in [
                    ("", 400, "Vul in waar u naar zoekt"), ("%00", 400, "Vul in waar u naar zoekt"),
                    ("onbekend", 200, "Niets gevonden voor"), ("%3Cb%3E", 200, "&lt;b&gt;"),
                ] {
                    let answer = try await SupplierForm.post(
                        client, "/leverancier/berichten/zoeken", "zoek=\(text)", mine)
                    #expect(answer.status.code == status)
                    #expect(answer.text.contains(words))
                }
            }
        }
    }

    @Test(arguments: [
        "/leverancier?periode=eeuw", "/leverancier/berichten?dag=gisteren",
        "/leverancier/berichten?uitkomst=x",
        "/leverancier/berichten?voor=1_2", "/leverancier/berichten/x/1",
        "/leverancier/verwerkingsberichten/x",
        "/leverancier/verwerkingsberichten?voor=x", "/leverancier/berichttypes/NIETS",
    ])
    func `an address that cannot be is not there`(_ path: String) async throws {
        try await withSite { site in
            let mine = try await site.supplier("leveranciersbeheerder")
            try await site.open { client in
                let answer = try await client.execute(uri: path, method: .get, headers: mine)
                #expect(answer.status == .notFound)
            }
        }
    }
}

import CivilTime
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import SQL
import Testing

@testable import Platform

/// A citizen's own data at the stub sources, and who looked at it, through the router.
@Suite struct RecordTests {
    private func get(
        _ client: any TestClientProtocol, _ path: String, _ headers: HTTPFields
    ) async throws -> (status: Int, text: String) {
        let answer = try await client.execute(uri: path, method: .get, headers: headers)
        return (answer.status.code, String(buffer: answer.body))
    }

    @Test func `SNO-04 a citizen sees the own data of each source, and where to report a mistake`()
        async throws
    {
        try await withSite { site in
            let anna = try await site.citizen()
            try await site.open { client in
                let page = try await get(client, "/gegevens", anna)
                #expect(page.status == 200)
                for mark in ["Anna Maria", "€ 312.000", "118 m²", "€ 38.450", "Klopt er iets niet?"] {
                    #expect(page.text.contains(mark), "\(mark)")
                }
                #expect(!page.text.contains(Site.anna))
                let one = try await get(client, "/api/v1/mijn/gegevens/woz", anna)
                #expect(one.status == 200 && one.text.contains("\"waarde\":\"312000\""))
                let sources = try await get(client, "/api/v1/mijn/gegevens", anna)
                #expect(sources.text.matches(of: /"bron":/).count == 4)
                for path in ["/gegevens/niets", "/api/v1/mijn/gegevens/niets"] {
                    #expect(try await get(client, path, anna).status == 404)
                }
            }
        }
    }

    @Test func `SNO-04 a source that fails is shown as not available, beside the others`() async throws {
        try await withSite { site in
            let femke = "999990068"
            let keys = site.server.installation.keys
            try await site.database.write { transaction in
                _ = try Person.register(
                    try #require(BSN(femke)), name: "Femke", keys: keys, in: transaction, at: Site.start)
            }
            let headers = try await site.citizen(femke)
            try await site.open { client in
                let page = try await get(client, "/gegevens", headers)
                #expect(page.status == 200)
                #expect(page.text.contains("Tijdelijk niet beschikbaar"))
                #expect(page.text.contains("Sinds") && page.text.contains("€ 276.000"))
                let one = try await get(client, "/api/v1/mijn/gegevens/inkomen", headers)
                #expect(one.status == 503 && one.text.contains("\"code\":1761"))
            }
        }
    }

    @Test func `a citizen reads who looked, filters, pages and downloads`() async throws {
        try await withSite { site in
            let (anna, system) = (try await site.citizen(), try await site.bearer())
            try await site.open { client in
                for number in 1...3 {
                    _ = try await client.send(Message.json(number), "application/json", system)
                    // Messages that are processed together share a line.
                    try await site.process()
                }
                _ = try await get(client, "/berichtenbox", anna)
                let others = try await get(client, "/gegevens/inzage", anna)
                #expect(others.status == 200 && others.text.contains("Stuurde u een bericht."))
                #expect(!others.text.contains("U bekeek de lijst"))
                let own = try await get(client, "/gegevens/inzage?wie=uzelf", anna)
                #expect(own.text.contains("U bekeek de lijst met berichten."))
                let file = try await get(client, "/gegevens/inzage/download?wie=organisaties", anna)
                #expect(file.text.hasPrefix("\u{feff}\"Wanneer\";\"Wie\";"))
                #expect(
                    file.text.split(separator: "\r\n").dropFirst().allSatisfy { $0.contains("waterschap") })
                var (ids, next): ([String], String?) = ([], "/api/v1/mijn/inzage?wie=organisaties&limiet=2")
                while let path = next, ids.count < 50 {
                    let page = try await get(client, path, anna)
                    ids += page.text.matches(of: /"id":"([-0-9a-f]+)"/).map { String($0.1) }
                    next = page.text.firstMatch(of: /"volgende":"([^"]+)"/).map { String($0.1) }
                }
                #expect(ids.count >= 3 && Set(ids).count == ids.count)
                #expect(try await get(client, "/gegevens/inzage?wie=iedereen", anna).status == 404)
                #expect(try await get(client, "/api/v1/mijn/inzage?wie=x", anna).status == 400)
            }
        }
    }
}

import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import SQL
import Testing

@testable import Platform

/// Systems, contacts and mandates in the supplier portal.
@Suite struct SupplierAccessTests {
    private let keys: String = {
        ClientKey().jwks.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }()

    @Test func `a system that is added gets in, one that is deactivated does not`() async throws {
        try await withSite { site in
            let mine = try await site.supplier("leveranciersbeheerder")
            try await site.open { client in
                let path = "/leverancier/systemen"
                let added = try await SupplierForm.post(
                    client, path, "client=nieuw.systeem&scope-berichten=ja&jwks=\(keys)", mine)
                #expect(added.status == .seeOther)
                let found = try #require(
                    try await site.database.read { try Client.find("nieuw.systeem", in: $0) })
                #expect(found.scopes == [.messages])
                #expect(found.organisation == site.waterschap)
                let again = try await SupplierForm.post(
                    client, path, "client=gemeente&scope-berichten=ja&jwks=\(keys)", mine)
                #expect(again.status == .conflict)
                #expect(again.text.contains("al in gebruik"))
                let off = try await SupplierForm.post(client, path + "/nieuw.systeem/deactiveren", "", mine)
                #expect(off.status == .seeOther)
                #expect(try await site.database.read { try Client.find("nieuw.systeem", in: $0) } == nil)
                let page = try await client.execute(uri: path, method: .get, headers: mine)
                #expect(page.text.contains("Systeem gedeactiveerd"))
            }
        }
    }

    @Test(arguments: [
        ("client=a+b&scope-berichten=ja&jwks=x", "Kies een client-id"),
        ("client=a&jwks=x", "Kies ten minste"),
        ("client=a&scope-berichten=ja&jwks=x", "niet bruikbaar"),
        ("client=a&scope-metingen=ja&jwks=x", "Kies ten minste"), ("", "Kies een client-id"),
    ])
    func `a system that cannot be added is explained`(_ fields: String, _ words: String) async throws {
        try await withSite { site in
            let mine = try await site.supplier("leveranciersbeheerder")
            try await site.open { client in
                let answer = try await SupplierForm.post(client, "/leverancier/systemen", fields, mine)
                #expect(answer.status == .badRequest)
                #expect(answer.text.contains(words))
            }
        }
    }

    @Test func `a contact is kept, shown to its own organisation and removed`() async throws {
        try await withSite { site in
            let (mine, theirs) = (
                try await site.supplier("leveranciersbeheerder"),
                try await site.supplier("leveranciersbeheerder", of: site.gemeente)
            )
            try await site.open { client in
                let path = "/leverancier/contacten"
                let fields = "naam=Jans+Voorbeeld&doel=storingen&email=jans%40organisatie.example&telefoon="
                #expect(try await SupplierForm.post(client, path, fields, mine).status == .seeOther)
                let shown = try await client.execute(uri: path, method: .get, headers: mine)
                #expect(shown.text.contains("Jans Voorbeeld"))
                let other = try await client.execute(uri: path, method: .get, headers: theirs)
                #expect(!other.text.contains("Jans"))
                let removal = try #require(
                    shown.text.firstMatch(of: /\/leverancier\/contacten\/[0-9a-f-]{36}\/verwijderen/)
                ).output.description
                #expect(try await SupplierForm.post(client, removal, "", theirs).status == .notFound)
                #expect(try await SupplierForm.post(client, removal, "", mine).status == .seeOther)
                let wrong = try await SupplierForm.post(
                    client, path, "naam=&doel=&email=jans&telefoon=bel+mij", mine)
                #expect(wrong.status == .badRequest)
                for field in ["naam", "doel", "email", "telefoon"] {
                    #expect(wrong.text.contains("id=\"\(field)-fout\""), "\(field)")
                }
            }
        }
    }

    @Test func `a mandate lets an intermediary deliver until it is taken back`() async throws {
        try await withSite { site in
            let mine = try await site.supplier("leveranciersbeheerder")
            let oin = site.gemeente.oin.digits
            let mayAct = { @Sendable in
                try await site.database.read { transaction in
                    try site.waterschap.mayBeActedFor(by: site.gemeente.id, in: transaction)
                }
            }
            try await site.open { client in
                let path = "/leverancier/machtigingen"
                #expect(try await SupplierForm.post(client, path, "oin=\(oin)", mine).status == .seeOther)
                #expect(try await mayAct())
                #expect(
                    try await SupplierForm.post(client, path + "/intrekken", "oin=\(oin)", mine).status
                        == .seeOther)
                #expect(try await mayAct() == false)
                #expect(
                    try await SupplierForm.post(client, path + "/intrekken", "oin=\(oin)", mine).status
                        == .notFound)
                for wrong in ["", "12", "00000099000000009000", site.waterschap.oin.digits] {
                    let answer = try await SupplierForm.post(client, path, "oin=\(wrong)", mine)
                    #expect(answer.status == .badRequest)
                }
            }
        }
    }
}

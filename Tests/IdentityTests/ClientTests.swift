import CivilTime
import CryptoExtras
import Identity
import SQL
import TestKit
import Testing

@Suite struct ClientTests {
    @Test(arguments: TestDatabase.kinds)
    func `an organisation is one by its OIN, and may be acted for by whom it mandated`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withOffice(kind) { office in
            try await office.database.write { transaction in
                let again = try Organisation.register(
                    oin: office.waterschap.oin, name: "Waterschap Nieuw", in: transaction, at: Office.now)
                #expect(again.id == office.waterschap.id)
                let agent = try Organisation.register(
                    oin: try #require(OIN("00000099000000003000")), name: "Tussenpersoon", in: transaction,
                    at: Office.now)
                #expect(try !again.mayBeActedFor(by: agent.id, in: transaction))
                for _ in 0..<2 { try again.grantMandate(to: agent.id, in: transaction, at: Office.now) }
                #expect(try again.mayBeActedFor(by: agent.id, in: transaction))
                #expect(try again.mayBeActedFor(by: again.id, in: transaction))
                #expect(try !agent.mayBeActedFor(by: again.id, in: transaction))
                #expect(
                    try Organisation.all(in: transaction).map(\.name) == [
                        "Tussenpersoon", "Waterschap Nieuw",
                    ])
            }
        }
    }

    @Test(arguments: [
        ("not JSON", "keys"), ("no set", #"{"kty":"EC"}"#), ("none", #"{"keys":[]}"#),
        ("a key without kid", #"{"keys":[\#(Forgery.ecKey(kid: nil))]}"#),
        ("a private key", #"{"keys":[\#(Forgery.ecKey(more: #","d":"AAAA""#))]}"#),
        (
            "eleven keys",
            #"{"keys":[\#(Array(repeating: Forgery.ecKey(), count: 11).joined(separator: ","))]}"#
        ),
        ("too large", #"{"keys":[\#(Forgery.ecKey())],"x":"\#(String(repeating: "a", count: 32_768))"}"#),
    ])
    func `a key set that cannot serve is refused`(_ name: String, _ jwks: String) async throws {
        try await withOffice { office in
            do {
                try await office.add(jwks: jwks)
                Issue.record("\(name) was taken")
            } catch ClientError.keySet {}
            let found = try await office.database.read { try Client.find("client", in: $0) }
            #expect(found == nil)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a client is found until it is withdrawn, and again when it is added anew`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withOffice(kind) { office in
            try await office.add(scopes: [.messages, .validation], jwks: ClientKey().jwks)
            #expect(try await office.client().scopes == [.messages, .validation])
            try await office.withdraw()
            #expect(try await office.database.read { try Client.find("client", in: $0) == nil })
            try await office.add(scopes: [.messages], jwks: ClientKey().jwks)
            #expect(try await office.client().scopes == [.messages])
        }
    }

    @Test func `a key of this machine is read back from its file`() async throws {
        try await withOffice { office in
            let key = ClientKey()
            try await office.add(jwks: key.jwks)
            let assertion = try await ClientKey(pem: key.pem).assertion(
                client: "client", audience: Office.address, at: Office.now)
            let client = try await ClientAssertion.verify(
                assertion, audience: [Office.address], database: office.database, at: Office.now)
            #expect(client.id == "client")
        }
    }
}

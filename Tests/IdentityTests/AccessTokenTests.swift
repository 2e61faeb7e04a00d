import CivilTime
import Crypto
import Identity
import SQL
import Sealing
import TestKit
import Testing

@Suite struct AccessTokenTests {
    private func tokens(_ office: Office, issuer: String = Office.issuer) async throws -> AccessTokens {
        try await AccessTokens(keys: office.keys, issuer: issuer)
    }

    @Test(arguments: TestDatabase.kinds)
    func `a token gives who calls and for what, until it expires`(_ kind: TestDatabase.Kind) async throws {
        try await withOffice(kind) { office in
            try await office.add(scopes: [.messages, .validation], jwks: ClientKey().jwks)
            let tokens = try await tokens(office)
            let token = try await tokens.issue(to: office.client(), scopes: [.messages], at: Office.now)
            let grant = try await tokens.verify(token, database: office.database, at: Office.now)
            #expect(grant.organisation == office.waterschap)
            #expect(grant.clientID == "client")
            #expect(grant.scopes == [.messages])
            let last = Office.now.advanced(bySeconds: AccessTokens.lifetimeSeconds)
            _ = try await tokens.verify(
                token, database: office.database, at: last.advanced(byMicroseconds: -1))
            await #expect(throws: ClientError.expiredToken) {
                try await tokens.verify(token, database: office.database, at: last)
            }
        }
    }

    @Test func `a withdrawn client is out within a minute, and a narrowed one narrower`() async throws {
        try await withOffice { office in
            try await office.add(scopes: [.messages, .validation], jwks: ClientKey().jwks)
            let tokens = try await tokens(office)
            let token = try await tokens.issue(
                to: office.client(), scopes: [.messages, .validation], at: Office.now)
            _ = try await tokens.verify(token, database: office.database, at: Office.now)
            try await office.add(scopes: [.validation], jwks: ClientKey().jwks)
            let minute = Office.now.advanced(bySeconds: 60)
            let grant = try await tokens.verify(token, database: office.database, at: minute)
            #expect(grant.scopes == [.validation])
            try await office.withdraw()
            await #expect(throws: ClientError.token) {
                try await tokens.verify(
                    token, database: office.database, at: minute.advanced(bySeconds: 60))
            }
        }
    }

    @Test func `a token of another installation, another key, or a client's own making is refused`()
        async throws
    {
        try await withOffice { office in
            try await office.add(jwks: #"{"keys":[\#(Forgery.ecKey())]}"#)
            let tokens = try await tokens(office)
            let client = try await office.client()
            let elsewhere = try await self.tokens(office, issuer: "https://elders.example")
                .issue(to: client, scopes: [.messages], at: Office.now)
            try KeyRing.create(folder: office.folder.file("other"))
            let foreign = try await AccessTokens(
                keys: KeyRing.load(folder: office.folder.file("other")), issuer: Office.issuer
            ).issue(to: client, scopes: [.messages], at: Office.now)
            var own = Forgery()
            own.claims = [
                "iss": Office.issuer, "sub": "client", "jti": "1", "iat": Office.now.seconds,
                "exp": Office.now.seconds + 600, "scope": "berichten",
            ]
            var unsigned = own
            unsigned.signer = .none
            for token in [elsewhere, foreign, try own.token(), try unsigned.token(), "", "x"] {
                await #expect(throws: ClientError.token) {
                    try await tokens.verify(token, database: office.database, at: Office.now)
                }
            }
        }
    }
}

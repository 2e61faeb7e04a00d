import CivilTime
import Crypto
import CryptoExtras
import Identity
import SQL
import TestKit
import Testing

@Suite struct AssertionTests {
    private func verify(
        _ token: String, _ office: Office, at now: Instant = Office.now
    ) async throws -> Client {
        try await ClientAssertion.verify(
            token, audience: [Office.address, Office.issuer], database: office.database, at: now)
    }

    @Test(arguments: [Forgery.Signer.rs256, .ps256, .es256])
    func `an assertion in each algorithm of the profile is accepted`(_ signer: Forgery.Signer) async throws {
        let rsa = try _RSA.Signing.PrivateKey(keySize: .bits2048)
        try await withOffice { office in
            try await office.add(jwks: try Forgery.jwks(rsa))
            let forgery = Forgery(signer: signer, kid: signer == .es256 ? "ec" : "rsa")
            #expect(try await verify(try forgery.token(rsa), office).organisation == office.waterschap)
        }
    }

    struct Wrong: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let change: @Sendable (inout Forgery) -> Void

        init(_ name: String, _ change: @escaping @Sendable (inout Forgery) -> Void) {
            testDescription = name
            self.change = change
        }
    }

    static let wrong: [Wrong] = [
        Wrong("another audience") { $0.claims["aud"] = "https://elders.example/oauth/token" },
        Wrong("no audience") { $0.claims["aud"] = nil },
        Wrong("expired") { $0.claims["exp"] = Office.now.seconds - 31 },
        Wrong("expires over five minutes ahead") { $0.claims["exp"] = Office.now.seconds + 331 },
        Wrong("expires in a million years") { $0.claims["exp"] = 1e300 },
        Wrong("no expiry") { $0.claims["exp"] = nil },
        Wrong("not valid yet") { $0.claims["nbf"] = Office.now.seconds + 31 },
        Wrong("sub is not iss") { $0.claims["sub"] = "other" },
        Wrong("no sub") { $0.claims["sub"] = nil },
        Wrong("no jti") { $0.claims["jti"] = nil },
        Wrong("an empty jti") { $0.claims["jti"] = "" },
        Wrong("a long jti") { $0.claims["jti"] = String(repeating: "j", count: 201) },
        Wrong("a jti with U+0000") { $0.claims["jti"] = "a\0b" },
        Wrong("a client that is not here") {
            $0.claims["iss"] = "ghost"
            $0.claims["sub"] = "ghost"
        },
        Wrong("HS256 with the public key") { $0.signer = .hs256 },
        Wrong("no signature") { $0.signer = .none },
        Wrong("the key of the other algorithm") { $0.kid = "rsa" },
    ]

    @Test(arguments: wrong)
    func `an assertion that is wrong in one thing is refused`(_ wrong: Wrong) async throws {
        let rsa = try _RSA.Signing.PrivateKey(keySize: .bits2048)
        try await withOffice { office in
            try await office.add(jwks: try Forgery.jwks(rsa))
            var forgery = Forgery()
            wrong.change(&forgery)
            let token = try forgery.token(rsa)
            await #expect(throws: ClientError.self) { try await verify(token, office) }
            let used = try await office.database.read { transaction in
                try transaction.value("SELECT COUNT(*) FROM used_assertion", as: Int.self)
            }
            #expect(used == 0)
        }
    }

    @Test func `another key, a damaged token, and one that is too large are refused`() async throws {
        try await withOffice { office in
            try await office.add(jwks: #"{"keys":[\#(Forgery.ecKey())]}"#)
            let good = try Forgery().token()
            var large = Forgery()
            large.claims["filler"] = String(repeating: "a", count: 16_384)
            let tokens = [
                try Forgery().token(ec: Forgery.otherEC), String(good.dropLast(4)), good + "a",
                try large.token(), "", "a.b.c", "..",
            ]
            for token in tokens {
                await #expect(throws: ClientError.self) { try await verify(token, office) }
            }
            #expect(try await verify(good, office).id == "client")
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `an assertion sent many times at once is taken once`(_ kind: TestDatabase.Kind) async throws {
        try await withOffice(kind) { office in
            try await office.add(jwks: #"{"keys":[\#(Forgery.ecKey())]}"#)
            let token = try Forgery().token()
            let taken = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<16 {
                    group.addTask {
                        do {
                            _ = try await verify(token, office)
                            return true
                        } catch {
                            return false
                        }
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(taken == 1)
            let later = Office.now.advanced(bySeconds: 89)
            await #expect(throws: ClientError.self) { try await verify(token, office, at: later) }
        }
    }
}

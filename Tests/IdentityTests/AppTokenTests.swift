import CivilTime
import Crypto
import Foundation
import Identity
import SQL
import TestKit
import Testing

/// What is kept of apps, on both databases, also when two come at once.
@Suite struct AppTokenTests {
    private static let app = App(
        id: "app", name: "App", redirectURIs: ["nl.example.app:/terug"], scopes: [.messages])
    private static let verifier = String(repeating: "geheim", count: 8)

    private func code(_ office: Office) async throws -> OpaqueToken<AppCode> {
        let challenge = base64URL(Data(SHA256.hash(data: Data(Self.verifier.utf8))))
        let request = try #require(
            AppCode.Request(
                app: Self.app, redirectURI: Self.app.redirectURIs[0], challenge: challenge,
                scopes: [.messages]))
        let bsn = try #require(BSN("999990019"))
        return try await office.database.write { transaction in
            let person = try Person.register(
                bsn, name: "Anna", keys: office.keys, in: transaction, at: Office.now)
            return try AppCode.issue(request, by: person.id, in: transaction, at: Office.now).code
        }
    }

    private func redeem(_ code: OpaqueToken<AppCode>, _ office: Office) async throws -> AppTokens? {
        try await office.database.write { transaction in
            try AppCode.redeem(
                code, app: Self.app, redirectURI: Self.app.redirectURIs[0], verifier: Self.verifier,
                in: transaction, at: Office.now)
        }
    }

    private func renew(
        _ token: OpaqueToken<AppTokens>, terms: Terms? = nil, _ office: Office
    ) async throws -> AppTokens? {
        let renewal = try await office.database.write { transaction in
            try AppTokens.renew(token, app: Self.app, terms: terms, in: transaction, at: Office.now)
        }
        if case .renewed(let tokens) = renewal { return tokens }
        return nil
    }

    @Test(arguments: TestDatabase.kinds)
    func `a refresh token waits for terms that are not accepted yet, and is good again after`(
        _ kind: TestDatabase.Kind
    ) async throws {
        let terms = Terms(
            version: "2", validFrom: CivilDate(dayNumber: 0), ageMinimumYears: 14, dutch: [], english: [])
        try await withOffice(kind) { office in
            let tokens = try #require(try await redeem(try await code(office), office))
            #expect(try await renew(tokens.refresh, terms: terms, office)?.grant == nil)
            try await office.database.write { transaction in
                _ = try terms.accept(by: tokens.grant.person, in: transaction, at: Office.now)
            }
            #expect(try await renew(tokens.refresh, terms: terms, office)?.grant == tokens.grant)
            #expect(try await renew(tokens.refresh, terms: terms, office)?.grant == nil, "it was used")
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `of two that trade one code at once, one gets tokens, and they are ended`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withOffice(kind) { office in
            let code = try await code(office)
            async let first = redeem(code, office)
            async let second = redeem(code, office)
            let given = try await [first, second].compactMap(\.self)
            #expect(given.count == 1)
            let after = try await renew(try #require(given.first).refresh, office)
            #expect(after?.grant == nil)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `of two that renew one token at once, one gets the next, and it is ended`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withOffice(kind) { office in
            let tokens = try #require(try await redeem(try await code(office), office))
            async let first = renew(tokens.refresh, office)
            async let second = renew(tokens.refresh, office)
            let given = try await [first, second].compactMap(\.self)
            #expect(given.count == 1)
            let after = try await renew(try #require(given.first).refresh, office)
            #expect(after?.grant == nil)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a grant ends with its term, and is then removed`(_ kind: TestDatabase.Kind) async throws {
        try await withOffice(kind) { office in
            let tokens = try #require(try await redeem(try await code(office), office))
            let end = tokens.grant.expiresAt
            try await office.database.write { transaction in
                let last = end.advanced(byMicroseconds: -1)
                #expect(try AppGrant.find(tokens.grant.id, in: transaction, at: last) == tokens.grant)
                #expect(try AppGrant.find(tokens.grant.id, in: transaction, at: end) == nil)
                let late = try AppTokens.renew(
                    tokens.refresh, app: Self.app, terms: nil, in: transaction, at: end)
                guard case .refused = late else {
                    Issue.record("a grant past its term gives tokens")
                    return
                }
            }
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a person's apps are found by an index`(_ kind: TestDatabase.Kind) async throws {
        try await withOffice(kind) { office in
            _ = try await redeem(try await code(office), office)
            let whole = try await office.database.write { transaction in
                let explaining = try ExplainingTransaction(transaction)
                let person = try #require(
                    try transaction.value("SELECT id FROM person", as: Person.ID.self))
                let grants = try AppGrant.all(of: person, in: explaining, at: Office.now)
                #expect(grants.count == 1)
                return explaining.wholeReads
            }
            #expect(whole == [])
        }
    }
}

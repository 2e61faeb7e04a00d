import CivilTime
import Identity
import Journal
import MessageBox
import SQL
import TestKit
import Testing

/// What can be done to an account, on both databases.
@Suite struct AccountTests {
    private static let terms = Terms(
        version: "proef-1", validFrom: CivilDate(dayNumber: 20_000), ageMinimumYears: 14,
        dutch: [.init(heading: "Kop", paragraphs: ["Tekst."])],
        english: [.init(heading: "Heading", paragraphs: ["Text."])])

    private func person(_ digits: String, _ scene: Scene) async throws -> Person.ID {
        let (bsn, keys) = (try #require(BSN(digits)), scene.facilities.keys)
        let person = try await scene.database.read { try Person.find(bsn, keys: keys, in: $0) }
        return try #require(person).id
    }

    private func acts(_ person: Person.ID, _ scene: Scene) async throws -> [String] {
        try await scene.database.read { transaction in
            try Account.history(of: person, limit: 50, in: transaction).map(\.entry.act)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `SNO-01 each act counts once, from a state it is possible in, and is dated`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            let anna = try await person(Scene.anna, scene)
            let now = scene.now
            let outcomes = try await scene.database.write { transaction in
                [
                    try Account.resume(anna, in: transaction, at: now),
                    try Account.suspend(anna, in: transaction, at: now),
                    try Account.suspend(anna, in: transaction, at: now),
                    try Account.close(anna, in: transaction, at: now),
                    try Account.resume(anna, in: transaction, at: now),
                    try Account.reopen(anna, in: transaction, at: now),
                    try Account.reopen(anna, in: transaction, at: now),
                ]
            }
            #expect(outcomes == [false, true, false, true, false, true, false])
            let acts = try await acts(anna, scene)
            #expect(Set(acts) == ["account.suspend", "account.close", "account.reopen"])
            #expect(acts.count == 3)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `of two that close an account at once, one does`(_ kind: TestDatabase.Kind) async throws {
        try await withScene(kind) { scene in
            let anna = try await person(Scene.anna, scene)
            let now = scene.now
            let close = { @Sendable in
                try await scene.database.write { try Account.close(anna, in: $0, at: now) }
            }
            async let first = close()
            async let second = close()
            let outcomes = try await [first, second]
            #expect(outcomes.filter(\.self).count == 1)
            #expect(try await acts(anna, scene) == ["account.close"])
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `SNO-01 accepting opens a box once, and leaves a paused one paused`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            let (keys, now) = (scene.facilities.keys, scene.now)
            let bsn = try #require(BSN(Scene.stranger))
            let stranger = try await scene.database.write { transaction in
                let token = try Account.enter(
                    bsn, name: "Nieuw", terms: Self.terms, keys: keys, instead: nil, in: transaction, at: now)
                let session = try Session.find(
                    token, policy: RolePolicy(roles: []), in: transaction, at: now)
                guard case .newcomer(let person) = session?.visitor else { return Person.ID?.none }
                for _ in 1...2 { try Account.accept(Self.terms, by: person, in: transaction, at: now) }
                return person
            }
            #expect(
                Set(try await acts(try #require(stranger), scene)) == [
                    "account.sign-in", "account.accept-terms", "account.open",
                ])
            let chantal = try await person(Scene.chantal, scene)
            let state = try await scene.database.write { transaction in
                try Account.accept(Self.terms, by: chantal, in: transaction, at: now)
                return try Account.state(of: chantal, in: transaction)?.state
            }
            #expect(state == .suspended)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `an erased account leads to nobody, keeps no wish or address, and stands in no list of changes`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            let anna = try await person(Scene.anna, scene)
            let bilal = try await person(Scene.bilal, scene)
            let now = scene.now
            try await scene.database.write { transaction in
                try transaction.run(
                    """
                    INSERT INTO type_preference (person_id, organisation_id, type_code, wanted, changed_at)
                    VALUES (\(anna), \(scene.waterschap.id), 'WATER', 0, \(now))
                    """)
                _ = try Account.close(anna, in: transaction, at: now)
                _ = try Account.close(bilal, in: transaction, at: now.advanced(bySeconds: 1))
            }
            for _ in 1...2 {
                try await Account.eraseClosed(
                    before: now.advanced(bySeconds: 1), facilities: scene.facilities,
                    at: now.advanced(bySeconds: 2))
            }
            let (bsn, keys) = (try #require(BSN(Scene.anna)), scene.facilities.keys)
            try await scene.database.read { transaction in
                #expect(try Person.find(bsn, keys: keys, in: transaction)?.id == nil)
                let erased = try #require(try Person.find(anna, in: transaction))
                #expect(throws: (any Error).self) { try erased.name(keys) }
                let wishes = try transaction.value(
                    "SELECT COUNT(*) FROM preference WHERE person_id = \(anna)", as: Int.self)
                #expect(wishes == 0)
                let typeWishes = try transaction.value(
                    "SELECT COUNT(*) FROM type_preference WHERE person_id = \(anna)", as: Int.self)
                #expect(typeWishes == 0)
                let address = try transaction.value(
                    "SELECT 1 FROM box WHERE person_id = \(anna) AND email_id IS NOT NULL", as: Int.self)
                #expect(address == nil)
                #expect(erased.isErased)
                #expect(try Person.find(bilal, in: transaction)?.name(keys) == "Bilal")
            }
            let reopened = try await scene.database.write { transaction in
                try Account.reopen(anna, in: transaction, at: now)
            }
            #expect(!reopened)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `the accounts to erase are found by an index`(_ kind: TestDatabase.Kind) async throws {
        try await withScene(kind) { scene in
            let now = scene.now
            let whole = try await scene.database.write { transaction in
                let explaining = try ExplainingTransaction(transaction)
                #expect(try Account.closed(before: now, in: explaining).isEmpty)
                return explaining.wholeReads
            }
            #expect(whole == [])
        }
    }
}

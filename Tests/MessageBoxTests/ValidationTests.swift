import CivilTime
import Identity
import Journal
import SQL
import Sealing
import TestKit
import Testing

@testable import MessageBox

@Suite struct ValidationTests {
    private static let everybody = [
        Scene.anna, Scene.stranger, Scene.chantal, Scene.dirk, Scene.bilal, Scene.anna,
    ]

    private func ask(
        _ scene: Scene, _ numbers: [String], type: String = "WATER", of supplier: OIN? = nil,
        by caller: Organisation? = nil
    ) async throws -> [Bool] {
        let request = ValidationRequest(
            supplier: supplier, typeCode: type, numbers: try numbers.map { try #require(CitizenNumber($0)) })
        let answers = try await Validation.answer(
            request, by: caller ?? scene.waterschap, name: "client test", facilities: scene.facilities,
            at: scene.now)
        #expect(answers.map(\.number.digits) == numbers)
        return answers.map(\.isWelcome)
    }

    @Test(arguments: TestDatabase.kinds)
    func `SNO-14: yes for an active box that wants this organisation, no for all else, in the order asked`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            let answers = try await ask(scene, Self.everybody)
            #expect(answers == [true, false, false, false, true, true])
            #expect(try await ask(scene, [Scene.dirk], by: scene.gemeente) == [true])
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `one row of the log names everybody in the call, also those who are not here`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            _ = try await ask(scene, Self.everybody)
            #expect(try await scene.count("SELECT COUNT(*) FROM processing_line") == 1)
            #expect(try await scene.count("SELECT subject_count FROM processing_line") == 5)
            let keys = scene.facilities.keys
            for digits in Self.everybody {
                let subject = keys.livePseudonyms(of: digits, for: .log)
                let lines = try await scene.database.read { transaction in
                    try ProcessingLog.lines(about: subject, limit: 9, in: transaction)
                }
                #expect(lines.map(\.activity) == [.validate])
                #expect(lines.map(\.organisation) == [Scene.waterschapOIN])
            }
        }
    }

    /// PostgreSQL goes by its statistics; SQLite has none and goes by the order of the joins.
    @Test func `SNO-14: a look-up begins with the numbers, however many accounts want these messages`()
        async throws
    {
        try await withScene(.sqlite) { scene in
            let numbers = try Self.everybody.map { try #require(CitizenNumber($0)) }
            let (keys, waterschap) = (scene.facilities.keys, scene.waterschap.id)
            let plans = try await scene.database.write { transaction in
                let explaining = try ExplainingTransaction(transaction)
                _ = try Subscribers.among(
                    numbers, of: waterschap, type: "WATER", keys: keys, in: explaining)
                return explaining.plans
            }
            let plan = try #require(plans.first)
            #expect(plan.first?.hasPrefix("SEARCH person USING INDEX person_bsn") == true, "\(plan)")
            #expect(!plan.contains { $0.contains("preference_wanted_by") }, "\(plan)")
        }
    }

    @Test func `without a line in the log nothing is answered`() async throws {
        try await withScene(.sqlite) { scene in
            try await scene.database.write { transaction in
                _ = try transaction.run("ALTER TABLE processing_line RENAME TO gone")
            }
            await #expect(throws: (any Error).self) { try await self.ask(scene, [Scene.anna]) }
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a number that nobody can have is answered no, and leaves no line`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            let answers = try await ask(scene, ["999990018", "000000000"])
            #expect(answers == [false, false])
            #expect(try await scene.count("SELECT COUNT(*) FROM processing_line") == 0)
            #expect(try await ask(scene, ["999990018", Scene.anna]) == [false, true])
            #expect(try await scene.count("SELECT subject_count FROM processing_line") == 1)
        }
    }

    @Test(arguments: ["OUD", "NIEUW"])
    func `a type that is not active or not there is refused before anybody is looked up`(
        _ type: String
    ) async throws {
        try await withScene(.sqlite) { scene in
            let error = await #expect(throws: RequestError.self) {
                try await self.ask(scene, [Scene.anna], type: type)
            }
            guard case .typeNotSupported = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            let lines = try await scene.count("SELECT COUNT(*) FROM processing_line")
            #expect(lines == 0)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `an organisation asks for another one with its mandate only`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            let (waterschap, gemeente) = (scene.waterschap, scene.gemeente)
            await #expect(throws: RequestError.self) {
                try await self.ask(scene, [Scene.dirk], of: waterschap.oin, by: gemeente)
            }
            try await scene.database.write { transaction in
                try waterschap.grantMandate(to: gemeente.id, in: transaction, at: Scene.start)
            }
            #expect(
                try await ask(scene, [Scene.dirk, Scene.anna], of: waterschap.oin, by: gemeente) == [
                    false, true,
                ])
            let organisation = try await scene.database.read { transaction in
                try transaction.value("SELECT organisation FROM processing_line", as: String.self)
            }
            #expect(organisation == Scene.waterschapOIN)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `one query finds all 250, by indexes`(_ kind: TestDatabase.Kind) async throws {
        try await withScene(kind) { scene in
            let (keys, organisation) = (scene.facilities.keys, scene.waterschap.id)
            let anna = try #require(CitizenNumber(Scene.anna))
            let numbers = try (0..<249).map { try #require(CitizenNumber("\(999_900_000 + $0)")) } + [anna]
            try await scene.database.write { transaction in
                let explaining = try ExplainingTransaction(transaction)
                let found = try Subscribers.among(
                    numbers, of: organisation, type: nil, keys: keys, in: explaining)
                #expect(found == [anna])
                #expect(explaining.plans.count == 1)
                #expect(explaining.wholeReads.isEmpty, "\(explaining.plans)")
            }
        }
    }
}

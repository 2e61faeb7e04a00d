import CivilTime
import Identity
import SQL
import TestKit
import Testing

@testable import MessageBox

/// Preproduction: test citizens that always do the same, and the list of what was tried.
@Suite struct RehearsalTests {
    private static let citizens: [(bsn: String, behaviour: TestCitizen.Behaviour)] = [
        ("999990111", .receives), ("999990123", .withoutBox), ("999990135", .notSubscribed),
        ("999990147", .suspended), ("999990159", .unknownType), ("999990160", .fault),
        ("999990172", .slowAnswer(.init(validationSeconds: 0, reportSeconds: 600))),
        ("999990184", .noAnswer(.init(validationSeconds: 0, reportSeconds: 86_400))),
    ]

    private static func rehearsal() throws -> Rehearsal {
        Rehearsal(
            citizens: try citizens.map {
                TestCitizen(bsn: try #require(BSN($0.bsn)), name: "Test", behaviour: $0.behaviour)
            })
    }

    private static func batch(_ number: Int = 1, for bsn: String) -> Batch {
        Batch(number, [Letter(number) { $0.recipient = bsn }])
    }

    @Test(
        arguments: TestDatabase.Kind.allCases,
        [
            ("999990111", verwerkt), ("999990123", CodeTests.notWilling),
            ("999990135", CodeTests.notWilling), ("999990147", CodeTests.notWilling),
            ("999990159", CodeTests.type), ("999990160", "TechnischProbleem StoreMessage"),
        ])
    func `each test citizen always gives the same code`(
        _ kind: TestDatabase.Kind, _ expected: (bsn: String, line: String)
    ) async throws {
        let rehearsal = try Self.rehearsal()
        try await withScene(kind, rehearsal: rehearsal) { scene in
            let lines = try await scene.outcome(of: Self.batch(for: expected.bsn))
            #expect(lines == [expected.line])
        }
    }

    @Test(arguments: TestDatabase.Kind.allCases)
    func `outside preproduction those numbers are like any other`(_ kind: TestDatabase.Kind) async throws {
        try await withScene(kind) { scene in
            for (number, citizen) in Self.citizens.enumerated() {
                let lines = try await scene.outcome(of: Self.batch(number, for: citizen.bsn))
                #expect(lines == [CodeTests.notWilling])
            }
        }
    }

    @Test(arguments: TestDatabase.Kind.allCases, [("999990172", 600), ("999990184", 86_400)])
    func `a report about who answers late comes so much later, and holds nothing else up`(
        _ kind: TestDatabase.Kind, _ late: (bsn: String, seconds: Int)
    ) async throws {
        let rehearsal = try Self.rehearsal()
        try await withScene(kind, rehearsal: rehearsal) { scene in
            let slow = try await scene.deliver(Self.batch(for: late.bsn))
            #expect(try await scene.outcome(of: Self.batch(2, for: "999990111")) == [verwerkt])
            scene.clock.pass(Int64(late.seconds) - 1)
            try await scene.process()
            #expect(try await scene.count("SELECT COUNT(*) FROM report") == 1)
            scene.clock.pass(1)
            try await scene.process()
            #expect(try await scene.lines(of: slow) == [verwerkt])
        }
    }

    @Test(arguments: TestDatabase.Kind.allCases)
    func `nobody is told in preproduction, whoever has an address`(_ kind: TestDatabase.Kind) async throws {
        let rehearsal = try Self.rehearsal()
        try await withScene(kind, rehearsal: rehearsal) { scene in
            let lines = try await scene.outcome(of: Self.batch(for: Scene.anna))
            #expect(lines == [verwerkt])
            #expect(try await scene.count("SELECT COUNT(*) FROM notification") == 0)
        }
    }

    @Test(arguments: TestDatabase.Kind.allCases)
    func `the validation service plays what a test citizen asks (SNO-14)`(
        _ kind: TestDatabase.Kind
    ) async throws {
        let rehearsal = try Self.rehearsal()
        try await withScene(kind, rehearsal: rehearsal) { scene in
            func request(_ bsns: String...) throws -> ValidationRequest {
                let list = bsns.map { "\"\($0)\"" }.joined(separator: ",")
                return try .read(json: Array(#"{"berichttype":"WATER","bsns":[\#(list)]}"#.utf8))
            }
            func play(_ bsns: String...) async throws {
                let list = bsns.map { "\"\($0)\"" }.joined(separator: ",")
                let asked = try ValidationRequest.read(
                    json: Array(#"{"berichttype":"WATER","bsns":[\#(list)]}"#.utf8))
                try await rehearsal.play(
                    asked, by: scene.waterschap.id, facilities: scene.facilities, at: scene.now)
            }
            try await play("999990111", "999990172", Scene.anna)
            await #expect(throws: RehearsedFault.self) {
                try await play(Scene.anna, "999990160")
            }
            await #expect(throws: RehearsedFault.self) { try await play("999990184") }
            await #expect(throws: RequestError.self) { try await play("999990159") }
            let answers = try await Validation.answer(
                try request("999990111", "999990123", "999990135", "999990147"), by: scene.waterschap,
                name: "client test", facilities: scene.facilities, at: scene.now)
            #expect(answers.map(\.isWelcome) == [true, false, false, false])
            let check = try await scene.database.read { transaction in
                try SelfCheck.read(of: scene.waterschap.id, rehearsal, in: transaction)
            }
            let asked = check.citizens.filter { $0.validatedAt != nil }.map(\.citizen.behaviour.name)
            #expect(asked == ["receives", "unknown-type", "fault", "slow-answer", "no-answer"])
            #expect(check.citizens.allSatisfy { $0.deliveredAt == nil })
        }
    }

    @Test(arguments: TestDatabase.Kind.allCases)
    func `a new organisation finds the test citizens willing, and settling again changes nothing`(
        _ kind: TestDatabase.Kind
    ) async throws {
        let rehearsal = try Self.rehearsal()
        try await withScene(kind, rehearsal: rehearsal) { scene in
            let keys = scene.facilities.keys
            let oin = try #require(OIN("00000099000000003000"))
            let counts = try await scene.database.write { transaction in
                let newcomer = try Organisation.register(
                    oin: oin, name: "Nieuw", in: transaction, at: scene.now)
                try rehearsal.welcome(newcomer.id, keys: keys, in: transaction, at: scene.now)
                let first: Int? = try transaction.value("SELECT COUNT(*) FROM preference WHERE wanted = 1")
                try rehearsal.settle(keys: keys, in: transaction, at: scene.now.advanced(bySeconds: 9))
                let later: Int? = try transaction.value(
                    "SELECT COUNT(*) FROM preference WHERE changed_at > \(scene.now)")
                return (first, later)
            }
            #expect(counts.0 == 13 + 15)
            #expect(counts.1 == 0)
        }
    }

    @Test(arguments: TestDatabase.Kind.allCases)
    func `the self-check shows what an organisation tried, and only its own`(
        _ kind: TestDatabase.Kind
    ) async throws {
        let rehearsal = try Self.rehearsal()
        try await withScene(kind, rehearsal: rehearsal) { scene in
            let before = try await tried(by: scene.waterschap, in: scene)
            #expect(before == [])
            #expect(try await scene.outcome(of: Self.batch(for: "999990159")) == [CodeTests.type])
            var letter = Self.batch(2, for: "999990111")
            letter.letters[0].attachments = [pdf(99)]
            letter.letters[0].publication = scene.now.advanced(bySeconds: 3_600).rfc3339
            #expect(try await scene.outcome(of: letter) == [verwerkt])
            try await scene.deliver(letter)
            let asked = Attempt(route: "POST /api/v1/validaties", outcome: 1903)
            try await scene.database.write {
                try asked.note(by: scene.waterschap.id, in: $0, at: scene.now)
                try asked.note(by: scene.waterschap.id, in: $0, at: scene.now.advanced(bySeconds: 1))
            }
            let after = try await tried(by: scene.waterschap, in: scene)
            #expect(
                after == [
                    "bijlage", "latere-publicatie", "opnieuw-aangeleverd", "Verwerkt",
                    "BerichtTypeNietOndersteund", "validatie-storing",
                ])
            let others = try await tried(by: scene.gemeente, in: scene)
            #expect(others == [])
            let check = try await scene.database.read { transaction in
                try SelfCheck.read(of: scene.waterschap.id, rehearsal, in: transaction)
            }
            let sentTo = check.citizens.filter { $0.deliveredAt != nil }.map(\.citizen.behaviour.name)
            #expect(sentTo == ["receives", "unknown-type"])
        }
    }

    private func tried(by organisation: Organisation, in scene: Scene) async throws -> [String] {
        let rehearsal = try Self.rehearsal()
        return try await scene.database.read { try SelfCheck.read(of: organisation.id, rehearsal, in: $0) }
            .lines
            .filter { $0.lastAt != nil }.map(\.step.key)
    }

    @Test func `each step of the self-check has a key of its own`() {
        let keys = SelfCheck.Step.all.map(\.key)
        #expect(Set(keys).count == keys.count)
    }
}

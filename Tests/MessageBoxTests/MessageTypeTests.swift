import CivilTime
import Identity
import Journal
import MessageBox
import SQL
import TestKit
import Testing

@Suite struct MessageTypeTests {
    private let actor = Actor.supplier("waterschap", role: "beheerder")

    @Test(arguments: TestDatabase.kinds)
    func `a message type is sensitive only when its organisation said so`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            let (waterschap, gemeente, now) = (scene.waterschap.id, scene.gemeente.id, scene.now)
            try await scene.database.write { transaction in
                try MessageType.define(
                    "ZORG", title: "Zorg", active: true, sensitive: true, of: waterschap, in: transaction,
                    at: now)
                try MessageType.define(
                    "ZORG", title: "Zorg", active: true, of: gemeente, in: transaction, at: now)
            }
            let asked: [(String, Organisation.ID)] = [
                ("ZORG", waterschap), ("ZORG", gemeente), ("WATER", waterschap), ("NIETS", waterschap),
            ]
            let answers = try await scene.database.read { transaction in
                try asked.map { try MessageType.isSensitive($0, of: $1, in: transaction) }
            }
            #expect(answers == [true, false, false, false])
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a type is made once, and every change is in its history`(_ kind: TestDatabase.Kind) async throws {
        try await withScene(kind) { scene in
            let (id, now, actor) = (scene.waterschap.id, scene.now, actor)
            let later = now.advanced(bySeconds: 1)
            try await scene.database.write { transaction in
                let made = try MessageType.create(
                    code: "KWIJT", title: "Kwijtschelding", isActive: true, isSensitive: false, of: id,
                    by: actor, in: transaction, at: now)
                let changed = try MessageType.change(
                    "KWIJT", to: .init(title: "Kwijtschelding belasting", isSensitive: true),
                    expecting: made.changedAt, of: id, by: actor, in: transaction, at: later)
                #expect(changed.changedAt > made.changedAt)
                let same = try MessageType.change(
                    "KWIJT", to: .init(isActive: true), expecting: changed.changedAt, of: id, by: actor,
                    in: transaction, at: now)
                #expect(same == changed)
                #expect(try MessageType.find("KWIJT", of: id, in: transaction) == changed)
                #expect(try MessageType.find("KWIJT", of: scene.gemeente.id, in: transaction) == nil)
                let entries = try AuditTrail.entries(
                    about: MessageType.auditObject("KWIJT", of: id), limit: 10, in: transaction)
                let states = entries.compactMap { MessageType.State(detail: $0.entry.detail) }
                #expect(states.map(\.title) == ["Kwijtschelding belasting", "Kwijtschelding"])
                #expect(states.map(\.isSensitive) == [true, false])
                #expect(throws: MessageTypeError.codeTaken) {
                    try MessageType.create(
                        code: "KWIJT", title: "Nog een", isActive: true, isSensitive: false, of: id,
                        by: actor, in: transaction, at: now)
                }
            }
        }
    }

    @Test(arguments: [
        ("", "Titel", ["code"]), ("NEGEN-TEK", "Titel", ["code"]), ("a b", "Titel", ["code"]),
        ("é", "Titel", ["code"]), ("A", "", ["titel"]), ("A", " ", ["titel"]), ("A", "een\ntwee", ["titel"]),
        ("A/B", String(repeating: "e", count: 101), ["code", "titel"]),
    ])
    func `what a type cannot be is told at once, all of it`(
        _ code: String, _ title: String, _ paths: [String]
    ) async throws {
        try await withScene(.sqlite) { scene in
            let (id, now, actor) = (scene.waterschap.id, scene.now, actor)
            let outcome = try await scene.database.write { transaction -> [String] in
                do {
                    _ = try MessageType.create(
                        code: code, title: title, isActive: true, isSensitive: false, of: id, by: actor,
                        in: transaction, at: now)
                    return []
                } catch MessageTypeError.fields(let faults) {
                    return faults.map(\.path)
                }
            }
            #expect(outcome == paths)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `of two who change a type at the same time, one is told that somebody was first`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            let (id, actor) = (scene.waterschap.id, actor)
            let known = try await scene.database.read { try MessageType.find("WATER", of: id, in: $0) }
            let version = try #require(known).changedAt
            let outcomes = try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<8 {
                    group.addTask {
                        do {
                            _ = try await scene.database.write { transaction in
                                try MessageType.change(
                                    "WATER", to: .init(title: "Titel \(number)"), expecting: version, of: id,
                                    by: actor, in: transaction, at: scene.now)
                            }
                            return true
                        } catch MessageTypeError.changedMeanwhile {
                            return false
                        }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.count(where: \.self) == 1)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a deactivated type refuses deliveries, an activated one takes them again (SNO-19)`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            let (id, actor) = (scene.waterschap.id, actor)
            var outcomes: [[String]] = []
            for (number, isActive) in [(1, false), (2, true)] {
                try await scene.database.write { transaction in
                    let version = try #require(try MessageType.find("WATER", of: id, in: transaction))
                    _ = try MessageType.change(
                        "WATER", to: .init(isActive: isActive), expecting: version.changedAt, of: id,
                        by: actor, in: transaction, at: scene.now)
                }
                outcomes.append(try await scene.outcome(of: Batch(100 + number, [Letter(number)])))
            }
            #expect(outcomes == [["BerichtTypeNietOndersteund ValidatieBerichtType"], [verwerkt]])
        }
    }
}

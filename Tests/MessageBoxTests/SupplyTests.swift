import CivilTime
import Identity
import SQL
import TestKit
import Testing
import Work

@testable import MessageBox

/// What an organisation sees of what it supplied: totals, lists and the story of one message.
@Suite struct SupplyTests {
    private static let today = Scene.start.localDate
    private static let mixed = [
        Letter(1), Letter(2) { $0.recipient = Scene.bilal },
        Letter(3) { $0.recipient = Scene.stranger },
        Letter(4) { $0.type = "NIETS" }, Letter(5) { $0.type = "OUD" },
        Letter(6) { $0.subject = String(repeating: "a", count: 51) },
    ]

    private func figures(
        _ scene: Scene, of organisation: Organisation
    ) async throws
        -> SupplyTotals.Figures?
    {
        try await scene.database.read { transaction in
            try SupplyTotals.figures(
                of: organisation.id, over: Self.today...Self.today, in: transaction)[Self.today]
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func
        `offered is what was processed, rejected and waits, each under the organisation's own day (SNO-19)`(
            _ kind: TestDatabase.Kind
        ) async throws
    {
        try await withScene(kind) { scene in
            try await scene.deliver(Batch(1, Self.mixed))
            try await scene.deliver(Batch(1, [Letter(9)]), by: scene.waterschap)
            #expect(try await figures(scene, of: scene.waterschap) == .init(waiting: 7))
            try await scene.process()
            #expect(
                try await figures(scene, of: scene.waterschap) == .init(processed: 3, rejected: 4))
            #expect(try await figures(scene, of: scene.gemeente) == nil)
            let codes = try await scene.database.read { transaction in
                try SupplyTotals.codes(
                    of: scene.waterschap.id, over: Self.today...Self.today, in: transaction
                ).map { "\($0.code.rawValue) \($0.messages)" }
            }
            #expect(
                codes == [
                    "Verwerkt 3", "BerichtTypeNietOndersteund 2", "NietActiefOfGeabonneerd 1",
                    "XmlValidatieTegenXsdValtNegatiefUit 1",
                ])
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `totals are what the lines say; a wrong one is found and put right`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            try await scene.deliver(Batch(1, Self.mixed))
            try await scene.process()
            let (id, now) = (scene.waterschap.id, scene.now)
            let check: @Sendable (any Transaction) throws -> [SupplyTotals.Difference] = { transaction in
                try SupplyTotals.check(of: id, on: Self.today, in: transaction)
            }
            #expect(try await scene.database.read(check).isEmpty)
            try await scene.database.write { transaction in
                try transaction.run(
                    "UPDATE message_total SET message_count = 9 WHERE code = \(ProcessingCode.processed)")
                try transaction.run(
                    "DELETE FROM message_total WHERE code = \(ProcessingCode.schemaInvalid)")
                try transaction.run(
                    "UPDATE message_total SET rule = 0 WHERE code = \(ProcessingCode.typeNotSupported)")
            }
            let found = try await scene.database.read(check)
            #expect(
                found.map { "\($0.count.code.rawValue) \($0.kept) \($0.counted)" }.sorted() == [
                    "BerichtTypeNietOndersteund 0 2", "Verwerkt 9 2",
                    "XmlValidatieTegenXsdValtNegatiefUit 0 1",
                ])
            try await scene.database.write { transaction in
                try SupplyTotals.rebuild(of: id, on: Self.today, in: transaction, at: now)
            }
            #expect(try await scene.database.read(check).isEmpty)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `portions that settle at the same time each add to the totals once`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            var receipts: [Receipt] = []
            for number in 1...8 {
                receipts.append(try await scene.deliver(Batch(number, [Letter(number)])))
            }
            try await scene.settleAtOnce(receipts)
            #expect(try await figures(scene, of: scene.waterschap) == .init(processed: 8))
        }
    }

    @Test func `a message just before midnight counts on its own day, in Amsterdam`() async throws {
        try await withScene(.sqlite) { scene in
            let midnight = Instant(startOf: Self.today.advanced(byDays: 1))
            for (number, second) in [(1, -1), (2, 0)] as [(Int, Int64)] {
                scene.clock.set(midnight.advanced(bySeconds: second))
                var batch = Batch(number, [Letter(number)])
                batch.madeAt = scene.now.rfc3339
                try await scene.deliver(batch)
            }
            try await scene.process()
            let days = Self.today...Self.today.advanced(byDays: 1)
            let figures = try await scene.database.read { transaction in
                try SupplyTotals.figures(of: scene.waterschap.id, over: days, in: transaction)
            }
            #expect(figures.mapValues(\.processed) == [days.lowerBound: 1, days.upperBound: 1])
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a year of figures reads one range of totals, and no message`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            let id = scene.waterschap.id
            let plans = try await scene.database.write { transaction in
                let explaining = try ExplainingTransaction(transaction)
                let year = Self.today.advanced(byDays: -365)...Self.today
                _ = try SupplyTotals.figures(of: id, over: year, in: explaining)
                _ = try SupplyTotals.codes(of: id, over: year, in: explaining)
                _ = try SupplyTotals.counts(of: id, over: year, after: nil, limit: 100, in: explaining)
                for code in [nil, ProcessingCode.processed, .schemaInvalid] {
                    _ = try SuppliedMessage.list(
                        of: id, on: Self.today, with: code, before: nil, limit: 50, in: explaining)
                }
                return (explaining.wholeReads, explaining.plans.count)
            }
            #expect(plans.0.isEmpty, "\(plans.0)")
            #expect(plans.1 >= 6)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `the counts of a year come in pieces, each once and in order`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            let (id, now) = (scene.waterschap.id, scene.now)
            let days = Self.today.advanced(byDays: -9)...Self.today
            let counts = try await scene.database.write { transaction in
                for day in 0..<10 {
                    for type in ["A", "B", ""] {
                        try SupplyTotals.add(
                            2,
                            to: .init(
                                day: days.lowerBound.advanced(byDays: day), typeCode: type, code: .processed,
                                stage: .notApplicable), of: id, in: transaction, at: now)
                    }
                }
                var all: [SupplyTotals.Count] = []
                while true {
                    let piece = try SupplyTotals.counts(
                        of: id, over: days, after: all.last, limit: 7, in: transaction)
                    all += piece.map(\.count)
                    if piece.count < 7 { return all }
                }
            }
            #expect(counts.count == 30)
            #expect(counts == counts.sorted())
            #expect(Set(counts).count == 30)
        }
    }
}

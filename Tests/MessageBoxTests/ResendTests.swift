import CivilTime
import Identity
import MessageBox
import SQL
import TestKit
import Testing

@Suite struct ResendTests {
    @Test(arguments: TestDatabase.kinds)
    func `the same batch with the same bytes gets the first answer again, and nothing is new`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            let first = try await scene.deliver(Batch(1, [Letter(1), Letter(2)]))
            scene.clock.pass(3_600)
            let before = try await scene.deliver(Batch(1, [Letter(1), Letter(2)]))
            try await scene.process()
            scene.clock.pass(3_600)
            let after = try await scene.deliver(Batch(1, [Letter(1), Letter(2)]))
            try await scene.process()
            for again in [before, after] {
                #expect(again.isRepeat)
                #expect(again.id == first.id)
                #expect(again.receivedAt == first.receivedAt)
                #expect(again.messageCount == 2)
            }
            #expect(try await scene.count("SELECT COUNT(*) FROM delivery") == 1)
            #expect(try await scene.count("SELECT COUNT(*) FROM message") == 2)
            #expect(try await scene.count("SELECT COUNT(*) FROM report") == 1)
            #expect(try await scene.count("SELECT COUNT(*) FROM blob") == 1)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `the same batch with other bytes is a new delivery that judges each message by itself`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            #expect(try await scene.outcome(of: Batch(1, [Letter(1)])) == [verwerkt])
            scene.clock.pass(60)
            let lines = try await scene.outcome(of: Batch(1, [Letter(1), Letter(2)]))
            #expect(lines == [bestaatAl, verwerkt])
            let last = try await scene.database.read { transaction in
                try Delivery.last(
                    try #require(SupplierGUID(guid(1))), of: scene.waterschap.id, in: transaction)
            }
            #expect(last?.messageCount == 2)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a rejected message may come again, also changed; a processed one may not (SNO-13)`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            let wrong = Letter(1) { $0.type = "NIETS" }
            let first = try await scene.outcome(of: Batch(1, [wrong]))
            #expect(first == [CodeTests.type])
            #expect(try await scene.outcome(of: Batch(2, [wrong])) == [CodeTests.type])
            let right = Letter(1) { $0.subject = "verbeterd" }
            #expect(try await scene.outcome(of: Batch(3, [right])) == [verwerkt])
            #expect(try await scene.outcome(of: Batch(4, [right])) == [bestaatAl])
            let upper = Letter(1) { $0.id = $0.id.uppercased() }
            #expect(try await scene.outcome(of: Batch(5, [upper])) == [bestaatAl])
            #expect(try await scene.subjects(in: Scene.anna) == ["verbeterd"])
        }
    }

    @Test func `another organisation may use the same ids`() async throws {
        try await withScene(.sqlite) { scene in
            try await scene.deliver(Batch(1))
            var theirs = Batch(1)
            theirs.supplier = scene.gemeente.oin.digits
            #expect(try await scene.outcome(of: theirs, by: scene.gemeente) == [verwerkt])
            #expect(try await scene.subjects(in: Scene.anna).count == 2)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `all of the last 24 hours delivered again arrives once (SNO-13)`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            var sent: [Batch] = []
            for hour in 0..<24 {
                var batch = Batch(hour, (0..<5).map { number in Letter(hour * 10 + number) })
                batch.madeAt = scene.now.rfc3339
                try await scene.deliver(batch)
                sent.append(batch)
                scene.clock.pass(3_599)
            }
            try await scene.process()
            for (hour, batch) in sent.enumerated() {
                // Half of them as they were, half put together anew under other batch ids.
                var again = batch
                if hour % 2 == 1 { again.id = guid(hour + 500) }
                try await scene.deliver(again)
            }
            try await scene.process()
            #expect(try await scene.count("SELECT COUNT(*) FROM message") == 120)
            #expect(try await scene.count("SELECT COUNT(*) FROM notification") == 120)
            #expect(try await scene.count("SELECT COUNT(*) FROM delivery") == 36)
            let refused = try await scene.count(
                "SELECT COUNT(*) FROM report_line WHERE code = 'BerichtBestaatAl'")
            #expect(refused == 60)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a message that stands twice in one batch arrives once`(_ kind: TestDatabase.Kind) async throws {
        try await withScene(kind) { scene in
            let upper = Letter(1) { $0.id = $0.id.uppercased() }
            let receipt = try await scene.deliver(Batch(1, [Letter(1), upper, Letter(2), Letter(1)]))
            try await scene.process()
            #expect(try await scene.lines(of: receipt) == [verwerkt, bestaatAl, verwerkt, bestaatAl])
            #expect(try await scene.report(of: receipt).document.lines[1].messageID.text == upper.id)
            #expect(try await scene.count("SELECT COUNT(*) FROM message") == 2)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `the same batch from many connections at once is kept once`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            let receipts = try await withThrowingTaskGroup(of: Receipt.self) { group in
                for _ in 0..<12 { group.addTask { try await scene.deliver(Batch(1)) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(receipts.map(\.id)).count == 1)
            #expect(receipts.filter { !$0.isRepeat }.count == 1)
            #expect(try await scene.count("SELECT COUNT(*) FROM delivery") == 1)
        }
    }

    /// Each task processes a delivery of its own with the same message in it, so that their judgements
    /// overlap.
    @Test(arguments: TestDatabase.kinds)
    func `one message in many deliveries processed at once arrives once`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            var receipts: [Receipt] = []
            for number in 1...8 { receipts.append(try await scene.deliver(Batch(number))) }
            try await scene.settleAtOnce(receipts)
            var lines: [String] = []
            for receipt in receipts { lines += try await scene.lines(of: receipt) }
            #expect(lines.filter { $0 == verwerkt }.count == 1)
            #expect(lines.filter { $0 == bestaatAl }.count == 7)
            #expect(try await scene.count("SELECT COUNT(*) FROM message") == 1)
            #expect(try await scene.count("SELECT COUNT(*) FROM notification") == 1)
            let numbers = try await scene.database.read { transaction in
                try transaction.rows("SELECT number FROM report ORDER BY number") { try $0.next(Int.self) }
            }
            #expect(numbers == Array(1...8))
        }
    }
}

import CivilTime
import SQL
import TestKit
import Testing
import Work

@Suite struct LeasingTests {
    @Test(arguments: TestDatabase.kinds)
    func `items of a destination are served in order of arrival, by one worker at a time`(
        kind: TestDatabase.Kind
    )
        async throws
    {
        try await withDatabase(kind, WorkSchema.migrations) { database in
            for text in ["1", "2", "3"] { try await database.enqueue(text, for: "a") }
            let lane = try #require(try await database.lease(at: noon, limit: 2))
            #expect(lane.texts == ["1", "2"])
            #expect(try await database.lease(at: noon) == nil)
            try await database.act { transaction in
                for item in lane.items { try lane.complete(item, in: transaction) }
                try lane.release(in: transaction)
            }
            #expect(try await database.lease(at: noon)?.texts == ["3"])
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `lanes take turns, the one that waited longest first`(kind: TestDatabase.Kind) async throws {
        try await withDatabase(kind, WorkSchema.migrations) { database in
            for (second, name) in zip(Int64(1)..., ["b", "a", "c", "b", "b"]) {
                try await database.enqueue(name, for: name, at: noon + second)
            }
            var order: [String] = []
            while let lane = try await database.lease(at: noon + 100 + Int64(order.count), limit: 1) {
                order.append(lane.destination)
                try await database.act { transaction in
                    try lane.complete(lane.items[0], in: transaction)
                    try lane.release(in: transaction)
                }
            }
            #expect(order == ["b", "a", "c", "b", "b"])
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `what is not due yet waits, and a sleeping lane wakes for new work`(
        kind: TestDatabase.Kind
    ) async throws {
        try await withDatabase(kind, WorkSchema.migrations) { database in
            try await database.enqueue("later", for: "a", at: noon + 100)
            #expect(try await database.lease(at: noon + 99) == nil)
            let late = try #require(try await database.lease(at: noon + 100))
            try await database.act { transaction in
                try late.complete(late.items[0], in: transaction)
                try late.release(in: transaction)
            }
            #expect(try await database.lease(at: noon + 101) == nil)
            try await database.enqueue("new", for: "a", at: noon + 102)
            #expect(try await database.lease(at: noon + 102)?.texts == ["new"])
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a killed worker's items are taken over, and its late acts do not count`(
        kind: TestDatabase.Kind
    )
        async throws
    {
        try await withDatabase(kind, WorkSchema.migrations) { database in
            try await database.enqueue("1", for: "a")
            let killed = try #require(try await database.lease(at: noon, seconds: 60))
            #expect(try await database.lease(at: noon + 59) == nil)
            let heir = try #require(try await database.lease(at: noon + 60))
            #expect(heir.texts == ["1"])
            #expect(heir.token > killed.token)
            await #expect(throws: WorkError.leaseLost) {
                try await database.act { try killed.complete(killed.items[0], in: $0) }
            }
            await #expect(throws: WorkError.leaseLost) {
                try await database.act { try killed.release(in: $0) }
            }
            try await database.act { try heir.complete(heir.items[0], in: $0) }
            await #expect(throws: WorkError.leaseLost) {
                try await database.act { try heir.complete(heir.items[0], in: $0) }
            }
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `who owns the database alone goes on at once with what its dead predecessor held`(
        kind: TestDatabase.Kind
    ) async throws {
        try await withDatabase(kind, WorkSchema.migrations) { database in
            try await database.enqueue("1", for: "a")
            let killed = try #require(try await database.lease(at: noon, seconds: 60))
            try await database.act { try Work.takeOver(in: $0, at: noon + 1) }
            let heir = try #require(try await database.lease(at: noon + 1))
            #expect(heir.texts == ["1"])
            await #expect(throws: WorkError.leaseLost) {
                try await database.act { try killed.complete(killed.items[0], in: $0) }
            }
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a lease is extended by its holder`(kind: TestDatabase.Kind) async throws {
        try await withDatabase(kind, WorkSchema.migrations) { database in
            try await database.enqueue("1", for: "a")
            let lane = try #require(try await database.lease(at: noon, seconds: 60))
            try await database.act { try lane.extend(seconds: 60, in: $0, at: noon + 50) }
            #expect(try await database.lease(at: noon + 109) == nil)
            #expect(try await database.lease(at: noon + 110) != nil)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `progress is there for whoever goes on`(kind: TestDatabase.Kind) async throws {
        try await withDatabase(kind, WorkSchema.migrations) { database in
            try await database.enqueue("batch", for: "a")
            let first = try #require(try await database.lease(at: noon))
            try await database.act { try first.progress(first.items[0], [42], in: $0) }
            let second = try #require(try await database.lease(at: noon + 60))
            #expect(second.items[0].progress == [42])
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a lease is refused to the second of two who take it at once`(kind: TestDatabase.Kind) async throws {
        try await withDatabase(kind, WorkSchema.migrations) { database in
            for number in 1...20 { try await database.enqueue("\(number)", for: "lane \(number % 2)") }
            let lanes = try await withThrowingTaskGroup(of: LeasedLane?.self) { group in
                for _ in 0..<4 { group.addTask { try await database.lease(at: noon + 1) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(lanes.compactMap { $0?.destination }) == ["lane 0", "lane 1"])
            #expect(lanes.compactMap { $0 }.count == 2)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `acts that enqueue for one destination at once all arrive`(kind: TestDatabase.Kind) async throws {
        try await withDatabase(kind, WorkSchema.migrations) { database in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<100 { group.addTask { try await database.enqueue("\(number)", for: "a") } }
                try await group.waitForAll()
            }
            let lane = try #require(try await database.lease(at: noon, limit: 200))
            #expect(Set(lane.texts).count == 100)
        }
    }
}

import CivilTime
import SQL
import TestKit
import Testing
import Work

@Suite struct FailureTests {
    @Test(arguments: TestDatabase.kinds)
    func `a retried item leaves the line, and the others go on`(kind: TestDatabase.Kind) async throws {
        try await withDatabase(kind, WorkSchema.migrations) { database in
            for text in ["1", "2"] { try await database.enqueue(text, for: "a") }
            let lane = try #require(try await database.lease(at: noon))
            try await database.act { transaction in
                try lane.retry(lane.items[0], at: noon + 30, reason: "451", in: transaction)
                try lane.release(in: transaction)
            }
            let next = try #require(try await database.lease(at: noon))
            #expect(next.texts == ["2"])
            try await database.act { transaction in
                try next.complete(next.items[0], in: transaction)
                try next.release(in: transaction)
            }
            #expect(try await database.lease(at: noon + 29) == nil)
            #expect(try await database.lease(at: noon + 30)?.items.map(\.failures) == [1])
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `after its last attempt an item is a dead letter, until it is revived`(
        kind: TestDatabase.Kind
    )
        async throws
    {
        try await withDatabase(kind, WorkSchema.migrations) { database in
            try await database.enqueue("1", for: "a")
            for attempt in Int64(1)...3 {
                let lane = try #require(try await database.lease(at: noon + attempt))
                let outcome = try await database.write { transaction in
                    let outcome = try lane.retry(
                        lane.items[0], at: noon + attempt + 1, reason: "550", in: transaction)
                    try lane.release(in: transaction)
                    return outcome
                }
                #expect(outcome == (attempt == 3 ? .dead : .again))
            }
            #expect(try await database.lease(at: noon + 100) == nil)
            let dead = try await database.read { try Work.deadLetters(push, limit: 10, in: $0) }
            #expect(dead.map(\.reason) == ["550"])
            #expect(dead.map(\.failures) == [3])
            let number = dead[0].number
            #expect(try await database.write { try Work.revive(number, in: $0, at: noon + 200) })
            #expect(try await database.lease(at: noon + 200)?.texts == ["1"])
            #expect(try await database.write { try !Work.discard(number, in: $0) })
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `one dead destination of fifty delays only itself`(kind: TestDatabase.Kind) async throws {
        try await withDatabase(kind, WorkSchema.migrations) { database in
            try await database.act { transaction in
                for number in 0..<500 {
                    try Work.enqueue(
                        NewWorkItem(kind: push, destination: "\(number % 50)", payload: [], dueAt: noon),
                        in: transaction, at: noon)
                }
            }
            var visits: [String: Int] = [:]
            while let lane = try await database.lease(at: noon, limit: 4) {
                visits[lane.destination, default: 0] += 1
                try await database.act { transaction in
                    if lane.destination == "7" { return try lane.fail(in: transaction, at: noon, jitter: 1) }
                    for item in lane.items { try lane.complete(item, in: transaction) }
                    try lane.release(in: transaction)
                }
            }
            #expect(visits["7"] == 1)
            #expect(visits.values.filter { $0 == 3 }.count == 49)
            let left = try await database.read { try Work.pending(push, in: $0) }
            #expect(left == 10)
            try await database.enqueue("", for: "7", at: noon + 1)
            #expect(try await database.lease(at: noon + 4) == nil)
            #expect(try await database.lease(at: noon + 5)?.destination == "7")
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a dead destination with very many items costs a claim nothing`(kind: TestDatabase.Kind) async throws
    {
        try await withDatabase(kind, WorkSchema.migrations) { database in
            try await database.act { transaction in
                try transaction.run(
                    """
                    INSERT INTO work_item (kind, destination, payload, due_at, enqueued_at, failures, state)
                    WITH RECURSIVE counting (n) AS (
                      SELECT 1 UNION ALL SELECT n + 1 FROM counting WHERE n < 20000
                    )
                    SELECT 'push', 'dead', \([UInt8]()), n, 0, 0, 1 FROM counting
                    """)
                try transaction.run(
                    """
                    INSERT INTO lane (kind, destination, next_at, token, failures)
                    VALUES ('push', 'dead', 0, 0, 0)
                    """)
            }
            let dead = try #require(try await database.lease(at: noon, limit: 10))
            #expect(dead.items.map(\.dueAt.microseconds) == Array(1...10))
            try await database.act { try dead.fail(in: $0, at: noon, jitter: 0) }
            try await database.enqueue("1", for: "alive")
            #expect(try await database.lease(at: noon)?.destination == "alive")
            guard kind == .sqlite else { return }
            let plan = try await database.read { transaction in
                try transaction.rows(
                    """
                    EXPLAIN QUERY PLAN
                    SELECT number FROM work_item
                    WHERE kind = 'push' AND destination = 'dead' AND state = 1 AND due_at <= 9
                    ORDER BY due_at, number
                    LIMIT 10
                    """
                ) { row in
                    for _ in 0..<3 { _ = try row.next(Int.self) }
                    return try row.next(String.self)
                }
            }
            #expect(plan.count == 1 && plan[0].contains("work_item_line"))
        }
    }

    @Test(arguments: [(1, 2.5, 5.0), (2, 5, 10), (4, 20, 40), (11, 1_800, 3_600), (5_000, 1_800, 3_600)])
    func `waiting doubles up to an hour and is spread`(failures: Int, least: Double, most: Double) {
        let wait = BackOff.standard
        #expect(wait.microseconds(afterFailures: failures, jitter: 0) == Int64(least * 1_000_000))
        #expect(wait.microseconds(afterFailures: failures, jitter: 1) == Int64(most * 1_000_000))
    }
}

import CivilTime
import Identity
import SQL
import TestKit
import Testing

@testable import MessageBox

/// A key by which the same request may come again (facts of the peers, complaint 6).
@Suite struct IdempotencyTests {
    @Test(arguments: TestDatabase.kinds)
    func `a question to the subscription service under a known key is not asked twice`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            let first = try await scene.ask(.all, idempotencyKey: "k1")
            let again = try await scene.ask(.all, idempotencyKey: "k1")
            #expect(again.id == first.id)
            await #expect(throws: IdempotencyError.reused) {
                try await scene.ask(.changes(since: Scene.start), idempotencyKey: "k1")
            }
            let other = try await scene.ask(.all, idempotencyKey: "k2")
            #expect(other.id != first.id)
            #expect(try await scene.count("SELECT COUNT(*) FROM subscription_request") == 2)
            let theirs = try await scene.ask(.all, by: scene.gemeente, idempotencyKey: "k1")
            #expect(theirs.id != first.id)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `requests under one key that come together are one`(_ kind: TestDatabase.Kind) async throws {
        try await withScene(kind) { scene in
            let ids = try await withThrowingTaskGroup { group in
                for _ in 0..<6 { group.addTask { try await scene.ask(.all, idempotencyKey: "k").id } }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(ids.count == 1)
            #expect(try await scene.count("SELECT COUNT(*) FROM subscription_request") == 1)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `of two messages under one key that come together, one is taken`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            let taken = await withTaskGroup(of: Bool.self) { group in
                for number in 1...4 {
                    group.addTask {
                        do {
                            try await scene.deliver(
                                json: JSONTests.message(id: guid(number)), idempotencyKey: "k")
                            return true
                        } catch {
                            return false
                        }
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(taken == 1)
            let deliveries = try await scene.count("SELECT COUNT(*) FROM delivery")
            #expect(deliveries == 1)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a key is forgotten after its term, and then stands for a new request`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            let first = try await scene.ask(.all, idempotencyKey: "k")
            scene.clock.pass(7 * 86_400)
            try await Retention.apply(facilities: scene.facilities, at: scene.now)
            #expect(try await scene.ask(.all, idempotencyKey: "k").id == first.id)
            scene.clock.pass(1)
            try await Retention.apply(facilities: scene.facilities, at: scene.now)
            #expect(try await scene.count("SELECT COUNT(*) FROM idempotency") == 0)
            #expect(try await scene.ask(.all, idempotencyKey: "k").id != first.id)
        }
    }

    @Test(arguments: ["", String(repeating: "k", count: 201), "a\0b"])
    func `what is no key is refused`(_ text: String) {
        #expect(throws: IdempotencyError.invalid) { try IdempotencyKey(text) }
    }
}

import CivilTime
import Logging
import SQL
import ServiceLifecycle
import Synchronization
import TestKit
import Testing
import Work

@Suite struct LaneRunnerTests {
    @Test(arguments: TestDatabase.kinds)
    func `the bell brings work to the workers, each item once, and shutdown ends them`(
        kind: TestDatabase.Kind
    )
        async throws
    {
        try await withDatabase(kind, WorkSchema.migrations) { database in
            let (bell, served) = (WorkBell(), Served())
            try await running(database, bell, served) {
                for number in 0..<60 {
                    try await database.enqueue("\(number)", for: "\(number % 6)")
                    bell.ring(push)
                }
                await served.reached(60)
            }
            #expect(served.texts.count == 60)
            #expect(Set(served.texts).count == 60)
            #expect(try await database.read { try Work.pending(push, in: $0) } == 0)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `work that throws makes its lane wait, and the others are served`(
        kind: TestDatabase.Kind
    ) async throws {
        try await withDatabase(kind, WorkSchema.migrations) { database in
            let (bell, served) = (WorkBell(), Served())
            for number in 0..<10 { try await database.enqueue("\(number)", for: number == 3 ? "down" : "up") }
            try await running(database, bell, served) { await served.reached(9) }
            #expect(!served.texts.contains("3"))
            #expect(try await database.lease(at: noon) == nil)
            #expect(try await database.lease(at: noon + 5)?.texts == ["3"])
        }
    }

    /// Serves until the body has ended, then shuts down gracefully.
    private func running(
        _ database: any Database, _ bell: WorkBell, _ served: Served,
        _ body: @escaping @Sendable () async throws -> Void
    ) async throws {
        let runner = LaneRunner(
            push, workers: 3, itemsPerLease: 5, pollMilliseconds: 50, database: database, bell: bell,
            now: { noon }, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        ) { lane in
            struct Down: Error {}
            if lane.destination == "down" { throw Down() }
            for item in lane.items {
                try await database.write { try lane.complete(item, in: $0) }
                served.note(String(decoding: item.payload, as: UTF8.self))
            }
        }
        let group = ServiceGroup(
            services: [runner], logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            try await body()
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }
}

private final class Served: Sendable {
    private let list = Mutex<[String]>([])
    private let (notes, continuation) = AsyncStream.makeStream(of: Void.self)

    var texts: [String] { list.withLock { $0 } }

    func note(_ text: String) {
        list.withLock { $0.append(text) }
        continuation.yield()
    }

    /// For one waiter, once.
    func reached(_ count: Int) async {
        for await _ in notes where texts.count >= count { return }
    }
}

import Dispatch
import SQL
import Testing

@Suite struct BlockingLineTests {
    @Test func `who finds the line full is refused, who is in it is served`() async throws {
        let line = BlockingLine(label: "test", width: 1, waitingLimit: 1, patienceMilliseconds: 60_000)
        let gate = DispatchSemaphore(value: 0)
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<3 {
                group.addTask {
                    do {
                        try await line.run { gate.wait() }
                        return true
                    } catch {
                        #expect(error as? SQLError == .unavailable("more than 1 callers wait for it"))
                        gate.signal()
                        gate.signal()
                        return false
                    }
                }
            }
            return await group.reduce(into: [Bool]()) { $0.append($1) }
        }
        #expect(outcomes.filter { $0 }.count == 2)
    }

    @Test func `who waits too long is refused`() async throws {
        let line = BlockingLine(label: "test", width: 1, waitingLimit: 10, patienceMilliseconds: 1)
        let gate = DispatchSemaphore(value: 0)
        let entered = AsyncStream<Void>.makeStream()
        async let first: Void = line.run {
            entered.continuation.yield()
            gate.wait()
        }
        for await _ in entered.stream { break }
        await #expect(throws: SQLError.unavailable("it had no time within 1 ms")) { try await line.run {} }
        gate.signal()
        try await first
    }

    @Test func `a closed line serves those it took and refuses the rest`() async throws {
        let line = BlockingLine(label: "test", width: 2, waitingLimit: 10, patienceMilliseconds: 60_000)
        #expect(try await line.run { 7 } == 7)
        await line.close()
        await #expect(throws: SQLError.unavailable("it is closed")) { try await line.run {} }
    }
}

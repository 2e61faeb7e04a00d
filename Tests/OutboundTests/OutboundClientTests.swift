import CivilTime
import Outbound
import Synchronization
import TestKit
import Testing

@Suite struct OutboundClientTests {
    private static let limits = OutboundLimits(
        connectMilliseconds: 2_000, totalMilliseconds: 300, bodyBytes: 100)

    private func ask(
        _ path: String = "/", breaker: CircuitBreaker? = nil,
        _ answer: @escaping @Sendable (TinyServer.Asked) -> TinyServer.Answer
    ) async throws -> OutboundAnswer {
        let server = try await TinyServer.start(answer)
        let client = OutboundClient(limits: Self.limits, breaker: breaker)
        let outcome: Result<OutboundAnswer, OutboundError>
        do {
            outcome = .success(try await client.get(server.url + path))
        } catch {
            outcome = .failure(error)
        }
        try await client.close()
        try await server.stop()
        return try outcome.get()
    }

    @Test(arguments: [200, 204, 404, 503])
    func `an answer with any status is an answer`(_ status: Int) async throws {
        let answer = try await ask { _ in .with(status, headers: ["X-Soort": "proef"]) }
        #expect(answer.status == status)
        #expect(answer.values(of: "x-soort") == ["proef"])
    }

    @Test func `what is handed in arrives as it was`() async throws {
        let server = try await TinyServer.start { asked in
            .with(200, body: "\(asked.method) \(asked.headers["content-type"] ?? "") \(asked.body)")
        }
        let client = OutboundClient()
        let answer = try await client.post(
            server.url, headers: [OutboundHeader("Content-Type", "text/plain")], body: Array("vraag".utf8))
        #expect(String(decoding: answer.body, as: UTF8.self) == "POST text/plain vraag")
        try await client.close()
        try await server.stop()
    }

    @Test func `a redirect is given back, not followed`() async throws {
        let answer = try await ask { asked in
            asked.path == "/" ? .with(302, headers: ["Location": "/elders"]) : .with(200)
        }
        #expect(answer.status == 302)
    }

    @Test func `an answer above the limit is not read`() async throws {
        await #expect(throws: OutboundError.tooLarge(limitBytes: 100)) {
            try await ask { _ in .with(200, body: String(repeating: "x", count: 101)) }
        }
        let whole = try await ask { _ in .with(200, body: String(repeating: "x", count: 100)) }
        #expect(whole.body.count == 100)
    }

    @Test(arguments: [TinyServer.Answer.never, .unfinished])
    func `a call ends in time when the answer does not come, or does not end`(
        _ answer: TinyServer.Answer
    ) async throws {
        await #expect(throws: OutboundError.timedOut(milliseconds: 300)) { try await ask { _ in answer } }
    }

    @Test func `a host where nothing listens is no connection`() async throws {
        let server = try await TinyServer.start { _ in .never }
        try await server.stop()
        let client = OutboundClient(
            limits: OutboundLimits(connectMilliseconds: 500, totalMilliseconds: 5_000))
        await #expect(throws: OutboundError.noConnection("the host does not answer")) {
            try await client.get(server.url)
        }
        try await client.close()
    }

    @Test(arguments: [
        "", "voorbeeld", "ftp://voorbeeld.example/", "https://", "http://naam:woord@voorbeeld.example/",
    ])
    func `what is no address to call is refused`(_ url: String) async throws {
        let client = OutboundClient()
        await #expect(throws: OutboundError.badURL) { try await client.get(url) }
        try await client.close()
    }

    @Test func `a destination that keeps failing is left alone, and tried again after a pause`() async throws
    {
        let time = Mutex(Instant(seconds: 1_000))
        let calls = Mutex(0)
        let server = try await TinyServer.start { _ in
            let count = calls.withLock { count in
                count += 1
                return count
            }
            return .with(count <= 3 ? 503 : 200)
        }
        let breaker = CircuitBreaker(failureLimit: 2, pauseSeconds: 30) { time.withLock { $0 } }
        let client = OutboundClient(breaker: breaker)
        for _ in 0..<2 { #expect(try await client.get(server.url).status == 503) }
        let until = Instant(seconds: 1_030)
        await #expect(throws: OutboundError.leftAlone(until: until)) {
            try await client.get(server.url + "/ander")
        }
        time.withLock { $0 = until }
        #expect(try await client.get(server.url).status == 503)
        await #expect(throws: OutboundError.leftAlone(until: Instant(seconds: 1_060))) {
            try await client.get(server.url)
        }
        time.withLock { $0 = Instant(seconds: 1_060) }
        for _ in 0..<2 { #expect(try await client.get(server.url).status == 200) }
        #expect(calls.withLock { $0 } == 5)
        try await client.close()
        try await server.stop()
    }
}

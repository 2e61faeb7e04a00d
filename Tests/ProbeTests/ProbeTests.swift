import CivilTime
import Logging
import Outbound
import ServiceLevels
import Synchronization
import TestKit
import Testing

@testable import Platform

@Suite struct ProbeTests {
    static let minute = Instant(seconds: 1_791_288_000)

    /// A clock that stands at a moment, and moves on when somebody sleeps.
    private final class Clock: Sendable {
        let moment = Mutex(ProbeTests.minute)

        var probeClock: ProbeClock {
            ProbeClock(
                now: { self.moment.withLock { $0 } },
                sleep: { until in
                    try Task.checkCancellation()
                    self.moment.withLock { $0 = max($0, until) }
                })
        }
    }

    private func look(
        _ answer: @escaping @Sendable (TinyServer.Asked) -> TinyServer.Answer
    ) async throws -> [ProbeHandIn.Line] {
        let server = try await TinyServer.start(answer)
        let client = OutboundClient()
        let looking = Looking(
            checks: [
                .signIn(at: server.url, with: client),
                .messageBox(at: server.url, with: client, token: { "geheim" }),
            ], clock: Clock().probeClock)
        let lines = try await looking.look(at: Self.minute)
        try await client.close()
        try await server.stop()
        return lines
    }

    @Sendable private static func healthy(_ asked: TinyServer.Asked) -> TinyServer.Answer {
        switch (asked.method, asked.path) {
        case ("GET", "/inloggen"): .with(200, body: "<h1>Inloggen als voorbeeldpersoon</h1>")
        case ("POST", "/inloggen/meting"):
            asked.headers["authorization"] == "Bearer geheim"
                ? .with(204, headers: ["Set-Cookie": "peil-sessie=abc; Path=/; HttpOnly"]) : .with(401)
        case ("GET", "/berichtenbox"): asked.headers["cookie"] == "peil-sessie=abc" ? .with(200) : .with(303)
        case ("POST", "/api/v1/metingen"): .with(204)
        default: .with(404)
        }
    }

    @Test func `SNO-30: each function is used as a person would, by its name in the agreement`() async throws
    {
        let lines = try await look(Self.healthy)
        #expect(lines.map(\.function) == ["message-box", "sign-in"])
        #expect(lines.allSatisfy { $0.isUp && $0.seen == nil && $0.minute == Self.minute.rfc3339 })
    }

    @Test func `SNO-30: a function is down when it fails twice in the minute, and the other is not`()
        async throws
    {
        let lines = try await look { asked in asked.path == "/berichtenbox" ? .with(500) : Self.healthy(asked)
        }
        #expect(lines.map(\.isUp) == [false, true])
        #expect(lines.first?.seen == "GET /berichtenbox: status 500")
    }

    @Test func `SNO-30: a function that fails once and then works was not down`() async throws {
        let calls = Mutex(0)
        let lines = try await look { asked in
            guard asked.path == "/inloggen" else { return Self.healthy(asked) }
            let count = calls.withLock { count in
                count += 1
                return count
            }
            return count == 1 ? .with(503) : Self.healthy(asked)
        }
        #expect(lines.map(\.isUp) == [true, true])
        #expect(lines.last?.durationMicroseconds == Looking.pauseSeconds * 1_000_000)
    }

    @Test func `SNO-30: a page that is not the sign-in page is not well`() async throws {
        let lines = try await look { asked in
            asked.path == "/inloggen" ? .with(200, body: "onderhoud") : Self.healthy(asked)
        }
        #expect(lines.last?.seen == "GET /inloggen: a page without its heading")
    }

    @Test func `SNO-30: what the server did not take waits in the spool and is handed in later, in order`()
        async throws
    {
        let folder = try TemporaryFolder()
        let isDown = Mutex(true)
        let bodies = Mutex<[String]>([])
        let server = try await TinyServer.start { asked in
            if isDown.withLock({ $0 }) { return .with(503) }
            if asked.path == "/api/v1/metingen" { bodies.withLock { $0.append(asked.body) } }
            return Self.healthy(asked)
        }
        let client = OutboundClient()
        for minute in 0..<2 {
            // A new probe each minute: it was restarted between them.
            let probe = try probe(server.url, folder.path, client)
            try await probe.watch(Self.minute.advanced(bySeconds: Int64(minute) * 60))
            isDown.withLock { $0 = false }
        }
        let body = try #require(bodies.withLock { $0 }.first)
        #expect(bodies.withLock { $0.count } == 1)
        #expect(body.hasPrefix("{\"waarnemingen\":["))
        #expect(body.split(separator: "\"geslaagd\":false").count == 3)
        #expect(body.split(separator: "\"geslaagd\":true").count == 3)
        #expect(try await ProbeSpool(folder: folder.path).waiting().isEmpty)
        try await client.close()
        try await server.stop()
    }

    @Test func `observations that the server refuses as wrong do not stop those behind them`() async throws {
        let folder = try TemporaryFolder()
        let server = try await TinyServer.start { _ in .with(400) }
        let client = OutboundClient()
        let probe = try probe(server.url, folder.path, client)
        try await probe.watch(Self.minute)
        #expect(try await ProbeSpool(folder: folder.path).waiting().isEmpty)
        try await client.close()
        try await server.stop()
    }

    @Test func `a probe runs each whole minute until it is stopped`() async throws {
        let folder = try TemporaryFolder()
        let client = OutboundClient()
        let server = try await TinyServer.start { _ in .with(503) }
        let sleeps = Mutex<[Instant]>([])
        let clock = ProbeClock(
            now: { sleeps.withLock { $0.last ?? Self.minute.advanced(bySeconds: -1) } },
            sleep: { until in
                let count = sleeps.withLock { sleeps in
                    sleeps.append(until)
                    return sleeps.count
                }
                if count == 3 { throw CancellationError() }
            })
        let probe = try Probe(
            server: server.url, spoolFolder: folder.path, checks: [], client: client, token: { "geheim" },
            clock: clock, logger: Logger(label: "test"))
        try await probe.run()
        #expect(sleeps.withLock { $0 } == [0, 60, 120].map { Self.minute.advanced(bySeconds: $0) })
        try await client.close()
        try await server.stop()
    }

    private func probe(_ server: String, _ folder: String, _ client: OutboundClient) throws -> Probe {
        try Probe(
            server: server, spoolFolder: folder,
            checks: [
                .signIn(at: server, with: client), .messageBox(at: server, with: client, token: { "geheim" }),
            ], client: client, token: { "geheim" }, clock: Clock().probeClock, logger: Logger(label: "test"))
    }
}

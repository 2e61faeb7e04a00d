import Agreements
import CivilTime
import Identity
import Journal
import Outbound
import SQL
import Synchronization
import TestKit
import Testing

@testable import PersonalData

@Suite struct SourceTests {
    private static let good = #"{"gegevens":[{"adres":{"straat":"Dorpsstraat"},"waarde":312000,"meer":[1]}]}"#

    @Test(arguments: TestDatabase.kinds)
    func `SNO-04 a source is asked live, with the number in the body, after its line in the log`(
        kind: TestDatabase.Kind
    ) async throws {
        try await withSourceScene(kind) { scene in
            let asked = Mutex<[TinyServer.Asked]>([])
            let server = try await TinyServer.start { request in
                asked.withLock { $0.append(request) }
                return .with(200, body: Self.good)
            }
            let source = try SourceScene.source("woz", .woz, at: server.url + "/woz")
            try await scene.withSources([source]) { set, records in
                let report = try #require(try await records.ask([source], at: scene.clock.now()).first)
                #expect(report.answer == .records([.init(values: ["Dorpsstraat", "312000"])]))
                #expect(report.downSince == nil)
            }
            let request = try #require(asked.withLock { $0.first })
            #expect(request.path == "/woz" && request.method == "POST")
            #expect(
                request.body
                    == #"{"burgerservicenummer":"999990019","velden":["adres.straat","waarde"]}"#)
            #expect(!request.headers.values.contains { $0.contains(SourceScene.anna) })
            let lines = try await scene.database.read { transaction in
                try transaction.rows("SELECT activity, organisation FROM processing_line") { row in
                    try "\(row.next(String.self)) \(row.next(String.self))"
                }
            }
            #expect(lines == ["ask-woz 00000099000000003000"])
            try await server.stop()
        }
    }

    @Test func `a source that asks a token gets the one of this moment, and no other source does`()
        async throws
    {
        try await withSourceScene(.sqlite) { scene in
            let shown = Mutex<[String?]>([])
            let server = try await TinyServer.start { request in
                shown.withLock { $0.append(request.headers["authorization"]) }
                return .with(200, body: Self.good)
            }
            let token = Mutex("een")
            let credentials = SourceCredentials(
                token: {
                    guard let now = SecretToken(token.withLock { $0 }) else { throw OutboundError.badURL }
                    return now
                }, identity: nil)
            let sources = [
                try SourceScene.source("woz", .woz, at: server.url),
                try SourceScene.source("adres", .bag, at: server.url),
            ]
            try await scene.withSources(sources, credentials: ["woz": credentials]) { _, records in
                _ = try await records.ask([sources[0]], at: scene.clock.now())
                token.withLock { $0 = "twee" }
                _ = try await records.ask([sources[0]], at: scene.clock.now())
                _ = try await records.ask([sources[1]], at: scene.clock.now())
                token.withLock { $0 = "met\nregel" }
                let answer = try await records.ask([sources[0]], at: scene.clock.now()).first?.answer
                #expect(answer == .unavailable(.refused), "without its token it is not asked")
            }
            #expect(shown.withLock { $0 } == ["Bearer een", "Bearer twee", nil])
            #expect("\(try #require(SecretToken("geheim")))" == "•••")
            try await server.stop()
        }
    }

    enum Hostile: String, CaseIterable, Sendable {
        case hangs, halfAnswer, tenMegabytes, notJSON, otherJSON, longValue, redirects, fails, refuses, nobody

        var answer: TinyServer.Answer {
            switch self {
            case .hangs: .never
            case .halfAnswer: .unfinished
            case .tenMegabytes:
                .with(
                    200, body: #"{"gegevens":[{"x":""# + String(repeating: "x", count: 10_000_000) + #""}]}"#)
            case .notJSON: .with(200, body: "<html>")
            case .otherJSON: .with(200, body: #"{"gegevens":[{"adres":{"straat":["a"]}}]}"#)
            case .longValue:
                .with(200, body: #"{"gegevens":[{"waarde":"\#(String(repeating: "9", count: 501))"}]}"#)
            case .redirects: .with(302, headers: ["Location": "http://127.0.0.1:1/"])
            case .fails: .with(503)
            case .refuses: .with(401)
            case .nobody: .with(404)
            }
        }

        var expected: SourceAnswer {
            switch self {
            case .hangs, .halfAnswer: .unavailable(.slow)
            case .tenMegabytes: .unavailable(.tooLarge)
            case .notJSON, .otherJSON, .longValue: .unavailable(.notReadable)
            case .redirects, .fails: .unavailable(.failing)
            case .refuses: .unavailable(.refused)
            case .nobody: .nothingKnown
            }
        }
    }

    @Test(arguments: Hostile.allCases)
    func `a hostile source is cut off, and keeps nobody from the others`(hostile: Hostile) async throws {
        try await withSourceScene(.sqlite) { scene in
            let server = try await TinyServer.start { request in
                request.path == "/good" ? .with(200, body: Self.good) : hostile.answer
            }
            let sources = try [
                SourceScene.source(
                    "bad", .brp, at: server.url + "/bad",
                    timeoutMilliseconds: hostile.expected == .unavailable(.slow) ? 500 : 20_000),
                SourceScene.source("good", .woz, at: server.url + "/good"),
            ]
            try await scene.withSources(sources) { _, records in
                let reports = try await records.ask(sources, at: scene.clock.now())
                #expect(reports.map(\.source.key) == ["bad", "good"])
                #expect(reports[0].answer == hostile.expected)
                #expect(reports[1].answer == .records([.init(values: ["Dorpsstraat", "312000"])]))
                let isSeenDown = ![.refuses, .nobody].contains(hostile)
                #expect(reports[0].downSince == (isSeenDown ? SourceScene.start : nil))
            }
            try await server.stop()
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `SNO-04 what was seen of a source is evidence, and nothing is known where nobody asked`(
        kind: TestDatabase.Kind
    ) async throws {
        try await withSourceScene(kind) { scene in
            let isUp = Mutex(true)
            let server = try await TinyServer.start { _ in
                isUp.withLock { $0 } ? .with(200, body: Self.good) : .with(500)
            }
            let source = try SourceScene.source("woz", .woz, at: server.url)
            try await scene.withSources([source]) { _, records in
                // Up at 0 and 40 s, down at 80 s and 100 s, up at 130 s; then nobody for an hour, then down.
                for (seconds, works) in [
                    (0, true), (40, true), (40, false), (20, false), (30, true), (3_600, false),
                ] as [(Int64, Bool)] {
                    scene.clock.pass(seconds)
                    isUp.withLock { $0 = works }
                    _ = try await records.ask([source], at: scene.clock.now())
                }
            }
            let start = SourceScene.start
            let month = Interval(
                from: start.advanced(bySeconds: -86_400), to: start.advanced(bySeconds: 86_400))
            let seen = try await scene.database.read { try SourceEvidence.gather(over: month, in: $0) }
            let evidence = try #require(seen.first?.seen)
            #expect(seen.map(\.title) == ["Bron woz"])
            let offsets = { (interval: Interval) in
                [interval.start, interval.end].map { $0.microseconds(since: start) / 1_000_000 }
            }
            #expect(evidence.up.intervals.map(offsets) == [[0, 80], [130, 190]])
            #expect(evidence.outages.map(\.interval).map(offsets) == [[80, 130], [3_730, 3_790]])
            let since = try await scene.database.read { try SourceStretch.downSince("woz", in: $0) }
            #expect(since == start.advanced(bySeconds: 3_730))
            try await server.stop()
        }
    }

    @Test func `a source that keeps failing is left alone for a while, and only that one`() async throws {
        try await withSourceScene(.sqlite) { scene in
            let count = Mutex(0)
            let server = try await TinyServer.start { request in
                if request.path == "/good" { return .with(200, body: Self.good) }
                count.withLock { $0 += 1 }
                return .with(500)
            }
            let bad = try SourceScene.source("bad", .brp, at: server.url + "/bad")
            let good = try SourceScene.source("good", .woz, at: server.url + "/good")
            try await scene.withSources([bad, good]) { _, records in
                var answers: [SourceAnswer] = []
                for _ in 0..<7 {
                    let reports = try await records.ask([bad, good], at: scene.clock.now())
                    answers.append(try #require(reports.first).answer)
                    #expect(reports[1].answer != .unavailable(.leftAlone))
                }
                #expect(answers.suffix(2) == [.unavailable(.leftAlone), .unavailable(.leftAlone)])
                #expect(count.withLock { $0 } == 5)
                scene.clock.pass(31)
                _ = try await records.ask([bad], at: scene.clock.now())
                #expect(count.withLock { $0 } == 6)
            }
            try await server.stop()
        }
    }
}

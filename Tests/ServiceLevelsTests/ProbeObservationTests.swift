import Agreements
import CivilTime
import FoundationEssentials
import SQL
import TestKit
import Testing

@testable import ServiceLevels

@Suite struct ProbeObservationTests {
    private static let start = moment("2026-10-06T12:00:00Z")
    private static let now = moment("2026-10-07T00:00:00Z")

    private static func seen(_ minute: Int, up: Bool = true) throws -> ProbeObservation {
        try ProbeObservation(
            probe: "sign-in", minute: start.advanced(bySeconds: Int64(minute) * 60),
            outcome: up ? .up : .down(.unplanned, seen: "status 503"), durationMicroseconds: 1)
    }

    private static func stretches(in database: any Database) async throws -> [String] {
        try await database.read { transaction in
            try Stretch.all(of: "sign-in", during: Agreed.october.interval, in: transaction).map { stretch in
                let from = stretch.interval.start.microseconds(since: start) / 60_000_000
                let length = stretch.interval.microseconds / 60_000_000
                return "\(from)+\(length) \(stretch.cause == nil ? "up" : "down")"
            }
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `SNO-30: the same observation twice changes nothing`(_ kind: TestDatabase.Kind) async throws {
        try await withDatabase(kind, ServiceLevelSchema.migrations) { database in
            let spool = try [Self.seen(0), Self.seen(1, up: false), Self.seen(2)]
            for expected in [3, 0] {
                let count = try await database.write { transaction in
                    try ProbeObservation.record(spool, in: transaction, at: Self.now)
                }
                #expect(count == expected)
            }
            let other = try Self.seen(1)
            try await database.write { try ProbeObservation.record([other], in: $0, at: Self.now) }
            #expect(try await Self.stretches(in: database) == ["0+1 up", "1+1 down", "2+1 up"])
        }
    }

    @Test(arguments: TestDatabase.kinds, [[0, 1, 2, 4], [4, 2, 0, 1], [2, 1, 0, 4], [0, 2, 4, 1]])
    func `SNO-30: observations join in whatever order they come, and a gap stays a gap`(
        _ kind: TestDatabase.Kind, _ order: [Int]
    ) async throws {
        try await withDatabase(kind, ServiceLevelSchema.migrations) { database in
            for minute in order {
                let observation = try Self.seen(minute)
                try await database.write { try ProbeObservation.record([observation], in: $0, at: Self.now) }
            }
            #expect(try await Self.stretches(in: database) == ["0+3 up", "4+1 up"])
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `SNO-30: the evidence of a month holds only what lies in it`(_ kind: TestDatabase.Kind) async throws
    {
        try await withDatabase(kind, ServiceLevelSchema.migrations) { database in
            let end = Agreed.october.interval.end
            let lines = try (-2..<3).map { minute in
                try ProbeObservation(
                    probe: "sign-in", minute: end.advanced(bySeconds: Int64(minute) * 60), outcome: .up,
                    durationMicroseconds: 1)
            }
            let later = end.advanced(bySeconds: 3_600)
            try await database.write { try ProbeObservation.record(lines, in: $0, at: later) }
            let evidence = try await database.read { transaction in
                let october = Agreed.october
                return [october, october.next, october.previous].map { month in
                    Result {
                        try Stretch.evidence(of: "sign-in", during: month.interval, in: transaction)?.probes
                    }
                }
            }
            #expect(try evidence.map { try $0.get() } == [2, 3, nil])
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `an observation of a minute that has not been is refused`(_ kind: TestDatabase.Kind) async throws {
        try await withDatabase(kind, ServiceLevelSchema.migrations) { database in
            let ahead = try Self.seen(60)
            await #expect(throws: ProbeObservationError.inTheFuture(ahead.minute)) {
                try await database.write { try ProbeObservation.record([ahead], in: $0, at: Self.start) }
            }
        }
    }

    @Test func `what is not an observation is refused with its reason`() throws {
        let line = { (function: String, minute: String) in
            let json = """
                {"functie": "\(function)", "minuut": "\(minute)", "geslaagd": true, "duurMicroseconden": 1}
                """
            return try JSONDecoder().decode(ProbeHandIn.Line.self, from: Data(json.utf8))
        }
        #expect(throws: ProbeObservationError.notAName) {
            try line("Sign in", "2026-10-06T12:00:00Z").observation()
        }
        #expect(throws: ProbeObservationError.notAMoment) { try line("sign-in", "gisteren").observation() }
        #expect(throws: ProbeObservationError.notAWholeMinute(moment("2026-10-06T12:00:01Z"))) {
            try line("sign-in", "2026-10-06T12:00:01Z").observation()
        }
    }

    @Test func `what a probe says it saw is kept short and without control characters`() throws {
        let long = "\u{0}" + String(repeating: "x", count: 500)
        let line = ProbeHandIn.Line(
            function: "sign-in", minute: Self.start, isUp: false, seen: long, durationMicroseconds: 1)
        #expect(
            try line.observation().outcome == .down(.unplanned, seen: String(repeating: "x", count: 200)))
    }
}

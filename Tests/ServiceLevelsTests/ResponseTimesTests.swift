import Agreements
import CivilTime
import Logging
import SQL
import TestKit
import Testing

@testable import ServiceLevels

@Suite struct ResponseTimesTests {
    private static let minute = moment("2026-10-06T12:00:00Z")
    private static let wholeMonth = Agreed.october.interval

    @Test(arguments: TestDatabase.kinds)
    func `SNO-08: flushing again writes nothing twice, and servers add up`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withDatabase(kind, ServiceLevelSchema.migrations) { database in
            let servers = [ResponseTimes(startedAt: Self.minute), ResponseTimes(startedAt: Self.minute)]
            for server in servers {
                server.note("presentation", microseconds: 199_000, status: 200, at: Self.minute)
                try await server.flush(to: database, at: Self.minute.advanced(bySeconds: 10))
                server.note(
                    "presentation", microseconds: 5_000, status: 404, at: Self.minute.advanced(bySeconds: 59))
                try await server.flush(to: database, at: Self.minute.advanced(bySeconds: 60))
                try await server.flush(to: database, at: Self.minute.advanced(bySeconds: 70))
            }
            var expected = Histogram()
            expected.record(microseconds: 199_000, times: 2)
            expected.record(microseconds: 5_000, times: 2)
            #expect(try await Self.times(in: database) == expected)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `SNO-08: a write whose outcome nobody knows may be done again`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withDatabase(kind, ServiceLevelSchema.migrations) { database in
            let server = ResponseTimes(startedAt: Self.minute)
            server.note("presentation", microseconds: 1_000, status: 200, at: Self.minute)
            let changes = server.unflushed()
            try await server.flush(to: database, at: Self.minute)
            server.settle(changes, at: Self.minute)
            server.note("presentation", microseconds: 1_000, status: 200, at: Self.minute)
            try await server.flush(to: database, at: Self.minute)
            #expect(try await Self.times(in: database)?.total == 2)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `SNO-08: a server error is no answer in time, however quick it was`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withDatabase(kind, ServiceLevelSchema.migrations) { database in
            let server = ResponseTimes(startedAt: Self.minute)
            server.note("presentation", microseconds: 10, status: 500, at: Self.minute)
            try await server.flush(to: database, at: Self.minute)
            #expect(try await Self.times(in: database)?.counts.last == 1)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `SNO-09: refusals for lack of capacity are counted by the second`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withDatabase(kind, ServiceLevelSchema.migrations) { database in
            let server = ResponseTimes(startedAt: Self.minute)
            for status in [429, 503, 202, 400] {
                server.note(
                    "delivery", microseconds: 10, status: status, at: Self.minute.advanced(byMicroseconds: 7))
            }
            try await server.flush(to: database, at: Self.minute)
            let refusals = try await database.read { transaction in
                try ResponseTimes.refusals(of: "delivery", during: Self.wholeMonth, in: transaction)
            }
            #expect(refusals == [Self.minute: 2])
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `counts that could not be written wait for the next flush`(_ kind: TestDatabase.Kind) async throws {
        try await withDatabase(kind) { database in
            let server = ResponseTimes(startedAt: Self.minute)
            server.note("presentation", microseconds: 10, status: 200, at: Self.minute)
            await #expect(throws: SQLError.self) { try await server.flush(to: database, at: Self.minute) }
            try await database.migrate(ServiceLevelSchema.migrations, at: Self.minute)
            try await server.flush(to: database, at: Self.minute)
            #expect(try await Self.times(in: database)?.total == 1)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `an orderly stop writes what was counted last`(_ kind: TestDatabase.Kind) async throws {
        try await withDatabase(kind, ServiceLevelSchema.migrations) { database in
            let server = ResponseTimes(startedAt: Self.minute)
            server.note("presentation", microseconds: 10, status: 200, at: Self.minute)
            let flushing = ResponseTimesFlushing(
                server, database: database, logger: Logger(label: "test"), now: { Self.minute },
                pause: { throw CancellationError() })
            try await flushing.run()
            #expect(try await Self.times(in: database)?.total == 1)
        }
    }

    @Test func `an answer that comes long after its minute was forgotten is still counted once`() {
        let server = ResponseTimes(startedAt: Self.minute)
        server.note("presentation", microseconds: 10, status: 200, at: Self.minute)
        server.settle(server.unflushed(), at: Self.minute.advanced(bySeconds: 3_600))
        server.note("presentation", microseconds: 10, status: 200, at: Self.minute)
        let changes = server.unflushed()
        #expect(changes.times.count == 1)
        #expect(changes.times.keys.allSatisfy { $0.start > Self.minute })
    }

    @Test func `more functions than there are routes are counted together`() {
        let server = ResponseTimes(startedAt: Self.minute)
        for number in 0..<100 {
            server.note("f\(number)", microseconds: 10, status: 200, at: Self.minute)
        }
        #expect(server.unflushed().times.count == ResponseTimes.functionLimit + 1)
    }

    @Test func `stored counts come back as they were, and others are refused`() {
        var times = Histogram()
        for duration in [0, 100, 5_000, 200_000, 90_000_000_000] {
            times.record(microseconds: duration, times: duration + 1)
        }
        #expect(StoredCounts(value: StoredCounts(times).value)?.histogram == times)
        #expect(StoredCounts(value: .bytes([1, 2, 3])) == nil)
        #expect(StoredCounts(value: .bytes([0x80])) == nil)
    }

    private static func times(in database: any Database) async throws -> Histogram? {
        try await database.read { transaction in
            try ResponseTimes.times(of: "presentation", during: wholeMonth, in: transaction)
        }
    }
}

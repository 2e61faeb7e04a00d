import Agreements
import CivilTime
import MessageBox
import SQL
import TestKit
import Testing

@testable import ServiceLevels

/// What is known of pushed reports and of the two services for suppliers' systems.
@Suite struct RequestEvidenceTests {
    private static let noon = moment("2026-10-06T12:00:00Z")
    /// A night begins at 23.00 in Amsterdam.
    private static let night = moment("2026-10-06T21:00:00Z")
    private static let hour: Int64 = 3_600
    private static let term = Limit(.atMost, 4 * 3_600_000_000)

    private func gather(
        _ kind: TestDatabase.Kind, asOf now: Instant = moment("2026-11-20T00:00:00Z"),
        _ fill: @escaping @Sendable (inout Facts) throws -> Void
    ) async throws -> Evidence {
        try await withDatabase(kind, Facts.schema) { database in
            try await database.write { transaction in
                var facts = try Facts(in: transaction)
                try fill(&facts)
            }
            let flows: [Flow] = [.subscriptionsAll, .subscriptionsList, .subscriptionsChanges]
            let evidence = MessageBoxEvidence(
                over: Agreed.october.interval,
                terms: Dictionary(uniqueKeysWithValues: flows.map { ($0, Self.term) }), asOf: now)
            return try await database.read { try evidence.gather(in: $0) }
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `SNO-12: what was fetched only was never offered again`(_ kind: TestDatabase.Kind) async throws {
        let evidence = try await gather(kind) { facts in
            try facts.delivery(of: 1, at: Self.noon, processedAt: Self.noon.advanced(bySeconds: 5))
            let november = moment("2026-11-02T12:00:00Z")
            let later = try facts.delivery(of: 1, at: november, processedAt: november)
            try facts.push(of: later, offeredAt: november, attempts: [november, november])
        }
        #expect(
            evidence.reoffers
                == ReofferEvidence(
                    offered: 1, offeredAgain: 0, earliestGivenUpMicroseconds: nil,
                    latestOfferMicroseconds: nil))
    }

    @Test(arguments: TestDatabase.kinds)
    func `SNO-12: offers, offers in vain and how long they lasted are counted from the pushes`(
        _ kind: TestDatabase.Kind
    ) async throws {
        let evidence = try await gather(kind) { facts in
            let day: Int64 = 86_400
            let (noon, first) = (Self.noon, Self.noon.advanced(bySeconds: 60))
            let attempts: [(Int64?, [Int64])] = [
                (nil, [0]), (nil, [0, 60, 3 * day]), (6 * day, [0, 5 * day]), (7 * day, []),
            ]
            for (givenUpAfter, moments) in attempts {
                let delivery = try facts.delivery(of: 1, at: noon, processedAt: noon)
                try facts.push(
                    of: delivery, offeredAt: noon, attempts: moments.map { first.advanced(bySeconds: $0) },
                    givenUpAt: givenUpAfter.map { first.advanced(bySeconds: $0) })
            }
        }
        #expect(
            evidence.reoffers
                == ReofferEvidence(
                    offered: 4, offeredAgain: 2, earliestGivenUpMicroseconds: 6 * 86_400_000_000,
                    latestOfferMicroseconds: 5 * 86_400_000_000))
    }

    @Test(arguments: TestDatabase.kinds)
    func `SNO-15 to SNO-17: requests are counted by the hour, and are late from their start on`(
        _ kind: TestDatabase.Kind
    ) async throws {
        let now = Self.night.advanced(bySeconds: 5 * Self.hour)
        let evidence = try await gather(kind, asOf: now) { facts in
            let (noon, night) = (Self.noon, Self.night)
            let inTime = night.advanced(bySeconds: 4 * Self.hour)
            try facts.request("all", askedAt: noon, startsAt: night, startedAt: night, finishedAt: inTime)
            try facts.request(
                "all", askedAt: noon, startsAt: night, startedAt: night,
                finishedAt: inTime.advanced(bySeconds: 1))
            try facts.request("all", askedAt: noon, startsAt: night, startedAt: night)
            try facts.request("all", askedAt: noon, startsAt: night)
            try facts.request(
                "all", askedAt: noon, startsAt: now, startedAt: now.advanced(bySeconds: -60))
            try facts.request(
                "list", askedAt: noon, startsAt: night, startedAt: night,
                finishedAt: night.advanced(bySeconds: 9), hasFailed: true)
        }
        #expect(
            evidence.loads[.subscriptionsAll]
                == LoadSeries(
                    width: .hour,
                    buckets: [LoadBucket(start: Self.noon, load: Load(offered: 5, handled: 1, late: 3))]))
        #expect(
            evidence.loads[.subscriptionsList]
                == LoadSeries(
                    width: .hour,
                    buckets: [LoadBucket(start: Self.noon, load: Load(offered: 1, handled: 0, late: 1))]))
        #expect(evidence.loads[.subscriptionsChanges] == LoadSeries(width: .hour, buckets: []))
    }

    @Test(arguments: TestDatabase.kinds)
    func `SNO-18: the term runs from the start; what failed stays open`(
        _ kind: TestDatabase.Kind
    ) async throws {
        let evidence = try await gather(kind) { facts in
            let (noon, night) = (Self.noon, Self.night)
            try facts.request(
                "changes", askedAt: noon, startsAt: night, startedAt: night,
                finishedAt: night.advanced(bySeconds: 90))
            let last = moment("2026-10-31T22:00:00Z")
            try facts.request(
                "changes", askedAt: noon, startsAt: last, startedAt: last,
                finishedAt: last.advanced(bySeconds: 2 * Self.hour))
            try facts.request(
                "list", askedAt: noon, startsAt: night, startedAt: night,
                finishedAt: night.advanced(bySeconds: 9), hasFailed: true)
            try facts.request("list", askedAt: noon, startsAt: night)
        }
        let changes = try #require(evidence.terms[.subscriptionsChanges])
        #expect(changes.handled.total == 1 && changes.open.total == 1)
        #expect(changes.longestMicroseconds == Int(Self.hour) * 1_000_000)
        let list = try #require(evidence.terms[.subscriptionsList])
        #expect(list.handled.total == 0 && list.open.total == 1)
    }

    @Test(arguments: TestDatabase.kinds)
    func `SNO-14: calls of the validation service are counted by the hour, with errors and refusals`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withDatabase(kind, Facts.schema) { database in
            let times = ResponseTimes(startedAt: Self.noon)
            let function = MeasuredFunction.validation
            for second in [Int64(0), 59, 61, 3_599, 3_600] {
                times.note(
                    function, microseconds: 20_000, status: 200, at: Self.noon.advanced(bySeconds: second))
            }
            times.note(function, microseconds: 20_000, status: 500, at: Self.noon)
            times.note(function, microseconds: 20_000, status: 429, at: Self.noon)
            try await times.flush(to: database, at: Self.noon.advanced(bySeconds: 7_200))
            let load = try await database.read { transaction in
                try ResponseTimes.load(
                    of: function, during: Agreed.october.interval, in: transaction)
            }
            let next = Self.noon.advanced(bySeconds: 3_600)
            #expect(
                load
                    == LoadSeries(
                        width: .hour,
                        buckets: [
                            LoadBucket(
                                start: Self.noon, load: Load(offered: 6, handled: 4, refused: 1, late: 1)),
                            LoadBucket(start: next, load: Load(offered: 1, handled: 1)),
                        ]))
        }
    }
}

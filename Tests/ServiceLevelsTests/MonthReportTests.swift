import AgreementFiles
import Agreements
import CivilTime
import SQL
import TestKit
import Testing

@testable import ServiceLevels

@Suite struct MonthReportTests {
    private static let noon = moment("2026-10-06T12:00:00Z")
    private static let soonAfter = moment("2026-11-01T12:00:00Z")
    private static let longAfter = moment("2026-12-01T00:00:00Z")

    private func report(
        _ kind: TestDatabase.Kind, asOf now: Instant = soonAfter,
        _ fill: @escaping @Sendable (inout Facts) throws -> Void
    ) async throws -> MonthReport {
        try await withDatabase(kind, Facts.schema) { database in
            let published = try await Agreed.published(in: database)
            try await database.write { transaction in
                var facts = try Facts(in: transaction)
                try fill(&facts)
            }
            return try await MonthReport.make(of: published, in: Agreed.october, from: database, asOf: now)
        }
    }

    private func finding(_ clause: String, _ subject: String, in report: MonthReport) throws -> FindingReport
    {
        let clause = try #require(report.clauses.first { $0.id == clause })
        return try #require(clause.findings.first { $0.subject.contains(subject) })
    }

    @Test(arguments: TestDatabase.kinds)
    func `SNO-09: a month in which one hour reaches the capacity is judged only on that hour`(
        _ kind: TestDatabase.Kind
    ) async throws {
        let report = try await report(kind) { facts in
            for number in 0..<150 {
                let receivedAt = Self.noon.advanced(bySeconds: Int64(number) * 24)
                try facts.delivery(of: 1_000, at: receivedAt, processedAt: receivedAt.advanced(bySeconds: 60))
            }
            try facts.delivery(
                of: 1_000, at: Self.noon.advanced(bySeconds: 90_000),
                processedAt: Self.noon.advanced(bySeconds: 90_060))
        }
        let hour = try finding("SNO-09", "per uur", in: report)
        #expect(hour.verdict == .met)
        #expect(hour.observations == 1)
        let day = try finding("SNO-09", "24 uur", in: report)
        #expect(day.verdict == .notChallenged)
    }

    @Test(arguments: TestDatabase.kinds)
    func `SNO-30: an outage inside a maintenance window does not count, one outside does`(
        _ kind: TestDatabase.Kind
    ) async throws {
        // The second Wednesday of October 2026 is the 14th; the window is 00:00 to 06:00 in Amsterdam.
        let outages = [moment("2026-10-13T22:00:00Z"), moment("2026-10-20T10:00:00Z")]
        let report = try await report(kind) { facts in
            try Self.watch(facts.transaction, downFor: 3_600, at: outages)
        }
        let finding = try finding("SNO-30", "Registreren", in: report)
        #expect(finding.verdict == .met)
        // 745 hours, less two windows of six hours, less one hour of outage.
        #expect(finding.share?.denominator == (745 - 12) * 3_600_000_000)
        #expect(finding.share?.numerator == (745 - 12 - 1) * 3_600_000_000)
        #expect(finding.observations == 745 * 60)
    }

    @Test(arguments: TestDatabase.kinds)
    func `SNO-30: October 2026 has 745 hours, and what was not probed is told`(
        _ kind: TestDatabase.Kind
    ) async throws {
        let report = try await report(kind) { facts in
            try Self.watch(facts.transaction, downFor: 8 * 3_600, at: [moment("2026-10-20T10:00:00Z")])
        }
        let sentences = try finding("SNO-30", "Registreren", in: report).explanation
        #expect(sentences.contains { $0.contains("745 uur") })
        #expect(try finding("SNO-30", "Registreren", in: report).verdict == .notMet)
        #expect(try finding("SNO-30", "Berichtenbox", in: report).verdict == .noMeasurement)
    }

    @Test(arguments: TestDatabase.kinds)
    func `SNO-08: answers within 200 ms are judged from the counted minutes`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withDatabase(kind, Facts.schema) { database in
            let published = try await Agreed.published(in: database)
            let times = ResponseTimes(startedAt: Self.noon)
            for _ in 0..<999 {
                times.note(MeasuredFunction.presentation, microseconds: 200_000, status: 200, at: Self.noon)
            }
            times.note(MeasuredFunction.presentation, microseconds: 200_001, status: 200, at: Self.noon)
            try await times.flush(to: database, at: Self.noon)
            let report = try await MonthReport.make(
                of: published, in: Agreed.october, from: database, asOf: Self.soonAfter)
            let clause = try #require(report.clauses.first { $0.id == "SNO-08" })
            let finding = try #require(clause.findings.first { $0.observations == 1_000 })
            #expect(finding.verdict == .met)
            #expect(
                finding.share
                    == FindingReport.Share(numerator: 999, denominator: 1_000, text: "999 van 1.000"))
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `SNO-06, SNO-10, SNO-12, SNO-13: each clause is judged from the tables`(
        _ kind: TestDatabase.Kind
    ) async throws {
        let report = try await report(kind) { facts in
            let delivery = try facts.delivery(
                of: 2, at: Self.noon, processedAt: Self.noon.advanced(bySeconds: 3),
                rejected: ["BerichtBestaatAl"])
            let message = try facts.message(
                from: delivery, at: Self.noon.advanced(bySeconds: 3), key: "a", attachments: 1, bytes: 100)
            try facts.notification(
                of: message, dueAt: Self.noon.advanced(bySeconds: 3),
                firstAttemptAt: Self.noon.advanced(bySeconds: 4), sentAt: Self.noon.advanced(bySeconds: 5))
        }
        for id in ["SNO-06", "SNO-10", "SNO-12", "SNO-13"] {
            let clause = try #require(report.clauses.first { $0.id == id }, "\(id) is not in the agreement")
            #expect(clause.verdict == (id == "SNO-12" ? .notChallenged : .met), "\(id)")
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a report freezes once its sources have passed the end of the month, and then stays`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withDatabase(kind, Facts.schema) { database in
            let published = try await Agreed.published(in: database)
            let make = { (now: Instant) in
                try await MonthReport.make(of: published, in: Agreed.october, from: database, asOf: now)
            }
            #expect(try await make(Self.soonAfter).frozenAt == nil)
            let frozen = try await make(Self.longAfter)
            #expect(frozen.frozenAt == Self.longAfter.rfc3339)
            try await database.write { transaction in
                var facts = try Facts(in: transaction)
                try facts.delivery(of: 1_000, at: Self.noon)
            }
            #expect(try await make(Self.longAfter.advanced(bySeconds: 60)) == frozen)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a report waits for a probe that may hold the end of the month in its spool`(
        _ kind: TestDatabase.Kind
    ) async throws {
        let end = Agreed.october.interval.end
        let report = try await report(kind, asOf: end.advanced(bySeconds: 4 * 86_400)) { facts in
            try Self.watch(facts.transaction, until: end.advanced(bySeconds: -3_600))
        }
        #expect(report.frozenAt == nil)
        #expect(!report.isProvisional)
    }

    /// A probe that looked every minute of the month, as the stretches it leaves.
    private static func watch(
        _ transaction: any Transaction, until end: Instant = Agreed.october.interval.end,
        downFor seconds: Int64 = 0,
        at outages: [Instant] = []
    ) throws {
        var from = Agreed.october.interval.start
        for outage in outages {
            try stretch(from, outage, nil, in: transaction)
            from = outage.advanced(bySeconds: seconds)
            try stretch(outage, from, "unplanned", in: transaction)
        }
        try stretch(from, end, nil, in: transaction)
    }

    private static func stretch(
        _ from: Instant, _ until: Instant, _ cause: String?, in transaction: any Transaction
    ) throws {
        try transaction.run(
            """
            INSERT INTO probe_interval (probe, from_at, until_at, state, cause)
            VALUES (\("sign-in"), \(from), \(until), \(cause == nil ? "up" : "down"), \(cause))
            """)
    }
}

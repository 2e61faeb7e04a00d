import Agreements
import CivilTime
import MessageBox
import SQL
import TestKit
import Testing

@Suite struct MessageBoxEvidenceTests {
    private static let day: Limit = Limit(.atMost, 86_400_000_000)
    private static let noon = moment("2026-10-06T12:00:00Z")
    private static let afterwards = moment("2026-11-20T00:00:00Z")

    private func gather(
        _ kind: TestDatabase.Kind, asOf now: Instant = afterwards, refusals: [Instant: Int] = [:],
        _ fill: @escaping @Sendable (inout Facts) throws -> Void
    ) async throws -> Evidence {
        try await withDatabase(kind, Facts.schema) { database in
            try await database.write { transaction in
                var facts = try Facts(in: transaction)
                try fill(&facts)
            }
            let evidence = MessageBoxEvidence(
                over: Agreed.october.interval, terms: [.messagesProcessed: Self.day], refusals: refusals,
                asOf: now)
            return try await database.read { try evidence.gather(in: $0) }
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `SNO-09: what was accepted is counted by the second and by the hour`(
        _ kind: TestDatabase.Kind
    ) async throws {
        let evidence = try await gather(kind) { facts in
            try facts.delivery(of: 40, at: Self.noon)
            try facts.delivery(of: 5, at: Self.noon.advanced(byMicroseconds: 999_999))
            try facts.delivery(of: 1, at: Self.noon.advanced(bySeconds: 1))
        }
        let second = Self.noon.advanced(bySeconds: 1)
        #expect(
            evidence.loads[.messagesParked]
                == LoadSeries(
                    width: .second,
                    buckets: [
                        LoadBucket(start: Self.noon, load: Load(offered: 45, handled: 45)),
                        LoadBucket(start: second, load: Load(offered: 1, handled: 1)),
                    ]))
        #expect(
            evidence.loads[.messagesSupplied]
                == LoadSeries(
                    width: .hour,
                    buckets: [LoadBucket(start: Self.noon, load: Load(offered: 46, handled: 46))]))
    }

    @Test(arguments: TestDatabase.kinds)
    func `SNO-09: a request refused for lack of capacity was offered too`(
        _ kind: TestDatabase.Kind
    ) async throws {
        let evidence = try await gather(kind, refusals: [Self.noon: 3]) { facts in
            try facts.delivery(of: 40, at: Self.noon)
        }
        let load = Load(offered: 43, handled: 40, refused: 3)
        #expect(
            evidence.loads[.messagesParked]
                == LoadSeries(width: .second, buckets: [LoadBucket(start: Self.noon, load: load)]))
    }

    @Test(arguments: TestDatabase.kinds)
    func `SNO-09: what is not processed within the term is late, also while it is still open`(
        _ kind: TestDatabase.Kind
    ) async throws {
        let now = Self.noon.advanced(bySeconds: 90_000)
        let evidence = try await gather(kind, asOf: now) { facts in
            try facts.delivery(of: 10, at: Self.noon, processedAt: Self.noon.advanced(bySeconds: 86_400))
            try facts.delivery(of: 20, at: Self.noon, processedAt: Self.noon.advanced(bySeconds: 86_401))
            try facts.delivery(of: 30, at: Self.noon)
            try facts.delivery(of: 40, at: Self.noon.advanced(bySeconds: 3_600))
        }
        let hour = Self.noon.advanced(bySeconds: 3_600)
        #expect(
            evidence.loads[.messagesProcessed]
                == LoadSeries(
                    width: .hour,
                    buckets: [
                        LoadBucket(start: Self.noon, load: Load(offered: 60, handled: 10, late: 50)),
                        LoadBucket(start: hour, load: Load(offered: 40, handled: 0)),
                    ]))
        let term = try #require(evidence.terms[.messagesProcessed])
        #expect(term.handled.total == 30)
        #expect(term.open.total == 70)
        #expect(term.longestMicroseconds == 90_000_000_000)
    }

    @Test(arguments: TestDatabase.kinds)
    func `SNO-09: what was open at the end of the month is so at every later reading`(
        _ kind: TestDatabase.Kind
    ) async throws {
        let received = moment("2026-10-31T20:00:00Z")
        let evidence = try await gather(kind) { facts in
            try facts.delivery(of: 7, at: received, processedAt: received.advanced(bySeconds: 86_400))
        }
        let term = try #require(evidence.terms[.messagesProcessed])
        #expect(term.handled.total == 0)
        #expect(term.open.total == 7)
        #expect(term.longestMicroseconds == 3 * 3_600_000_000)
    }

    @Test(arguments: TestDatabase.kinds)
    func `SNO-06: a notification attempted after one that was due later was overtaken`(
        _ kind: TestDatabase.Kind
    ) async throws {
        let evidence = try await gather(kind) { facts in
            let delivery = try facts.delivery(of: 4, at: Self.noon)
            for (due, attempt) in [(0, 60), (20, 60), (10, 60), (15, 61)] {
                let message = try facts.message(from: delivery, at: Self.noon, key: "m\(due)")
                let attemptedAt = Self.noon.advanced(bySeconds: Int64(attempt))
                try facts.notification(
                    of: message, dueAt: Self.noon.advanced(bySeconds: Int64(due)),
                    firstAttemptAt: attemptedAt,
                    sentAt: attemptedAt)
            }
        }
        #expect(evidence.order[.notifications] == ArrivalOrder(handled: 4, overtaken: 1))
        #expect(evidence.terms[.notifications]?.handled.total == 4)
        #expect(evidence.terms[.notifications]?.longestMicroseconds == 60_000_000)
        #expect(
            evidence.loads[.notifications]
                == LoadSeries(
                    width: .hour, buckets: [LoadBucket(start: Self.noon, load: Load(offered: 4, handled: 4))])
        )
    }

    @Test(arguments: TestDatabase.kinds)
    func `SNO-06: each push service is a channel of its own, beside mail`(
        _ kind: TestDatabase.Kind
    ) async throws {
        let evidence = try await gather(kind) { facts in
            let delivery = try facts.delivery(of: 1, at: Self.noon)
            for (service, due, attempt) in [
                ("https://a.example", 0, 60), ("https://a.example", 30, 61), ("https://b.example", 10, 62),
                ("https://b.example", 5, 63),
            ] {
                let message = try facts.message(from: delivery, at: Self.noon, key: "m\(due)")
                try facts.word(
                    of: message, to: service, dueAt: Self.noon.advanced(bySeconds: Int64(due)),
                    firstAttemptAt: Self.noon.advanced(bySeconds: Int64(attempt)))
            }
            let message = try facts.message(from: delivery, at: Self.noon, key: "mail")
            let attemptedAt = Self.noon.advanced(bySeconds: 64)
            try facts.notification(of: message, dueAt: Self.noon, firstAttemptAt: attemptedAt)
        }
        #expect(evidence.order[.notifications] == ArrivalOrder(handled: 5, overtaken: 1))
    }

    @Test(arguments: TestDatabase.kinds)
    func `SNO-10: attachments are counted of what came into boxes and of what was too large`(
        _ kind: TestDatabase.Kind
    ) async throws {
        let evidence = try await gather(kind) { facts in
            let delivery = try facts.delivery(
                of: 3, at: Self.noon, processedAt: Self.noon, rejected: ["BijlageTeGroot"])
            try facts.message(from: delivery, at: Self.noon, key: "a", attachments: 2, bytes: 512_000)
            try facts.message(from: delivery, at: Self.noon, key: "b")
        }
        #expect(
            evidence.attachments
                == AttachmentEvidence(
                    messages: 3, withAttachments: 2, largestTakenBytes: 512_000,
                    smallestRefusedBytes: 600_000))
    }

    @Test(arguments: TestDatabase.kinds)
    func `SNO-13: a message that came again is counted, and one that is in a box twice is found`(
        _ kind: TestDatabase.Kind
    ) async throws {
        let evidence = try await gather(kind) { facts in
            let first = try facts.delivery(of: 1, at: Self.noon, processedAt: Self.noon)
            try facts.message(from: first, at: Self.noon, key: "a")
            let again = try facts.delivery(
                of: 2, at: Self.noon.advanced(bySeconds: 60), processedAt: Self.noon.advanced(bySeconds: 61),
                rejected: ["BerichtBestaatAl"])
            try facts.message(from: again, at: Self.noon.advanced(bySeconds: 61), key: nil)
        }
        #expect(
            evidence.redeliveries
                == RedeliveryEvidence(redelivered: 2, arrivedTwice: 1, earliestRefusedMicroseconds: nil))
    }
}

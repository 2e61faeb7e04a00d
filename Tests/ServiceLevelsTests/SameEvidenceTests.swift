import Agreements
import CivilTime
import MessageBox
import SQL
import TestKit
import Testing

@Suite struct SameEvidenceTests {
    @Test(arguments: [UInt64(1), 20_261_001])
    func `SNO-06, SNO-09, SNO-10, SNO-13: both databases give the same evidence for the same facts`(
        _ seed: UInt64
    ) async throws {
        let sqlite = try await evidence(.sqlite, seed: seed)
        let postgres = try await evidence(.postgres, seed: seed)
        #expect(sqlite.loads == postgres.loads)
        #expect(sqlite.order == postgres.order)
        #expect(sqlite.terms == postgres.terms)
        #expect(sqlite.attachments == postgres.attachments)
        #expect(sqlite.reoffers == postgres.reoffers)
        #expect(sqlite.redeliveries == postgres.redeliveries)
        #expect(sqlite.order[.notifications]?.overtaken ?? 0 > 0)
    }

    private func evidence(_ kind: TestDatabase.Kind, seed: UInt64) async throws -> Evidence {
        try await withDatabase(kind, Facts.schema) { database in
            try await database.write { transaction in try fill(transaction, seed: seed) }
            let evidence = MessageBoxEvidence(
                over: Agreed.october.interval, terms: [.messagesProcessed: Limit(.lessThan, 3_600_000_000)],
                asOf: moment("2026-11-10T00:00:00Z"))
            return try await database.read { try evidence.gather(in: $0) }
        }
    }

    /// A hundred deliveries around the month, some open, each with a message or two and their notifications.
    @Sendable private func fill(_ transaction: any Transaction, seed: UInt64) throws {
        var facts = try Facts(in: transaction)
        var chance = SeededGenerator(seed: seed)
        let start = Agreed.october.interval.start
        for number in 0..<100 {
            let receivedAt = start.advanced(
                byMicroseconds: .random(in: -86_400_000_000...2_764_800_000_000, using: &chance))
            let processedAt =
                Bool.random(using: &chance)
                ? receivedAt.advanced(byMicroseconds: .random(in: 0...7_200_000_000, using: &chance)) : nil
            let codes = number % 3 == 0 ? ["BerichtBestaatAl", "BijlageTeGroot"] : []
            let delivery = try facts.delivery(
                of: .random(in: 2...1_000, using: &chance), at: receivedAt, processedAt: processedAt,
                rejected: codes)
            let message = try facts.message(
                from: delivery, at: processedAt ?? receivedAt, key: number % 10 == 0 ? nil : "\(number)",
                attachments: number % 3, bytes: number % 3 * 1_000)
            let attemptAt = processedAt?.advanced(bySeconds: .random(in: 0...100_000, using: &chance))
            try facts.notification(
                of: message, dueAt: receivedAt, firstAttemptAt: attemptAt, sentAt: attemptAt)
        }
    }
}

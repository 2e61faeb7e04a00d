public import CivilTime
import Identity
import SQL

/// How many messages of an organisation got which code, by the day they were received (in Amsterdam) and by
/// type: kept as a projection, written with the lines of the report that it counts (DESIGN, decision 9).
public enum SupplyTotals {
    /// What stands in the rows that were counted by today's rule; a change of ``Count/init`` is a new number.
    static let rule = 1

    /// So many messages of one type got one code.
    public struct Count: Hashable, Sendable {
        public let day: CivilDate
        /// Empty where the message was refused before its type was found to exist: what stands there then is
        /// anything.
        public let typeCode: String
        public let code: ProcessingCode

        init(day: CivilDate, typeCode: String, code: ProcessingCode, stage: Stage) {
            self.day = day
            self.code = code
            self.typeCode = Self.knowsType(code, stage) ? typeCode : ""
        }

        private static func knowsType(_ code: ProcessingCode, _ stage: Stage) -> Bool {
            switch code {
            case .processed, .publicationTooFarAhead, .attachmentTooLarge, .notActiveOrSubscribed: true
            case .technicalProblem: stage == .attachmentCheck
            default: false
            }
        }
    }
}

/// The counts of one portion on their way into the totals: one row changes for each, however many messages.
struct SupplyTally {
    private var counts: [Organisation.ID: [SupplyTotals.Count: Int]] = [:]

    mutating func add(_ entry: Portion.Entry, _ code: ProcessingCode, _ stage: Stage) {
        let count = SupplyTotals.Count(
            day: entry.delivery.receivedAt.localDate, typeCode: entry.offered.typeCode ?? "", code: code,
            stage: stage)
        counts[entry.delivery.organisation, default: [:]][count, default: 0] += 1
    }

    /// In one order, so that two portions that change the same rows wait for each other and not crosswise.
    func write(in transaction: any Transaction, at now: Instant) throws {
        for (organisation, counts) in counts.sorted(by: { $0.key < $1.key }) {
            for (count, messages) in counts.sorted(by: { $0.key < $1.key }) {
                try SupplyTotals.add(messages, to: count, of: organisation, in: transaction, at: now)
            }
        }
    }
}

extension SupplyTotals.Count: Comparable {
    public static func < (left: Self, right: Self) -> Bool {
        (left.day, left.typeCode, left.code.rawValue) < (right.day, right.typeCode, right.code.rawValue)
    }
}

extension SupplyTotals {
    static func add(
        _ messages: Int, to count: Count, of organisation: Organisation.ID, in transaction: any Transaction,
        at now: Instant
    ) throws {
        try transaction.run(
            """
            INSERT INTO message_total
              (organisation_id, day, type_code, code, message_count, rule, changed_at)
            VALUES
              (\(organisation), \(count.day), \(count.typeCode), \(count.code), \(messages), \(rule), \(now))
            ON CONFLICT (organisation_id, day, type_code, code) DO UPDATE
            SET message_count = message_total.message_count + excluded.message_count,
              changed_at = excluded.changed_at
            """)
    }
}

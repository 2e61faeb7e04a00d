public import CivilTime
public import Identity
public import SQL

extension SupplyTotals {
    /// A total that is not what the lines of the reports add up to.
    public struct Difference: Sendable, Equatable {
        public let count: Count
        /// In the totals; zero where there is no row, or where it was counted by another rule.
        public let kept: Int
        /// By the lines themselves.
        public let counted: Int
    }

    /// Counts the lines of a day anew and says where the totals differ.
    public static func check(
        of organisation: Organisation.ID, on day: CivilDate, in transaction: any Transaction
    ) throws -> [Difference] {
        let kept = try self.kept(of: organisation, on: day, in: transaction)
        let counted = try self.counted(of: organisation, on: day, in: transaction)
        return Set(kept.keys).union(counted.keys).sorted().compactMap { count in
            let (left, right) = (kept[count] ?? 0, counted[count] ?? 0)
            return left == right ? nil : Difference(count: count, kept: left, counted: right)
        }
    }

    /// Puts what the lines say in the place of the totals of a day.
    public static func rebuild(
        of organisation: Organisation.ID, on day: CivilDate, in transaction: any Transaction, at now: Instant
    ) throws {
        try transaction.run(
            "DELETE FROM message_total WHERE organisation_id = \(organisation) AND day = \(day)")
        for (count, messages) in try counted(of: organisation, on: day, in: transaction).sorted(
            by: { $0.key < $1.key })
        {
            try add(messages, to: count, of: organisation, in: transaction, at: now)
        }
    }

    private static func kept(
        of organisation: Organisation.ID, on day: CivilDate, in transaction: any Transaction
    ) throws -> [Count: Int] {
        let counts = try transaction.rows(
            """
            SELECT type_code, code, message_count, rule
            FROM message_total
            WHERE organisation_id = \(organisation) AND day = \(day)
            """
        ) { row in
            let (typeCode, code) = (try row.next(String.self), try row.next(ProcessingCode.self))
            let messages = try row.next(Int.self)
            let isCurrent = try row.next(Int.self) == rule
            return (Count(day, typeCode, code), isCurrent ? messages : 0)
        }
        return Dictionary(uniqueKeysWithValues: counts)
    }

    private static func counted(
        of organisation: Organisation.ID, on day: CivilDate, in transaction: any Transaction
    ) throws -> [Count: Int] {
        let span = DeliveryIDs.of(day)
        var counts: [Count: Int] = [:]
        try transaction.visit(
            """
            SELECT report_line.type_code, report_line.code, report_line.stage, COUNT(*)
            FROM delivery
            JOIN report_line ON report_line.delivery_id = delivery.id
            WHERE delivery.organisation_id = \(organisation)
              AND delivery.id >= \(span.first) AND delivery.id < \(span.end)
            GROUP BY report_line.type_code, report_line.code, report_line.stage
            """
        ) { row in
            let count = Count(
                day: day, typeCode: try row.next(), code: try row.next(), stage: try row.next())
            counts[count, default: 0] += try row.next(Int.self)
        }
        return counts
    }
}

extension SupplyTotals.Count {
    fileprivate init(_ day: CivilDate, _ typeCode: String, _ code: ProcessingCode) {
        self.day = day
        self.typeCode = typeCode
        self.code = code
    }
}

/// The ids that deliveries of a day have: an id begins with the moment of receipt, so days are ranges of ids.
struct DeliveryIDs {
    let first: [UInt8]
    let end: [UInt8]

    static func of(_ day: CivilDate) -> DeliveryIDs {
        DeliveryIDs(first: bytes(day), end: bytes(day.advanced(byDays: 1)))
    }

    private static func bytes(_ day: CivilDate) -> [UInt8] {
        let milliseconds = max(0, Instant(startOf: day).microseconds / 1_000)
        return (0..<6).map { UInt8(truncatingIfNeeded: milliseconds >> (40 - 8 * Int64($0))) }
    }
}

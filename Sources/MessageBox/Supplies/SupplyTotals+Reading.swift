public import CivilTime
public import Identity
public import SQL

extension SupplyTotals {
    /// What became of the messages of a day, or of several.
    public struct Figures: Sendable, Equatable {
        public var processed = 0
        public var rejected = 0
        /// Received, and without an outcome yet.
        public var waiting = 0

        /// Every message is one of the three.
        public var offered: Int { processed + rejected + waiting }

        public init(processed: Int = 0, rejected: Int = 0, waiting: Int = 0) {
            self.processed = processed
            self.rejected = rejected
            self.waiting = waiting
        }

        public static func + (left: Figures, right: Figures) -> Figures {
            Figures(
                processed: left.processed + right.processed, rejected: left.rejected + right.rejected,
                waiting: left.waiting + right.waiting)
        }
    }

    /// The figures of each day on which something was received.
    ///
    /// - Parameter days: the first and the last day; a year is a few thousand rows.
    public static func figures(
        of organisation: Organisation.ID, over days: ClosedRange<CivilDate>, in transaction: any Transaction
    ) throws -> [CivilDate: Figures] {
        var figures: [CivilDate: Figures] = [:]
        try transaction.visit(
            """
            SELECT day,
              CAST(SUM(CASE WHEN code = \(ProcessingCode.processed) THEN message_count ELSE 0 END) AS BIGINT),
              CAST(SUM(message_count) AS BIGINT)
            FROM message_total
            WHERE organisation_id = \(organisation)
              AND day >= \(days.lowerBound) AND day <= \(days.upperBound)
            GROUP BY day
            """
        ) { row in
            let day = try row.next(CivilDate.self)
            let processed = try row.next(Int.self)
            figures[day] = Figures(processed: processed, rejected: try row.next(Int.self) - processed)
        }
        for (day, waiting) in try waiting(of: organisation, over: days, in: transaction) {
            figures[day, default: Figures()].waiting = waiting
        }
        return figures
    }

    /// What was received and is not done, by day. Midnight in Amsterdam is on a whole hour everywhere, so
    /// hours add up to days.
    private static func waiting(
        of organisation: Organisation.ID, over days: ClosedRange<CivilDate>, in transaction: any Transaction
    ) throws -> [CivilDate: Int] {
        var waiting: [CivilDate: Int] = [:]
        let end = Instant(startOf: days.upperBound.advanced(byDays: 1))
        try transaction.visit(
            """
            SELECT received_at / 3600000000, CAST(SUM(message_count - handled_count) AS BIGINT)
            FROM delivery
            WHERE organisation_id = \(organisation) AND processed_at IS NULL
              AND received_at >= \(Instant(startOf: days.lowerBound)) AND received_at < \(end)
            GROUP BY received_at / 3600000000
            """
        ) { row in
            let hour = try row.next(Int64.self)
            waiting[Instant(seconds: hour * 3_600).localDate, default: 0] += try row.next(Int.self)
        }
        return waiting
    }

    /// How often each code was given, the most frequent first.
    public static func codes(
        of organisation: Organisation.ID, over days: ClosedRange<CivilDate>, in transaction: any Transaction
    ) throws -> [(code: ProcessingCode, messages: Int)] {
        try transaction.rows(
            """
            SELECT code, CAST(SUM(message_count) AS BIGINT) AS messages
            FROM message_total
            WHERE organisation_id = \(organisation)
              AND day >= \(days.lowerBound) AND day <= \(days.upperBound)
            GROUP BY code
            ORDER BY messages DESC, code
            """
        ) { row in (code: try row.next(), messages: try row.next()) }
    }

    /// The last day on which a code was given; nil when it never was.
    public static func lastDay(
        of organisation: Organisation.ID, with code: ProcessingCode, to day: CivilDate,
        in transaction: any Transaction
    ) throws -> CivilDate? {
        try transaction.value(
            """
            SELECT day FROM message_total
            WHERE organisation_id = \(organisation) AND day <= \(day) AND code = \(code)
            ORDER BY day DESC
            LIMIT 1
            """)
    }

    /// The counts one by one, oldest first, after the one given: for a file of any length.
    public static func counts(
        of organisation: Organisation.ID, over days: ClosedRange<CivilDate>, after last: Count?, limit: Int,
        in transaction: any Transaction
    ) throws -> [(count: Count, messages: Int)] {
        let start = last?.day ?? days.lowerBound
        return try transaction.rows(
            """
            SELECT day, type_code, code, message_count
            FROM message_total
            WHERE organisation_id = \(organisation)
              AND day >= \(start) AND day <= \(days.upperBound)
              AND (day, type_code, code) > (\(start), \(last?.typeCode ?? ""), \(last?.code.rawValue ?? ""))
            ORDER BY day, type_code, code
            LIMIT \(limit)
            """
        ) { row in (count: try Count(&row), messages: try row.next()) }
    }
}

extension SupplyTotals.Count {
    /// As it lies in the table: day, type, code.
    fileprivate init(_ row: inout Row) throws {
        day = try row.next()
        typeCode = try row.next()
        code = try row.next()
    }
}

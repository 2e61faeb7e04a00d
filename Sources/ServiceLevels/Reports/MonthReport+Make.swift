public import AgreementFiles
public import CivilTime
public import SQL

extension MonthReport {
    /// The report of an agreement over a month: the frozen one where there is one, and otherwise judged now,
    /// on one state of the database. A report whose sources have all passed the end of the month is frozen
    /// first.
    ///
    /// - Parameter now: the moment the evidence is read, normally the current one.
    public static func make(
        of published: PublishedAgreement, in month: CivilMonth, from database: any Database,
        asOf now: Instant,
        freezing: Freezing = Freezing()
    ) async throws -> MonthReport {
        let (report, isDue) = try await database.read { transaction in
            if let frozen = try frozen(published, month, in: transaction) { return (frozen, false) }
            return (
                try judge(published, in: month, asOf: now, in: transaction),
                try freezing.isDue(published, month, asOf: now, in: transaction)
            )
        }
        guard isDue else { return report }
        return try await database.write { transaction in
            try report.freeze(published, month, in: transaction, at: now)
        }
    }

    /// The frozen report of a month; nil when it can still change.
    static func frozen(
        _ published: PublishedAgreement, _ month: CivilMonth, in transaction: any Transaction
    ) throws -> MonthReport? {
        let document = try transaction.value(
            """
            SELECT document FROM frozen_report
            WHERE agreement_hash = \(published.hashText) AND month = \(month.description)
            """, as: String.self)
        return try document.map { try MonthReport(json: Array($0.utf8)) }
    }

    /// Keeps the report as it is; where another was kept first, that one holds.
    private func freeze(
        _ published: PublishedAgreement, _ month: CivilMonth, in transaction: any Transaction, at now: Instant
    ) throws -> MonthReport {
        if let earlier = try Self.frozen(published, month, in: transaction) { return earlier }
        var report = self
        report.frozenAt = now.rfc3339
        try transaction.run(
            """
            INSERT INTO frozen_report (agreement_hash, month, document, frozen_at)
            VALUES (\(published.hashText), \(month.description),
              \(String(decoding: try report.json(), as: UTF8.self)), \(now))
            """)
        return report
    }
}

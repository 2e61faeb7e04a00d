import Agreements
import CivilTime
import Testing

/// Which cases belong to which month, and how they read then.
struct HandlingMonthTests {
    /// In time and late, over the end of April; the term is 48 hours.
    private func cases() throws -> [CaseRecord] {
        [
            try disturbance(id: "kept-april", "2026-04-10 09:00", solved: "2026-04-10 10:00"),
            try disturbance(id: "late-april", "2026-04-10 09:00", solved: "2026-04-20 10:00"),
            try disturbance(id: "kept-over", "2026-04-30 09:00", solved: "2026-05-01 10:00"),
            try disturbance(id: "late-over", "2026-04-20 09:00", solved: "2026-05-03 10:00"),
            try disturbance(id: "open", "2026-04-20 09:00"),
            try disturbance(id: "open-over", "2026-04-30 09:00"),
        ]
    }

    private static let counts: [(HandlingNorm.Membership, april: Fraction, may: Fraction?)] = [
        (.resolvedOrOverdue, Fraction(1, of: 4), Fraction(1, of: 3)),
        (.resolved, Fraction(1, of: 2), Fraction(1, of: 2)),
        (.registered, Fraction(2, of: 6), nil),
        (.due, Fraction(1, of: 4), Fraction(1, of: 2)),
    ]

    @Test(arguments: counts)
    func `each way to say which cases belong to a month counts its own`(
        counted: HandlingNorm.Membership, april: Fraction, may: Fraction?
    ) throws {
        let line = handling("Prio 1", continuous(48 * .hour), counted: counted)
        #expect(try finding(line, cases()).fraction == april)
        #expect(try finding(line, cases(), month: "2026-05").fraction == may)
    }

    @Test func `a case solved at the first moment of a month belongs to that month`() throws {
        let line = handling("Prio 1", continuous(48 * .hour))
        let record = try disturbance("2026-04-30 09:00", solved: "2026-05-01 00:00")
        #expect(try finding(line, [record]).verdict == .noMeasurement)
        #expect(try finding(line, [record], month: "2026-05").fraction == Fraction(1, of: 1))
    }

    @Test func `a case that is paused at the end of the month is not late in it`() throws {
        let line = handling("Prio 1", continuous(6 * .hour))
        let record = try disturbance(
            "2026-04-30 09:00", pauses: [pause("2026-04-30 10:00", "2026-05-02 10:00")])
        #expect(try finding(line, [record]).verdict == .noMeasurement)
        #expect(try finding(line, [record], month: "2026-05").fraction == Fraction(0, of: 1))
    }

    @Test func `what is reopened later stays solved in the month that is over, and counts again`() throws {
        let line = handling("Prio 1", continuous(6 * .hour))
        let record = disturbance(
            priority: 1, try at("2026-04-10 09:00"),
            stops: [
                try stop("2026-04-10 10:00", reopened: "2026-05-03 10:00"), try stop("2026-05-03 16:00"),
            ])
        #expect(try finding(line, [record]).fraction == Fraction(1, of: 1))
        let may = try finding(line, [record], month: "2026-05")
        #expect(may.fraction == Fraction(0, of: 1))
        #expect(may.explanation.contains("Heropend na een eerdere oplossing: 1."))
    }

    @Test func `a case that was merged or deleted is not judged (case 35)`() throws {
        let line = handling("Prio 1", continuous(6 * .hour))
        let record = try disturbance("2026-04-10 09:00", endedAt: try at("2026-04-12 09:00"))
        let found = try finding(line, [record])
        #expect(found.verdict == .noMeasurement)
        #expect(found.explanation.contains("Samengevoegd of vervallen, en niet beoordeeld: 1."))
    }

    @Test func `a month that is not over is judged as far as it has passed`() throws {
        let line = handling("Prio 1", continuous(48 * .hour))
        #expect(try finding(line, cases(), asOf: "2026-04-11 09:00").fraction == Fraction(1, of: 1))
    }
}

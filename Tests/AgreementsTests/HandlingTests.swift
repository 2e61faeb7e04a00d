import Agreements
import CivilTime
import Testing

struct HandlingTests {
    /// Solved exactly at the end of the term, or a microsecond after it.
    private func solved(
        _ count: Int, late: Int, priority: Int, after budget: Int64, _ hours: WorkingHours
    ) throws -> [CaseRecord] {
        let start = try at("2026-04-13 09:00")
        let end = try #require(hours.moment(after: budget, from: start))
        return (0..<count).map { index in
            let moment = index < late ? end.advanced(byMicroseconds: 1) : end
            return disturbance(
                id: "M-\(index)", priority: priority, start,
                stops: [TermRun.Stop(at: moment, reopenedAt: nil)])
        }
    }

    @Test(arguments: [(1, Int64(6)), (2, 20), (3, 30)])
    func `SNO-37 SNO-38 SNO-39 17 of 20 at exactly the limit is 85 %, 16 is under the level`(
        priority: Int, budgetHours: Int64
    ) throws {
        let window = try officeHours()
        let hours: WorkingHours = priority == 1 ? .always : try WorkingHours(window, in: .production)
        let limit = priority == 1 ? continuous(6 * .hour) : working(budgetHours * .hour)
        let line = handling(
            "Prio", limit, CaseSelection(priority: priority), share: try percentage(85), window: window)
        for (late, verdict) in [(3, Verdict.met), (4, .notMet)] {
            let cases = try solved(20, late: late, priority: priority, after: budgetHours * .hour, hours)
            let found = try finding(line, cases)
            #expect(found.verdict == verdict)
            #expect(found.fraction == Fraction(20 - late, of: 20))
        }
    }

    @Test(arguments: [(1, Int64(6), 70, 7), (2, 12, 80, 8), (3, 24, nil, 10)])
    func `BVV-03 70 % of P1 within 6 hours, 80 % of P2 within 12, every P3 within 24`(
        priority: Int, budgetHours: Int64, share: Int?, needed: Int
    ) throws {
        let window = try officeHours("08:30-18:00")
        let line = handling(
            "Prioriteit", working(budgetHours * .hour), CaseSelection(priority: priority),
            share: try share.map { try percentage($0) }, window: window)
        let hours = try WorkingHours(window, in: .production)
        for (late, verdict) in [(10 - needed, Verdict.met), (11 - needed, .notMet)] {
            let cases = try solved(10, late: late, priority: priority, after: budgetHours * .hour, hours)
            #expect(try finding(line, cases).verdict == verdict)
        }
    }

    @Test func `BVV-03 a priority settled in consultation is shown, not judged`() throws {
        let line = handling(
            "Prioriteit 4", SpanLimit(.atMost, Span(.inConsultation, text: "in overleg")),
            CaseSelection(priority: 4))
        let found = try finding(line, [try disturbance(priority: 4, "2026-04-13 09:00")])
        #expect(found.verdict == .shown)
        #expect(found.measured == "1 zaak")
        #expect(found.norm == "in overleg")
        #expect(found.fraction == nil)
    }

    @Test func `SSC-06 a reaction at exactly a quarter of an hour is not within less than it (case 32)`()
        throws
    {
        let window = try officeHours()
        let line = handling(
            "Prioriteit 1",
            SpanLimit(.lessThan, Span(.working(microseconds: .hour / 4), text: "0,25 werkuur")),
            CaseSelection(priority: 1), window: window)
        let hours = try WorkingHours(window, in: .production)
        let cases = try solved(1, late: 0, priority: 1, after: .hour / 4, hours)
        #expect(try finding(line, cases).verdict == .notMet)
        let earlier = try solved(1, late: 0, priority: 1, after: .hour / 4 - 1, hours)
        #expect(try finding(line, earlier).verdict == .met)
        #expect(try finding(line, earlier).norm == "< 0,25 werkuur")
    }

    @Test func `a share is shown cut off toward the side on which it fails, and decided exactly`() throws {
        let line = handling("Prio 1", continuous(6 * .hour), share: try percentage(85))
        let cases = try solved(99, late: 15, priority: 1, after: 6 * .hour, .always)
        let found = try finding(line, cases)
        #expect(found.verdict == .notMet)
        #expect(found.measured == "84,84 % op tijd")
        #expect(found.explanation.contains("Nodig voor de norm: 85 van 99."))
        let exact = try solved(100, late: 15, priority: 1, after: 6 * .hour, .always)
        #expect(try finding(line, exact).measured == "85,00 % op tijd")
    }

    @Test func `no cases read geen meting, and so does evidence without cases`() throws {
        let line = handling("Prio 1", continuous(6 * .hour), share: try percentage(85))
        for cases in [[], nil] as [[CaseRecord]?] {
            let found = try finding(line, cases)
            #expect(found.verdict == .noMeasurement)
            #expect(found.observations == 0)
        }
    }

    @Test func `so few cases that one late one decides are told to be few`() throws {
        let line = handling("Prio 1", continuous(6 * .hour), share: try percentage(85))
        let few = try finding(line, solved(6, late: 1, priority: 1, after: 6 * .hour, .always))
        #expect(few.verdict == .notMet)
        #expect(few.explanation.contains { $0.contains("Nodig voor de norm: 6 van 6. Bij zo weinig zaken") })
        let enough = try finding(line, solved(7, late: 1, priority: 1, after: 6 * .hour, .always))
        #expect(enough.verdict == .met)
        #expect(!enough.explanation.contains { $0.contains("zo weinig") })
    }

    @Test func `SNO-62 open cases past their term are named, ten at most, and stay visible the next month`()
        throws
    {
        let line = handling("Prio 1", continuous(6 * .hour), share: try percentage(85))
        let cases = try (1...12).map { try disturbance(id: "M-\($0)", "2026-04-13 09:00") }
        let april = try finding(line, cases)
        #expect(april.fraction == Fraction(0, of: 12))
        #expect(
            april.explanation.contains {
                $0.hasPrefix("Nog open en over de termijn: 12 (M-1, M-2,") && $0.hasSuffix("M-10 en nog 2).")
            })
        let may = try finding(line, cases, month: "2026-05")
        #expect(may.verdict == .noMeasurement)
        #expect(may.explanation.contains { $0.hasPrefix("Nog open en over de termijn: 12") })
    }

    @Test func `BVV-05 short of a target is told and is no breach`() throws {
        let line = handling(
            "Prioriteit 3", working(24 * .hour), window: try officeHours(), standing: .target)
        let found = try finding(line, [try disturbance(priority: 3, "2026-04-01 09:00")])
        #expect(found.verdict == .shown)
        #expect(found.fraction == Fraction(0, of: 1))
        #expect(found.explanation.contains { $0.contains("streefwaarde, geen norm: zij is niet gehaald") })
    }

    @Test func `a result explains itself, from the words of the norm to the outcome`() throws {
        let window = try officeHours("08:30-18:00")
        let rules = try agreement([
            clause("BVV-03", [handling("Prioriteit 1", working(6 * .hour), window: window)])
        ])
        let record = try disturbance("2026-04-03 16:00", solved: "2026-04-07 12:30")
        let result = try #require(
            rules.handlingResults(of: [record], asOf: try at("2026-05-01 09:00")).first)
        #expect(shown(result.deadline) == "2026-04-07 12:30")
        #expect(result.outcome == .kept)
        #expect(result.elapsedMicroseconds == 6 * .hour)
        #expect(result.budgetMicroseconds == 6 * .hour)
        #expect(result.trace.countedMicroseconds == 6 * .hour)
        #expect(result.explanation.first == "BVV-03: Prioriteit 1, ≤ 6 werkuren, prioriteit 1.")
        #expect(result.explanation.contains { $0.contains("Tweede paasdag") })
        #expect(result.explanation.last == "Oordeel: op tijd (di 7 april 2026, 12.30 uur).")
    }
}

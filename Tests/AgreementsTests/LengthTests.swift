import Agreements
import CivilTime
import Testing

struct LengthTests {
    private func judged(
        _ measure: LengthMeasure, _ comparison: BoundComparison, _ kind: Span.Kind, _ text: String,
        _ stretches: [(String, String)]?
    ) throws -> Finding {
        var evidence = Evidence()
        evidence.lengths[measure] = try stretches?.map { Interval(from: try at($0.0), to: try at($0.1)) }
        let norm = LengthNorm(
            of: measure, bound: Bound(comparison: comparison, value: Span(kind, text: text)), standing: .norm)
        return try judgeOne(.length(norm), evidence)
    }

    @Test func `SNO-20 a restore of exactly 4 hours is in time, and the worst of several is told`() throws {
        let kind = Span.Kind.clock(microseconds: 4 * .hour)
        let exact = ("2026-10-01 10:00", "2026-10-01 14:00")
        #expect(try judged(.restore, .atMost, kind, "4 uur", [exact]).verdict == .met)
        let found = try judged(
            .restore, .atMost, kind, "4 uur", [exact, ("2026-10-02 10:00", "2026-10-02 14:01")])
        #expect(found.verdict == .notMet)
        #expect(found.measured == "4 uur 1 min")
        #expect(found.fraction == Fraction(1, of: 2))
    }

    @Test func `SNO-20 what did not happen challenges nothing, and what is not kept is not measured`() throws
    {
        let kind = Span.Kind.clock(microseconds: 0)
        #expect(try judged(.dataLoss, .atMost, kind, "0 min", []).verdict == .notChallenged)
        #expect(try judged(.dataLoss, .atMost, kind, "0 min", nil).verdict == .noMeasurement)
    }

    @Test func `SNO-20 backups of seven days reach back seven days of the calendar`() throws {
        let full = ("2026-10-21 03:00", "2026-10-28 03:00")
        #expect(try judged(.backupRetention, .atLeast, .days(7), "7 dagen", [full]).verdict == .met)
        let short = ("2026-10-21 03:01", "2026-10-28 03:00")
        #expect(try judged(.backupRetention, .atLeast, .days(7), "7 dagen", [short]).verdict == .notMet)
    }

    @Test func `BVV-08 a log of 18 months is one of the calendar`() throws {
        let kept = ("2025-04-15 12:00", "2026-10-15 12:00")
        #expect(try judged(.usageLog, .atMost, .months(18), "18 maanden", [kept]).verdict == .met)
        let longer = ("2025-04-15 11:59", "2026-10-15 12:00")
        #expect(try judged(.usageLog, .atMost, .months(18), "18 maanden", [longer]).verdict == .notMet)
    }

    @Test func `SNO-48 release contents two weeks ahead`() throws {
        let ahead = ("2026-10-01 12:00", "2026-10-15 12:00")
        let found = try judged(.releaseContentsAhead, .atLeast, .weeks(2), "2 weken", [ahead])
        #expect(found.verdict == .met)
        #expect(found.measured == "14 dagen")
    }
}

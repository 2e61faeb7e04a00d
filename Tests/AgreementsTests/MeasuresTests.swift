import Agreements
import CivilTime
import Testing

struct MeasuresTests {
    private func share(
        _ measure: ShareMeasure, _ comparison: BoundComparison, _ percent: Int, _ part: Int, of whole: Int,
        _ standing: Standing = .norm
    ) throws -> Finding {
        var evidence = Evidence()
        evidence.shares[measure] = PartOfWhole(part, of: whole)
        let bound = Bound(comparison: comparison, value: try percentage(percent))
        return try judgeOne(.share(ShareNorm(of: measure, bound: bound, standing: standing)), evidence)
    }

    @Test func `SNO-43 3 of 100 calls abandoned is within 3 %, a hair more is not`() throws {
        #expect(try share(.abandonedCalls, .atMost, 3, 3, of: 100).verdict == .met)
        let more = try share(.abandonedCalls, .atMost, 3, 3_001, of: 100_000)
        #expect(more.verdict == .notMet)
        #expect(more.measured == "3,01 % telefoontjes afgebroken voordat er werd opgenomen")
        #expect(more.peil?.higherIsBetter == false)
    }

    @Test func `SNO-07 99 of 100 preferences processed is 99 %, and no preferences are no measurement`()
        throws
    {
        #expect(try share(.preferencesProcessed, .atLeast, 99, 99, of: 100).verdict == .met)
        #expect(try share(.preferencesProcessed, .atLeast, 99, 9_899, of: 10_000).verdict == .notMet)
        #expect(try share(.preferencesProcessed, .atLeast, 99, 0, of: 0).verdict == .noMeasurement)
    }

    @Test func `at a bound, more than and less than are not kept`() throws {
        #expect(try share(.abandonedCalls, .lessThan, 3, 3, of: 100).verdict == .notMet)
        #expect(try share(.preferencesProcessed, .moreThan, 99, 99, of: 100).verdict == .notMet)
        #expect(try share(.preferencesProcessed, .moreThan, 99, 991, of: 1_000).verdict == .met)
    }

    @Test func `SNO-43 the part of the window with the telephone open is told in hours`() throws {
        let hour = 3_600_000_000
        let found = try share(.windowPhone, .atLeast, 99, 306 * hour, of: 308 * hour)
        #expect(found.verdict == .met)
        #expect(found.fractionText == "306 uur van 308 uur")
    }

    @Test func `a share that is a target is shown`() throws {
        #expect(try share(.abandonedCalls, .atMost, 3, 4, of: 100, .target).verdict == .shown)
    }

    @Test(arguments: [
        (20, 80, 80, Verdict.met), (20, 80, 79, .notMet), (600, 99, 99, .met), (600, 99, 98, .notMet),
    ])
    func `SNO-43 80 % of calls answered within 20 s and 99 % within 10 minutes`(
        seconds: Int, percent: Int, inTime: Int, verdict: Verdict
    ) throws {
        var evidence = Evidence()
        var times = Histogram()
        times.record(microseconds: seconds * 1_000_000, times: inTime)
        times.record(microseconds: seconds * 1_000_000 + 1, times: 100 - inTime)
        evidence.answerTimes = times
        let norm = AnswerTimeNorm(
            limit: Limit(.atMost, seconds * 1_000_000), share: try percentage(percent))
        #expect(try judgeOne(.answerTime(norm), evidence).verdict == verdict)
        #expect(try judgeOne(.answerTime(norm), Evidence()).verdict == .noMeasurement)
    }

    @Test func `a bound between two classes of waiting times is not decided when it hangs on them`() throws {
        var evidence = Evidence()
        var times = Histogram()
        times.record(microseconds: 25_000_000, times: 10)
        evidence.answerTimes = times
        let norm = AnswerTimeNorm(limit: Limit(.atMost, 26_000_000), share: try percentage(80))
        #expect(try judgeOne(.answerTime(norm), evidence).verdict == .noMeasurement)
    }

    @Test(arguments: [(750, 100, Verdict.notMet), (751, 100, .met), (0, 0, .noMeasurement)])
    func `SNO-43 a mean of exactly 7,5 is not more than 7,5`(sum: Int, count: Int, verdict: Verdict) throws {
        var evidence = Evidence()
        evidence.marks[.satisfactionPhone] = MarkEvidence(sum: sum, count: count)
        let bound = Bound(comparison: .moreThan, value: Decimal(scaled: 75, decimals: 1))
        let norm = Norm.mean(MeanNorm(of: .satisfactionPhone, bound: bound, scale: 10))
        let found = try judgeOne(norm, evidence)
        #expect(found.verdict == verdict)
        #expect(found.norm == "gemiddeld > 7,5 op een schaal van 10")
    }

    @Test func `a mean is shown rounded toward the side on which it fails, and of marks with decimals`()
        throws
    {
        var evidence = Evidence()
        evidence.marks[.satisfactionPhone] = MarkEvidence(sum: 22_499, decimals: 3, count: 3)
        let bound = Bound(comparison: .moreThan, value: Decimal(scaled: 75, decimals: 1))
        let found = try judgeOne(
            .mean(MeanNorm(of: .satisfactionPhone, bound: bound, scale: 10)), evidence)
        #expect(found.measured == "gemiddeld 7,49")
        #expect(found.fractionText == "22,499 over 3")
    }

    @Test func `SNO-11 fewer organisations than are supported is no failure unless one was turned away`()
        throws
    {
        let bound = Bound(comparison: .atLeast, value: 400)
        let norm = Norm.number(
            NumberNorm(of: .deliveringOrganisations, bound: bound, per: nil, standing: .norm))
        for (count, refused, verdict) in [
            (12, 0, Verdict.notChallenged), (12, 1, .notMet), (400, 0, .met), (400, 9, .met),
        ] {
            var evidence = Evidence()
            evidence.numbers[.deliveringOrganisations] = NumberEvidence(count: count, refused: refused)
            #expect(try judgeOne(norm, evidence).verdict == verdict)
        }
        #expect(try judgeOne(norm, Evidence()).verdict == .noMeasurement)
    }

    @Test func `SNO-48 one release a month is aimed at: none is told, and is no breach`() throws {
        var evidence = Evidence()
        evidence.numbers[.releases] = NumberEvidence(count: 0)
        let bound = Bound(comparison: .atLeast, value: 1)
        let found = try judgeOne(
            .number(NumberNorm(of: .releases, bound: bound, per: .monthly, standing: .target)), evidence)
        #expect(found.verdict == .shown)
        #expect(found.norm == "≥ 1 releases per maand")
        #expect(found.explanation.contains { $0.contains("niet gehaald") })
    }
}

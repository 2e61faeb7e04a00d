import Agreements
import CivilTime
import Testing

struct ForecastCapacityTests {
    /// 150,000 an hour, 2,500,000 in 24 hours, and notifications of 3,000,000 a day (SNO-06, SNO-09).
    private func provider() throws -> Agreement {
        let forecast = ForecastNorm(
            party: "afnemer", horizonQuarters: 6, renewed: .monthly, deviation: try percentage(10),
            judged: [.messages], spread: .lastYear, liability: .month)
        let capacities = [
            CapacityNorm(flow: .messagesSupplied, maximum: 150_000, per: .clockHour, excess: .accepted),
            CapacityNorm(flow: .messagesProcessed, maximum: 2_500_000, per: .any24Hours, excess: .accepted),
            CapacityNorm(flow: .notifications, maximum: 3_000_000, per: .calendarDay, excess: .accepted),
        ]
        func line(_ norm: Norm) -> NormLine { NormLine(text: "Norm", paragraph: "2.2", norm: norm) }
        return try agreement([
            clause("SNO-09", capacities.map { line(.capacity($0)) }),
            clause("SNO-49", [line(.forecast(forecast))], party: "afnemer"),
        ])
    }

    private func tested(_ messages: Int, _ pattern: LoadSeries? = nil, split: Int = 1) throws -> CapacityTest
    {
        let april = try #require(CivilMonth("2026-04"))
        let forecasts = try (0..<split).map { index in
            Forecast(
                party: "a-\(index)", givenAt: try at("2026-03-20 12:00"),
                months: [april: Volume(messages: messages / split, bytes: 0)])
        }
        return try provider().capacityTest(
            of: forecasts, for: april, at: april.interval.start, pattern: pattern)
    }

    @Test func `SNO-50 spread evenly a month fits up to the maximum of 24 hours times its days`() throws {
        let most = 2_500_000 * 30
        let fitting = try tested(most)
        #expect(fitting.conflictCount == 0)
        #expect(fitting.isEven)
        #expect(fitting.explanation.last == "Dat past binnen alle afgesproken maxima.")
        let over = try tested(most + 1)
        #expect(over.conflicts.first?.expected == 2_500_001)
        #expect(over.conflicts.allSatisfy { $0.clause == "SNO-09" && $0.norm.per == .any24Hours })
        #expect(over.conflictCount == 30)
    }

    @Test func `SNO-50 what all organisations foretell is added up`() throws {
        #expect(try tested(2_500_000 * 31, split: 5).messages == 2_500_000 * 31)
        #expect(try tested(2_500_000 * 31, split: 5).conflictCount > 0)
    }

    @Test func `SNO-50 a peak of last year comes back on the same weekday and hour`() throws {
        let peak = try at("2025-04-22 09:00")
        let pattern = LoadSeries(
            width: .hour,
            buckets: [
                LoadBucket(start: peak, load: Load(offered: 3, handled: 3)),
                LoadBucket(start: peak.advanced(bySeconds: 86_400), load: Load(offered: 1, handled: 1)),
            ])
        let found = try tested(200_001, pattern)
        #expect(!found.isEven)
        #expect(found.conflicts.map(\.norm.per) == [.clockHour])
        #expect(found.conflicts.map { shown($0.start) } == ["2026-04-21 09:00"])
        #expect(found.conflicts.map(\.expected) == [150_001])
        #expect(try tested(200_000, pattern).conflictCount == 0)
    }

    @Test func `SNO-50 notifications are tested too: each message gives one`() throws {
        let peak = try at("2025-04-22 09:00")
        let pattern = LoadSeries(
            width: .hour, buckets: [LoadBucket(start: peak, load: Load(offered: 1, handled: 1))])
        let found = try tested(3_000_001, pattern)
        #expect(found.conflicts.contains { $0.norm.flow == .notifications && $0.expected == 3_000_001 })
        #expect(try !tested(3_000_000, pattern).conflicts.contains { $0.norm.flow == .notifications })
    }

    @Test func `a month that fits nowhere lists no more conflicts than a reader can use`() throws {
        let found = try tested(1_000_000_000)
        #expect(found.conflicts.count == CapacityTest.listedLimit)
        #expect(found.conflictCount > CapacityTest.listedLimit)
    }

    private func mark(
        foretold: Int = 1_000, sent: Int = 2_000, peak: Int = 150_000, lost: Int = 1
    ) throws -> (LiabilityMark?, [Judgement]) {
        let april = try #require(CivilMonth("2026-04"))
        let load = Load(offered: peak, handled: peak - lost, late: lost)
        var evidence = Evidence(loads: [
            .messagesSupplied: LoadSeries(
                width: .hour, buckets: [LoadBucket(start: try at("2026-04-13 09:00"), load: load)])
        ])
        evidence.forecasts = ForecastEvidence(
            forecasts: [
                Forecast(
                    party: "uwv", givenAt: try at("2026-03-20 12:00"),
                    months: [april: Volume(messages: foretold, bytes: 0)])
            ], sent: ["uwv": Volume(messages: sent, bytes: 0)])
        let now = try at("2026-06-01 12:00")
        let agreement = try provider()
        let judgements = agreement.judge(evidence, in: april, asOf: now)
        return (agreement.liabilityMark(evidence, judgements, in: april, asOf: now), judgements)
    }

    @Test
    func
        `SNO-50 disturbed, a forecast too far off and a bound reached: not liable, the level stays missed`()
        throws
    {
        let (mark, judgements) = try mark()
        #expect(mark?.isExempt == true)
        let missed = try #require(judgements.first?.findings.first)
        #expect(missed.verdict == .notMet)
        #expect(
            missed.explanation.contains(
                "Voor april 2026 is de leverancier niet aansprakelijk voor de serviceniveaus."))
        #expect(mark?.explanation.contains { $0.contains("uwv: 2.000 berichten, 100,00 % meer") } == true)
    }

    @Test func `SNO-50 without one of the three the provider stays liable`() throws {
        #expect(try mark(sent: 1_100).0?.isExempt == false)
        #expect(try mark(peak: 149_999).0?.isExempt == false)
        #expect(try mark(lost: 0).0?.isExempt == false)
    }
}

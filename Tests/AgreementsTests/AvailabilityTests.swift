import Agreements
import CivilTime
import Testing

struct AvailabilityTests {
    private func window(
        _ week: Int, _ weekday: Weekday, _ from: String, _ to: String, downtime: Bool = true
    ) throws -> MaintenanceWindow {
        let hours = HoursRange(
            from: try #require(TimeOfDay(from)), to: try #require(TimeOfDay(to)))
        return MaintenanceWindow(
            key: "window", title: "Onderhoud", paragraph: "2.1.5",
            recurrence: .weekdayOfMonth(ordinal: week, weekday),
            hours: [.production: hours, .preproduction: hours], allowsDowntime: downtime)
    }

    private func norm(
        windows: [MaintenanceWindow] = [], gap: AvailabilityNorm.ProbeGap = .unknown,
        maintenance: AvailabilityNorm.Maintenance = .outOfTheFigure,
        convention: AvailabilityNorm.Month.Convention = .calendar,
        judged: AvailabilityNorm.Scope = .perFunction
    ) throws -> Norm {
        .availability(
            AvailabilityNorm(
                atLeast: try percentage(99), environment: .production,
                functions: [
                    ServiceFunction(key: "box", title: "Berichtenbox", probe: "message-box"),
                    ServiceFunction(key: "in", title: "Inloggen", probe: "sign-in"),
                    ServiceFunction(key: "app", title: "App", probe: nil),
                ],
                judged: judged, month: .init(convention: convention, meanHours: 730),
                maintenance: maintenance,
                windows: windows, notCounted: [.internet, .thirdParty], probeGap: gap))
    }

    private func evidence(
        month: String = "2026-10", down: [(Interval, OutageCause)], unseen: [Interval] = []
    ) throws -> Evidence {
        let whole = try #require(CivilMonth(month)).interval
        let seen = OutageEvidence(
            probes: 1_000, up: IntervalSet(whole).subtracting(IntervalSet(unseen)),
            outages: down.map { Outage($0.0, cause: $0.1) })
        return Evidence(outages: ["message-box": seen])
    }

    @Test
    func
        `SNO-30 an outage counts for what lies outside maintenance, which leaves the figure`()
        throws
    {
        let day = try interval("2026-06-01T00:00:00Z", "2026-06-02T00:00:00Z")
        let outage = try interval("2026-06-01T08:06:56Z", "2026-06-01T09:48:36Z")
        let figure = AvailabilityFigure(
            window: day,
            maintenance: IntervalSet(try interval("2026-06-01T08:00:00Z", "2026-06-01T08:15:00Z")),
            evidence: OutageEvidence(
                probes: 1, up: IntervalSet(day), outages: [Outage(outage, cause: .unplanned)]))
        #expect(figure.down.totalSeconds == 5_616)
        let out = try #require(figure.share(maintenance: .outOfTheFigure, probeGap: .unknown))
        #expect(out.percentage(decimals: 4, rounding: .down) == "93,4315 %")
        let counted = try #require(figure.share(maintenance: .countedAsUp, probeGap: .unknown))
        #expect(counted.percentage(rounding: .down) == "93,50 %")
    }

    @Test(arguments: [("2026-02", 24_192), ("2026-03", 26_748), ("2026-10", 26_820)])
    func `SNO-30 a month may be down one hundredth of its real hours, to the second`(
        month: String, budget: Int64
    ) throws {
        let start = try #require(CivilMonth(month)).interval.start.advanced(bySeconds: 86_400)
        for (seconds, verdict) in [(budget, Verdict.met), (budget + 1, .notMet)] {
            let outage = Interval(from: start, to: start.advanced(bySeconds: seconds))
            let seen = try evidence(month: month, down: [(outage, .unplanned)])
            #expect(try judgeOne(norm(), seen, month: month).verdict == verdict)
        }
    }

    @Test func `SNO-30 by the mean month 7,3 hours are allowed, whatever the month`() throws {
        let start = try instant("2026-02-10T00:00:00Z")
        for (seconds, verdict) in [(Int64(26_280), Verdict.met), (26_281, .notMet)] {
            let outage = Interval(from: start, to: start.advanced(bySeconds: seconds))
            let seen = try evidence(month: "2026-02", down: [(outage, .unplanned)])
            #expect(try judgeOne(norm(convention: .mean), seen, month: "2026-02").verdict == verdict)
        }
    }

    @Test func `SNO-30 99,995 % of the allowance used is no breach, and is not shown as more than it is`()
        throws
    {
        let start = try instant("2026-02-10T00:00:00Z")
        let outage = Interval(from: start, to: start.advanced(byMicroseconds: 24_190_790_400))
        let finding = try judgeOne(
            norm(), evidence(month: "2026-02", down: [(outage, .unplanned)]), month: "2026-02")
        #expect(finding.verdict == .met)
        #expect(finding.measured == "99,00 % beschikbaar")
    }

    @Test func `SNO-31 outage in a maintenance window, by the internet or by others is not counted`() throws {
        let down = [
            (try interval("2026-10-13T22:00:00Z", "2026-10-14T04:00:00Z"), OutageCause.unplanned),
            (try interval("2026-10-02T00:00:00Z", "2026-10-03T00:00:00Z"), .internet),
            (try interval("2026-10-04T00:00:00Z", "2026-10-05T00:00:00Z"), .thirdParty),
        ]
        let second = try window(2, .wednesday, "00:00", "06:00")
        let finding = try judgeOne(norm(windows: [second]), evidence(down: down))
        #expect(finding.fraction.map { $0.numerator == $0.denominator } == true)
        #expect(finding.fraction?.denominator == 739 * 3_600_000_000)
        #expect(finding.explanation.contains { $0.contains("het internet en onderdelen van anderen") })
    }

    @Test func `SNO-31 a window without downtime takes nothing out`() throws {
        let down = [(try interval("2026-10-13T07:00:00Z", "2026-10-13T13:00:00Z"), OutageCause.unplanned)]
        let box = try window(2, .tuesday, "09:00", "15:00", downtime: false)
        let finding = try judgeOne(norm(windows: [box]), evidence(down: down))
        #expect(finding.fraction?.denominator == 745 * 3_600_000_000)
        #expect(finding.fraction?.numerator == 739 * 3_600_000_000)
    }

    @Test func `SNO-45 a window past midnight ends the next day and keeps its hours when the clock changes`()
        throws
    {
        let overnight = try window(4, .saturday, "17:00", "06:00")
        let october = try #require(CivilMonth("2026-10"))
        let found = overnight.intervals(in: october, .production)
        #expect(found == [try interval("2026-10-24T15:00:00Z", "2026-10-25T05:00:00Z")])
        #expect(try window(5, .wednesday, "00:00", "06:00").intervals(in: october, .production).isEmpty)
    }

    @Test(arguments: [
        (AvailabilityNorm.ProbeGap.unknown, 735, 735), (.down, 735, 745), (.up, 745, 745),
    ])
    func `SNO-30 what a gap of the probe means is a key`(
        gap: AvailabilityNorm.ProbeGap, up: Int, of: Int
    ) throws {
        let unseen = try interval("2026-10-02T00:00:00Z", "2026-10-02T10:00:00Z")
        let finding = try judgeOne(norm(gap: gap), evidence(down: [], unseen: [unseen]))
        #expect(finding.fraction == Fraction(up * 3_600_000_000, of: of * 3_600_000_000))
        #expect(finding.explanation.contains { $0.hasPrefix("Niet gemeten: 10 uur.") })
    }

    @Test func `SNO-30 a function without a probe, without evidence or never seen reads geen meting`() throws
    {
        let whole = try #require(CivilMonth("2026-10")).interval
        let findings = try judge(norm(), evidence(down: [], unseen: [whole]))
        #expect(findings.map(\.verdict) == [.noMeasurement, .noMeasurement, .noMeasurement])
        #expect(findings.map(\.measured) == ["geen meting", "geen meting", "geen meting"])
    }

    @Test func `SNO-30 judged as a whole, one function down is down, and time seen of one only is unknown`()
        throws
    {
        let whole = try #require(CivilMonth("2026-10")).interval
        var both = try evidence(down: [
            (try interval("2026-10-02T00:00:00Z", "2026-10-02T01:00:00Z"), .unplanned)
        ])
        let unseen = IntervalSet(try interval("2026-10-03T00:00:00Z", "2026-10-03T01:00:00Z"))
        both.outages["sign-in"] = OutageEvidence(
            probes: 1, up: IntervalSet(whole).subtracting(unseen), outages: [])
        let findings = try judge(norm(judged: .asAWhole), both)
        #expect(findings.map(\.fraction) == [Fraction(743 * 3_600_000_000, of: 744 * 3_600_000_000)])
    }

    @Test func `a month that is not over is judged as far as it has passed`() throws {
        let finding = try judgeOne(norm(), evidence(down: []), asOf: "2026-10-01T22:00:00Z")
        #expect(finding.fraction?.denominator == 24 * 3_600_000_000)
    }

    @Test func `looks of a probe hold until the next, and a silence is unknown`() throws {
        let start = try instant("2026-10-01T00:00:00Z")
        let probes = [0, 60, 121, 600].map { second in
            OutageEvidence.Probe(
                at: start.advanced(bySeconds: Int64(second)), down: second == 60 ? .unplanned : nil)
        }
        let seen = OutageEvidence(probes: probes, everySeconds: 60, until: start.advanced(bySeconds: 630))
        #expect(seen.outages.map(\.interval.microseconds) == [61_000_000])
        #expect(seen.up.totalSeconds == 60 + 60 + 30)
    }

    @Test func `the classes of time never overlap and add up to the window`() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<1_000 {
            let figure = randomFigure(&generator)
            let sets = [figure.maintenance, figure.down, figure.excused, figure.unknown]
            for (index, set) in sets.enumerated() {
                for other in sets[(index + 1)...] { #expect(set.intersection(other).isEmpty) }
            }
            let classed = sets.reduce(Int64(0)) { $0 + $1.totalSeconds }
            #expect(classed <= 100)
            for gap in AvailabilityNorm.ProbeGap.allCases {
                for treatment in AvailabilityNorm.Maintenance.allCases {
                    guard let share = figure.share(maintenance: treatment, probeGap: gap) else { continue }
                    #expect(share.numerator >= 0 && share.numerator <= share.denominator)
                }
            }
        }
    }

    private func randomFigure(_ generator: inout some RandomNumberGenerator) -> AvailabilityFigure {
        func some() -> [Interval] {
            (0..<Int.random(in: 0...4, using: &generator)).map { _ in
                let start = Int64.random(in: -20...110, using: &generator)
                let end = start + Int64.random(in: 0...40, using: &generator)
                return Interval(from: Instant(seconds: start), to: Instant(seconds: end))
            }
        }
        let outages =
            some().map { Outage($0, cause: .unplanned) } + some().map { Outage($0, cause: .internet) }
        return AvailabilityFigure(
            window: Interval(from: Instant(seconds: 0), to: Instant(seconds: 100)),
            maintenance: IntervalSet(some()),
            evidence: OutageEvidence(probes: 1, up: IntervalSet(some()), outages: outages),
            notCounted: [.internet])
    }
}

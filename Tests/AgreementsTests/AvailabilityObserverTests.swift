import Agreements
import CivilTime
import Testing

/// Availability over opening hours, as people report it, and with maintenance that was moved.
struct AvailabilityObserverTests {
    private func norm(
        atLeast: Percentage?, seenBy: AvailabilityNorm.Observer = .disturbances, hours: ServiceWindow? = nil,
        windows: [MaintenanceWindow] = [], notCounted: Set<OutageCause> = [], moved: NoticeRule? = nil,
        environment: Environment = .production, convention: AvailabilityNorm.Month.Convention = .calendar
    ) -> NormLine {
        NormLine(
            text: "Beschikbaarheid", paragraph: "4.1",
            norm: .availability(
                AvailabilityNorm(
                    atLeast: atLeast, environment: environment,
                    functions: [ServiceFunction(key: "mail", title: "Mail", probe: "mail")],
                    judged: .perFunction, month: .init(convention: convention, meanHours: 730),
                    maintenance: .outOfTheFigure, windows: windows, notCounted: notCounted,
                    probeGap: .unknown, openHours: hours, seenBy: seenBy,
                    outageCases: .init(process: "disturbance", term: "resolution", priority: 1),
                    movedMaintenance: moved)))
    }

    private func judged(_ line: NormLine, _ evidence: Evidence) throws -> Finding {
        let month = try #require(CivilMonth("2026-04"))
        let judgements = try agreement([clause("SSC-08", [line])]).judge(
            evidence, in: month, asOf: try at("2026-12-01 12:00"))
        return try #require(judgements.first?.findings.first)
    }

    private func cases(_ records: [CaseRecord]) -> Evidence {
        var evidence = Evidence()
        evidence.cases = records
        return evidence
    }

    private func registered(_ outages: [String: [Outage]]?) -> Evidence {
        var evidence = Evidence()
        evidence.registeredOutages = outages
        return evidence
    }

    private func outage(
        _ from: String, _ to: String, _ cause: OutageCause = .unplanned
    ) throws -> Outage {
        Outage(Interval(from: try at(from), to: try at(to)), cause: cause)
    }

    /// Counted by hand: 21 working days of 9 hours in April are 189 hours, of which 0,5 % is 56 min 42 s.
    @Test(arguments: [("2026-04-13 09:56:42", Verdict.met), ("2026-04-13 09:56:43", .notMet)])
    func `SSC-08 down from the report of a P1 until it is solved, over the hours of the window`(
        solved: String, verdict: Verdict
    ) throws {
        let calendar = WorkCalendar(
            key: "werkdagen", title: "Werkdagen", days: mondayToFriday,
            holidays: [HolidayRule(name: "Tweede paasdag", rule: .easter(daysAfter: 1))])
        let line = norm(atLeast: try percentage(995, 1), hours: try officeHours("08:00-17:00", calendar))
        let record = try disturbance("2026-04-13 09:00", solved: solved, component: "mail")
        let found = try judged(line, cases([record]))
        #expect(found.verdict == verdict)
        #expect(found.fraction?.denominator == 189 * 3_600_000_000)
        #expect(
            found.explanation.first
                == "De maand april 2026 telt 720 uur; daarvan valt 189 uur in Kantooruren.")
    }

    @Test func `SSC-08 an outage over the night counts only within the hours, at both edges`() throws {
        let line = norm(atLeast: try percentage(995, 1), hours: try officeHours())
        let record = try disturbance("2026-04-13 16:00", solved: "2026-04-14 09:00", component: "mail")
        let found = try judged(line, cases([record]))
        let fraction = try #require(found.fraction)
        #expect(fraction.denominator - fraction.numerator == 2 * 3_600_000_000)
    }

    @Test func `SSC-08 another component, a lower priority, another environment or no report is up`() throws {
        let line = norm(atLeast: try percentage(995, 1))
        let others = [
            try disturbance("2026-04-13 09:00", component: "print"),
            try disturbance(priority: 2, "2026-04-13 09:00", component: "mail"),
            try disturbance("2026-04-13 09:00", environment: .test, component: "mail"),
        ]
        #expect(try judged(line, cases(others)).measured == "100,00 % beschikbaar")
        #expect(try judged(line, cases([])).verdict == .met)
        #expect(try judged(line, Evidence()).verdict == .noMeasurement)
    }

    @Test func `SSC-08 SSC-09 lowered it is up again, and between solved and reopened too`() throws {
        let registered = try at("2026-04-13 09:00")
        let record = CaseRecord(
            id: "M-1", process: "disturbance", registeredAt: registered, environment: .production,
            component: "mail",
            classifications: [
                Classification(at: registered, impact: nil, urgency: nil, priority: 1),
                Classification(at: try at("2026-04-13 14:00"), impact: nil, urgency: nil, priority: 2),
            ],
            terms: [
                "resolution": TermRun(
                    start: registered, stops: [try stop("2026-04-13 10:00", reopened: "2026-04-13 13:00")])
            ])
        let fraction = try #require(try judged(norm(atLeast: nil), cases([record])).fraction)
        #expect(fraction.denominator - fraction.numerator == 2 * 3_600_000_000)
    }

    @Test func `BVV-12 a figure without a norm is shown, from registered disturbances`() throws {
        let line = norm(atLeast: nil, seenBy: .registration, hours: try officeHours("08:30-18:00"))
        let found = try judged(
            line, registered(["mail": [try outage("2026-04-13 08:00", "2026-04-13 09:30")]]))
        #expect(found.verdict == .shown)
        #expect(found.norm == "zonder norm per kalendermaand")
        #expect(found.peil == nil)
        let fraction = try #require(found.fraction)
        #expect(fraction.denominator - fraction.numerator == 3_600_000_000)
        #expect(try judged(line, registered([:])).measured == "100,00 % beschikbaar")
        #expect(try judged(line, registered(nil)).verdict == .noMeasurement)
    }

    @Test func `SNO-58 causes are told apart, and the figure is shown with and without a wrong forecast`()
        throws
    {
        let line = norm(
            atLeast: try percentage(99), seenBy: .registration, notCounted: [.wrongForecast, .internet])
        let found = try judged(
            line,
            registered([
                "mail": [
                    try outage("2026-04-13 08:00", "2026-04-13 09:00"),
                    try outage("2026-04-14 00:00", "2026-04-15 00:00", .wrongForecast),
                ]
            ]))
        #expect(found.verdict == .met)
        #expect(
            found.explanation.contains("Uitval naar oorzaak: ongepland 1 uur; een onjuiste prognose 24 uur."))
        #expect(
            found.explanation.contains(
                "Met de uitval door een onjuiste prognose is het 96,52 %, zonder die uitval 99,86 %."))
    }

    private func moved(announced: String?, late: LateNotice = .countsAsOutage) throws -> Finding {
        let window = MaintenanceWindow(
            key: "technisch", title: "Technisch onderhoud", paragraph: "2.1.5",
            recurrence: .weekdayOfMonth(ordinal: 2, .wednesday),
            hours: [.production: try range("00:00-06:00")], allowsDowntime: true)
        let notice = NoticeRule(
            key: "verplaatst", text: "Verplaatst onderhoud", paragraph: "2.1.5", party: "logius",
            to: ["afnemer"], atLeast: Span(.workingDays(10), text: "10 werkdagen"), calendar: workCalendar(),
            late: late)
        var evidence = registered(["mail": [try outage("2026-04-15 00:00", "2026-04-15 06:00")]])
        evidence.movedMaintenance = [
            MovedMaintenance(
                window: "technisch", originalDate: try date("2026-04-08"),
                interval: Interval(from: try at("2026-04-15 00:00"), to: try at("2026-04-15 06:00")),
                announcedAt: try announced.map(at))
        ]
        return try judged(
            norm(atLeast: try percentage(999, 1), seenBy: .registration, windows: [window], moved: notice),
            evidence)
    }

    @Test
    func
        `SNO-31 maintenance moved to 15 April is left out if announced on 31 March, not 1 April (case 34)`()
        throws
    {
        let kept = try moved(announced: "2026-03-31 17:00")
        #expect(kept.measured == "100,00 % beschikbaar")
        #expect(kept.fraction?.denominator == 714 * 3_600_000_000)
        let late = try moved(announced: "2026-04-01 09:00")
        #expect(late.verdict == .notMet)
        #expect(late.fraction == Fraction(714 * 3_600_000_000, of: 720 * 3_600_000_000))
        #expect(
            late.explanation.contains {
                $0.hasPrefix("Telt mee als gewone tijd: verplaatst onderhoud van 8 april 2026")
            })
        #expect(try moved(announced: nil).verdict == .notMet)
        #expect(try moved(announced: "2026-04-01 09:00", late: .recorded).verdict == .met)
    }

    @Test func `SNO-30 support hours take no more than they hold, whatever is down around them`() throws {
        let line = norm(atLeast: try percentage(99), seenBy: .registration, hours: try officeHours())
        let found = try judged(
            line, registered(["mail": [try outage("2026-03-01 00:00", "2026-05-31 00:00")]]))
        #expect(found.fraction?.numerator == 0)
        #expect(found.measured == "0,00 % beschikbaar")
    }

    /// The reporter of case 26 looked while the outage went on, and expected 34,3762 %: that counts
    /// the second 08:15:00 as up as well.
    @Test func `SNO-30 an outage that lasts to the end of the day starts where maintenance ends (case 26)`()
        throws
    {
        let day = try interval("2026-06-01T00:00:00Z", "2026-06-02T00:00:00Z")
        let figure = AvailabilityFigure(
            window: day,
            maintenance: IntervalSet(try interval("2026-06-01T08:00:00Z", "2026-06-01T08:15:00Z")),
            evidence: OutageEvidence(
                probes: 1, up: IntervalSet(day),
                outages: [
                    Outage(try interval("2026-06-01T08:06:56Z", "2026-06-02T00:00:00Z"), cause: .unplanned)
                ]))
        let counted = try #require(figure.share(maintenance: .countedAsUp, probeGap: .unknown))
        #expect(counted.percentage(decimals: 4, rounding: .down) == "34,3750 %")
        #expect(counted.numerator == 29_700_000_000)
        let out = try #require(figure.share(maintenance: .outOfTheFigure, probeGap: .unknown))
        #expect(out.percentage(decimals: 4, rounding: .down) == "33,6842 %")
    }
}

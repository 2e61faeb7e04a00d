import AgreementFiles
import Agreements
import CivilTime
import Testing

/// The Serviceniveauovereenkomst of 2020, held against its own words.
struct ServiceLevelTests {
    @Test func `SNO-60 the agreement names itself, its parties and its term`() throws {
        let agreement = try Shipped.sno.agreement()
        #expect(agreement.title == "Serviceniveauovereenkomst voor MijnOverheid")
        #expect(agreement.parties.map(\.name) == ["Logius", "Afnemer", "UWV", "Gebruiker (burger)"])
        #expect(agreement.validity.from == CivilDate("2020-01-01"))
        #expect(agreement.validity.until == CivilDate("2021-01-01"))
        #expect(agreement.validity.holds(at: try instant("2026-10-01T00:00:00Z")))
        #expect(!agreement.validity.holds(at: try instant("2019-12-31T22:59:59Z")))
        #expect(agreement.assumptions.map(\.key) == ["holds_until_replaced"])
    }

    @Test func `SNO-09 has its three maxima and its term, with the paragraph of each`() throws {
        let clause = try #require(try Shipped.sno.agreement().clause("SNO-09"))
        #expect(
            clause.lines.map(\.norm) == [
                .capacity(
                    CapacityNorm(
                        flow: .messagesProcessed, maximum: 2_500_000, per: .any24Hours, excess: .accepted)),
                .capacity(
                    CapacityNorm(
                        flow: .messagesSupplied, maximum: 150_000, per: .clockHour, excess: .accepted)),
                .capacity(CapacityNorm(flow: .messagesParked, maximum: 45, per: .second, excess: .accepted)),
                .term(TermNorm(flow: .messagesProcessed, limit: Limit(.atMost, 86_400_000_000))),
            ])
        #expect(clause.lines.map(\.paragraph) == ["2.2.2", "2.2.2", "2.2.2", "2.1.1"])
    }

    @Test func `SNO-06, SNO-08, SNO-10, SNO-12 and SNO-13 carry the values of the document`() throws {
        let agreement = try Shipped.sno.agreement()
        func norms(_ id: Clause.ID) throws -> [Norm] { try agreement.contents(id).lines.map(\.norm) }
        let share = try #require(Percentage(scaled: 999, decimals: 1))
        #expect(try norms("SNO-06").count == 4)
        #expect(
            try norms("SNO-06").first
                == .capacity(
                    CapacityNorm(flow: .notifications, maximum: 125_000, per: .clockHour, excess: .mayFail)))
        #expect(
            try norms("SNO-08") == [
                .responseTime(
                    ResponseTimeNorm(interface: .presentation, share: share, limit: Limit(.atMost, 200_000)))
            ])
        #expect(try norms("SNO-10").last == .size(SizeNorm(limit: Limit(.atMost, 512_000))))
        #expect(try norms("SNO-12") == [.reoffer(ReofferNorm(until: 518_400_000_000))])
        #expect(
            try norms("SNO-13") == [.redelivery(RedeliveryNorm(within: 86_400_000_000, arrivesOnce: true))])
    }

    @Test func `SNO-30 promises six functions, 99 %, and knows the windows of SNO-45`() throws {
        let agreement = try Shipped.sno.agreement()
        guard case .availability(let norm) = agreement.clause("SNO-30")?.lines.first?.norm else {
            Issue.record("SNO-30 is no availability")
            return
        }
        #expect(
            norm.functions.map(\.title) == [
                "Registreren als gebruiker", "Instellingen", "Raadplegen Berichtenbox",
                "Inzien Lopende zaken", "Inzien Persoonlijke Gegevens", "Berichtenbox app",
            ])
        #expect(norm.atLeast == Percentage(scaled: 99, decimals: 0))
        #expect(norm.windows == agreement.maintenanceWindows)
        #expect(norm.windows.map(\.allowsDowntime) == [true, true, false])
        #expect(norm.month.convention == .calendar)
        #expect(norm.month.meanHours == 730)
        #expect(norm.movedMaintenance?.atLeast.kind == .workingDays(10))
    }

    @Test func `SNO-33 and SNO-34 citizens are helped until 22.00 and customers until 17.00 on working days`()
        throws
    {
        let windows = try Shipped.sno.agreement().serviceWindows
        let monday = try #require(CivilDate("2026-04-13"))
        let easterMonday = try #require(CivilDate("2026-04-06"))
        let goodFriday = try #require(CivilDate("2026-04-03"))
        func hours(_ key: String, _ date: CivilDate) -> [String] {
            windows.first { $0.key == key }?.openings(on: date, .production)
                .map { "\(Dutch.text($0.start)) – \(Dutch.text($0.end))" } ?? []
        }
        #expect(hours("gebruikers", monday) == ["ma 13 april 2026, 08.00 uur – ma 13 april 2026, 22.00 uur"])
        #expect(hours("afnemers", monday) == ["ma 13 april 2026, 08.00 uur – ma 13 april 2026, 17.00 uur"])
        #expect(hours("afnemers", easterMonday).isEmpty)
        #expect(hours("afnemers", goodFriday).count == 1)
    }

    @Test func `SNO-35 the priority follows from impact and urgency`() throws {
        let matrix = try #require(try Shipped.sno.agreement().priorityMatrix)
        #expect(matrix.priority(impact: "high", urgency: "high") == 1)
        #expect(matrix.priority(impact: "middle", urgency: "high") == 2)
        #expect(matrix.priority(impact: "high", urgency: "middle") == 2)
        #expect(matrix.priority(impact: "high", urgency: "low") == 3)
    }

    @Test func `SNO-37, SNO-38 and SNO-39 are 6 clock hours and 20 and 30 office hours for 85 %`() throws {
        let agreement = try Shipped.sno.agreement()
        let norms = try ["SNO-37", "SNO-38", "SNO-39"].flatMap { try agreement.handling(Clause.ID($0)) }
        #expect(norms.map(\.selection.priority) == [1, 2, 3])
        #expect(
            norms.map(\.limits) == [
                .one(SpanLimit(.atMost, Span(.clock(microseconds: 21_600_000_000), text: "6 klokuren"))),
                .one(
                    SpanLimit(.atMost, Span(.working(microseconds: 72_000_000_000), text: "20 kantooruren"))),
                .one(
                    SpanLimit(
                        .atMost, Span(.working(microseconds: 108_000_000_000), text: "30 kantooruren"))),
            ])
        #expect(norms.allSatisfy { $0.share == Percentage(scaled: 85, decimals: 0) })
        #expect(norms.map(\.window?.key) == [nil, "afnemers", "afnemers"])
        #expect(norms.allSatisfy { $0.selection.environment == .production })
    }

    @Test func `SNO-40 the clock of priority 1 on the message box starts in office hours and then runs on`()
        throws
    {
        let norm = try #require(try Shipped.sno.agreement().handling("SNO-40").first)
        #expect(norm.selection.component == "message-box")
        #expect(norm.startsIn?.key == "afnemers")
        #expect(norm.window == nil)
    }

    @Test func `SNO-41 a pause on the customer opens the same clock on it, for UWV in office hours`() throws {
        let norm = try #require(try Shipped.sno.agreement().handling("SNO-37").first)
        #expect(norm.counterClock?.party == "afnemer")
        #expect(norm.counterClock?.exceptions == ["uwv"])
        #expect(norm.counterClock?.exceptionWindow?.key == "afnemers")
    }

    @Test func `SNO-42 questions are answered within 2 working days, 80 % of them`() throws {
        let norms = try Shipped.sno.agreement().handling("SNO-42")
        #expect(norms.map(\.process) == ["question", "complaint"])
        #expect(
            norms.allSatisfy {
                $0.limits == .one(SpanLimit(.atMost, Span(.workingDays(2), text: "2 werkdagen")))
                    && $0.share == Percentage(scaled: 80, decimals: 0)
            })
    }

    @Test func `SNO-43 calls are answered in 20 seconds, few are abandoned and the mark is above 7,5`() throws
    {
        let norms = try Shipped.sno.agreement().contents("SNO-43").lines.map(\.norm)
        let eighty = try #require(Percentage(scaled: 80, decimals: 0))
        let three = try #require(Percentage(scaled: 3, decimals: 0))
        #expect(
            norms.contains(.answerTime(AnswerTimeNorm(limit: Limit(.atMost, 20_000_000), share: eighty))))
        #expect(
            norms.contains(
                .share(
                    ShareNorm(
                        of: .abandonedCalls, bound: Bound(comparison: .atMost, value: three),
                        standing: .norm))))
        let mark = Bound(comparison: .moreThan, value: Decimal(scaled: 75, decimals: 1))
        #expect(norms.contains(.mean(MeanNorm(of: .satisfactionPhone, bound: mark, scale: 10))))
    }

    @Test func `SNO-45 the windows of October 2026 fall on the 14th, the 28th and the 13th, by the clock`()
        throws
    {
        let windows = try Shipped.sno.agreement().maintenanceWindows
        let october = try #require(CivilMonth("2026-10"))
        let starts = windows.flatMap { $0.intervals(in: october, .production) }.map(\.start.rfc3339)
        #expect(starts == ["2026-10-13T22:00:00Z", "2026-10-27T23:00:00Z", "2026-10-13T07:00:00Z"])
        let early = try #require(windows[1].intervals(in: october, .preproduction).first)
        #expect(Dutch.text(early.start) == "wo 28 oktober 2026, 17.00 uur")
        #expect(Dutch.text(early.end) == "do 29 oktober 2026, 06.00 uur")
    }

    @Test func `SNO-46 maintenance is announced 5 working days, 1 or 2 months ahead; a move 10 working days`()
        throws
    {
        let notices = try Shipped.sno.agreement().contents("SNO-46").notices
        #expect(
            notices.map(\.atLeast.text) == [
                "5 werkdagen", "1 maand", "2 maanden", "10 werkdagen", "10 werkdagen",
            ])
        #expect(notices.filter { $0.late == .countsAsOutage }.map(\.key) == ["verzet-onderhoud"])
    }

    @Test func `SNO-15 and SNO-18 each night takes 225 requests for the whole list and has 4 hours for one`()
        throws
    {
        let agreement = try Shipped.sno.agreement()
        guard case .capacity(let norm) = try agreement.contents("SNO-15").lines.first?.norm else {
            Issue.record("SNO-15 is no capacity")
            return
        }
        #expect(norm.maximum == 225)
        #expect(norm.per == .serviceWindow)
        #expect(norm.excess == .nextWindow)
        #expect(norm.window?.hours[.production]?.ranges(on: .sunday).map(\.text) == ["23.00–07.00 uur"])
        #expect(
            try agreement.contents("SNO-18").lines.first?.norm
                == .term(TermNorm(flow: .subscriptionsAll, limit: Limit(.atMost, 14_400_000_000))))
    }

    @Test func `SNO-49 the forecast looks six quarters ahead and may be off by 10 %`() throws {
        let norms = try Shipped.sno.agreement().contents("SNO-49").lines.map(\.norm)
        let ten = try #require(Percentage(scaled: 10, decimals: 0))
        #expect(
            norms == [
                .forecast(
                    ForecastNorm(
                        party: "afnemer", horizonQuarters: 6, renewed: .monthly, deviation: ten,
                        judged: [.messages, .size], spread: .lastYear, liability: .month))
            ])
    }

    @Test func `SNO-20 nothing is lost, a restore takes 4 hours and back-ups stay 7 days`() throws {
        let norms = try Shipped.sno.agreement().contents("SNO-20").lines.map(\.norm)
        let lengths = norms.compactMap { norm in
            if case .length(let length) = norm { length } else { nil }
        }
        #expect(lengths.map(\.of) == [.backupRetention, .dataLoss, .restore])
        #expect(lengths.map(\.bound.value.text) == ["7 dagen", "0 min", "4 uur"])
        #expect(lengths.map(\.bound.comparison) == [.atLeast, .atMost, .atMost])
    }

    @Test func `every assumption is told with the judgement`() throws {
        let agreement = try Shipped.sno.agreement()
        let month = try #require(CivilMonth("2026-10"))
        for judgement in agreement.judge(Evidence(), in: month, asOf: month.interval.end) {
            let account = judgement.explanation
            for assumption in judgement.clause.assumptions {
                #expect(account.contains { $0.hasSuffix(assumption.reason) })
            }
        }
    }
}

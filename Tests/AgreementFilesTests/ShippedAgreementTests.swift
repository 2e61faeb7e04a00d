import AgreementFiles
import Agreements
import CivilTime
import Testing

struct ShippedAgreementTests {
    @Test func `the folder of agreements is read whole`() async throws {
        let files = try await AgreementFile.folder(Shipped.folder)
        #expect(files.map(\.agreement.name).contains("mijnoverheid-sno"))
    }

    @Test func `SNO-60 the agreement names itself, its parties and its term`() throws {
        let agreement = try Shipped.agreement()
        #expect(agreement.title == "Serviceniveauovereenkomst voor MijnOverheid")
        #expect(agreement.parties.map(\.name) == ["Logius", "Afnemer"])
        #expect(agreement.validity.from == CivilDate("2020-01-01"))
        #expect(agreement.validity.until == CivilDate("2021-01-01"))
        #expect(agreement.validity.holds(at: try instant("2026-10-01T00:00:00Z")))
        #expect(!agreement.validity.holds(at: try instant("2019-12-31T22:59:59Z")))
        #expect(agreement.assumptions.map(\.key) == ["holds_until_replaced"])
    }

    @Test func `the clauses stand in the order of the document`() throws {
        let agreement = try Shipped.agreement()
        #expect(
            agreement.clauses.map(\.id.text)
                == ["SNO-30", "SNO-12", "SNO-45", "SNO-09", "SNO-06", "SNO-08", "SNO-10", "SNO-13"])
        #expect(agreement.clauses.map(\.paragraph) == agreement.clauses.map(\.paragraph).sorted())
    }

    @Test func `SNO-09 has its three maxima and its term, with the paragraph of each`() throws {
        let clause = try #require(try Shipped.agreement().clause("SNO-09"))
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
        let agreement = try Shipped.agreement()
        func norms(_ id: Clause.ID) -> [Norm] { agreement.clause(id)?.lines.map(\.norm) ?? [] }
        #expect(norms("SNO-06").count == 4)
        #expect(
            norms("SNO-06").first
                == .capacity(
                    CapacityNorm(flow: .notifications, maximum: 125_000, per: .clockHour, excess: .mayFail)))
        let share = try #require(Percentage(scaled: 999, decimals: 1))
        #expect(
            norms("SNO-08")
                == [
                    .responseTime(
                        ResponseTimeNorm(
                            interface: .presentation, share: share, limit: Limit(.atMost, 200_000)))
                ])
        #expect(norms("SNO-10").last == .size(SizeNorm(limit: Limit(.atMost, 512_000))))
        #expect(norms("SNO-12") == [.reoffer(ReofferNorm(until: 518_400_000_000))])
        #expect(norms("SNO-13") == [.redelivery(RedeliveryNorm(within: 86_400_000_000, arrivesOnce: true))])
    }

    @Test func `SNO-30 promises six functions and knows the windows of SNO-45`() throws {
        let agreement = try Shipped.agreement()
        guard case .availability(let norm) = agreement.clause("SNO-30")?.lines.first?.norm else {
            Issue.record("SNO-30 is no availability")
            return
        }
        #expect(
            norm.functions.map(\.title) == [
                "Registreren als gebruiker", "Instellingen", "Raadplegen Berichtenbox",
                "Inzien Lopende zaken",
                "Inzien Persoonlijke Gegevens", "Berichtenbox app",
            ])
        #expect(norm.windows == agreement.maintenanceWindows)
        #expect(norm.windows.map(\.allowsDowntime) == [true, true, false])
        #expect(norm.month.convention == .calendar)
        #expect(norm.month.meanHours == 730)
    }

    @Test func `SNO-45 the windows of October 2026 fall on the 14th, the 28th and the 13th, by the clock`()
        throws
    {
        let windows = try Shipped.agreement().maintenanceWindows
        let october = try #require(CivilMonth("2026-10"))
        let starts = windows.compactMap { $0.interval(in: october, .production)?.start.rfc3339 }
        #expect(starts == ["2026-10-13T22:00:00Z", "2026-10-27T23:00:00Z", "2026-10-13T07:00:00Z"])
        let early = try #require(windows[1].interval(in: october, .preproduction))
        #expect(Dutch.text(early.start) == "wo 28 oktober 2026, 17.00 uur")
        #expect(Dutch.text(early.end) == "do 29 oktober 2026, 06.00 uur")
    }

    @Test func `every assumption has a reason and is told with the judgement`() throws {
        let agreement = try Shipped.agreement()
        let month = try #require(CivilMonth("2026-10"))
        let assumptions = agreement.clauses.flatMap(\.assumptions)
        #expect(assumptions.count == 14)
        for clause in agreement.clauses {
            let account = clause.judge(Evidence(), in: month, asOf: month.interval.end).explanation
            for assumption in clause.assumptions {
                #expect(account.contains { $0.hasSuffix(assumption.reason) })
            }
        }
    }
}

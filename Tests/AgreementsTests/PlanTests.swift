import Agreements
import CivilTime
import Testing

struct PlanTests {
    /// Forward, assess and collate, as in BVV-14.
    private func agreed() throws -> (Agreement, TermPlan) {
        let plan = TermPlan(
            key: "extra", text: "Extra openstelling", paragraph: "5.6", process: "extra-opening",
            askAtLeast: Span(.weeks(2), text: "2 weken"), steps: ["forward", "assess", "collate"],
            settledAtLeast: Span(.days(4), text: "4 dagen"))
        let window = try officeHours("08:30-18:00")
        let lines = [
            ("forward", "Doorsturen", 1), ("assess", "Beoordelen", 5), ("collate", "Totaalbeeld", 1),
        ]
        .map { term, text, days in
            handling(
                text, SpanLimit(.atMost, Span(.workingDays(days), text: "\(days) werkdagen")),
                process: "extra-opening", term: term, window: window)
        }
        return (try agreement([clause("BVV-14", lines) { $0.plans = [plan] }]), plan)
    }

    @Test func `BVV-14 an opening on 13 April asked on 30 March fits to the day (case 27)`() throws {
        let (agreement, plan) = try agreed()
        let found = agreement.feasibility(
            of: plan, wanted: try date("2026-04-13"), asked: try at("2026-03-30 15:00"))
        #expect(found.steps.map { $0.latest?.description } == ["2026-03-31", "2026-04-08", "2026-04-09"])
        #expect(found.askBy?.description == "2026-03-30")
        #expect(found.settledBy.description == "2026-04-09")
        #expect(found.isAskedInTime)
        #expect(found.fits)
        #expect(found.latestAsk?.description == "2026-03-30")
        #expect(
            found.explanation == [
                """
                Gevraagd op 30 maart 2026 voor 13 april 2026: op tijd (uiterlijk 30 maart 2026, 2 weken \
                vooraf).
                """,
                "Doorsturen: uiterlijk 31 maart 2026 (≤ 1 werkdagen).",
                "Beoordelen: uiterlijk 8 april 2026 (≤ 5 werkdagen).",
                "Totaalbeeld: uiterlijk 9 april 2026 (≤ 1 werkdagen).",
                """
                Alles moet rond zijn op 9 april 2026 (4 dagen vooraf): dat past, de stappen zijn uiterlijk \
                9 april 2026 klaar.
                """,
            ])
    }

    @Test
    func `BVV-14 an opening on 10 May 2027 asked in time still does not fit, and that is told (case 27)`()
        throws
    {
        let (agreement, plan) = try agreed()
        let found = agreement.feasibility(
            of: plan, wanted: try date("2027-05-10"), asked: try at("2027-04-26 09:00"))
        #expect(found.isAskedInTime)
        #expect(found.steps.last?.latest?.description == "2027-05-07")
        #expect(found.settledBy.description == "2027-05-06")
        #expect(!found.fits)
        #expect(!found.isFeasible)
        #expect(
            found.explanation.last
                == "Voor deze datum had het uiterlijk op 25 april 2027 gevraagd moeten zijn.")
    }

    @Test func `asked on the latest day the chain fits, a day later it does not`() throws {
        let (_, plan) = try agreed()
        let open = try hours("08:30-18:00")
        var terms: [String: PlanTerm] = [:]
        for (term, days) in [("forward", 1), ("assess", 5), ("collate", 1)] {
            terms[term] = PlanTerm(
                term: term, text: term, limit: calendar(.workingDays(days)), hours: open)
        }
        func found(_ wanted: CivilDate, asked day: CivilDate) -> PlanFeasibility {
            plan.feasibility(
                wanted: wanted, asked: Instant(startOf: day).advanced(bySeconds: 43_200), terms: terms,
                calendar: nil)
        }
        for offset in 0..<60 {
            let wanted = try date("2027-04-01").advanced(byDays: offset)
            let latest = try #require(found(wanted, asked: wanted).latestAsk)
            #expect(found(wanted, asked: latest).isFeasible)
            #expect(!found(wanted, asked: latest.advanced(byDays: 1)).isFeasible)
        }
    }

    @Test func `asked too late is told, with the day it should have been`() throws {
        let (agreement, plan) = try agreed()
        let found = agreement.feasibility(
            of: plan, wanted: try date("2026-04-13"), asked: try at("2026-03-31 09:00"))
        #expect(!found.isAskedInTime)
        #expect(found.explanation.first?.contains("te laat") == true)
        #expect(found.explanation.last?.contains("30 maart 2026") == true)
    }

    @Test func `a step of calendar days ends on a day, not at the first moment of the next`() throws {
        let (_, plan) = try agreed()
        let limit = SpanLimit(.atMost, Span(.days(2), text: "2 dagen"))
        let terms = ["forward": PlanTerm(term: "forward", text: "Doorsturen", limit: limit, hours: .always)]
        let found = plan.feasibility(
            wanted: try date("2026-04-13"), asked: try at("2026-03-30 09:00"), terms: terms, calendar: nil)
        #expect(found.steps.map { $0.latest?.description } == ["2026-04-01", nil, nil])
        #expect(found.explanation.contains("assess: zonder vaste termijn."))
    }
}

import Agreements
import CivilTime
import Testing

@testable import Clockwork

struct PlanReportTests {
    private let clause = "X-01"

    /// One clause with a plan that must be asked two weeks ahead, and a notice of five days.
    private func agreement() throws -> Agreement {
        var contents = Clause.Contents()
        contents.plans = [
            TermPlan(
                key: "extra", text: "Extra openstelling", paragraph: "1", process: "extra-opening",
                askAtLeast: Span(.weeks(2), text: "2 weken"), steps: [],
                settledAtLeast: Span(.days(4), text: "4 dagen"))
        ]
        contents.notices = [
            NoticeRule(
                key: "notice", text: "Vijf dagen vooraf", paragraph: "1", party: "x", to: [],
                atLeast: Span(.days(5), text: "5 dagen"), calendar: nil, late: .recorded)
        ]
        return Agreement(
            name: "x", title: "X", edition: "1",
            place: DocumentPlace(kind: "SLA", set: "x", level: .service, rank: 1),
            parties: [Party(key: "x", name: "X", side: .provider)],
            validity: Validity(
                from: try #require(CivilDate("2026-01-01")), until: nil, holdsUntilReplaced: true),
            clauses: [
                Clause(
                    id: Clause.ID(clause), paragraph: "1", title: "Extra", party: "x", note: nil,
                    contents: contents, assumptions: [])
            ], assumptions: [])
    }

    private func text(_ wanted: String, asked: String?) throws -> String {
        try PlanReport(
            Clause.ID(clause), under: try agreement(), wanted: try #require(CivilDate(wanted)),
            askedAt: asked.flatMap { Instant(rfc3339: $0) }
        ).text
    }

    @Test func `without a moment it says the last day to ask and to announce`() throws {
        let text = try text("2026-04-13", asked: nil)
        #expect(text.contains("Vragen voor 13 april 2026: uiterlijk 30 maart 2026."))
        #expect(text.contains("Aankondigen voor 13 april 2026: uiterlijk 8 april 2026."))
    }

    @Test func `with a moment it says for each whether that is in time`() throws {
        let text = try text("2026-04-13", asked: "2026-04-01T10:00:00+02:00")
        #expect(text.contains("Gevraagd op 1 april 2026 voor 13 april 2026: te laat"))
        #expect(text.contains("Aangekondigd op 1 april 2026 voor 13 april 2026: op tijd"))
    }

    @Test func `a clause with neither is refused, and those that have one are named`() throws {
        let agreement = try agreement()
        let day = try #require(CivilDate("2026-04-13"))
        let refusal = #expect(throws: ClockRequestError.self) {
            _ = try PlanReport("X-02", under: agreement, wanted: day, askedAt: nil)
        }
        #expect("\(try #require(refusal))".contains("X-01"))
    }
}

import Agreements
import CivilTime
import Testing

struct RestatementTests {
    private func version(
        _ budgetHours: Int64 = 6, _ calendar: WorkCalendar = workCalendar()
    ) throws -> Agreement {
        let window = try officeHours("08:30-18:00", calendar)
        return try agreement([
            clause(
                "BVV-03",
                [
                    handling(
                        "Prioriteit 1", working(budgetHours * .hour), share: try percentage(70),
                        window: window)
                ])
        ])
    }

    /// Reported on the Friday before Easter, solved on the Tuesday after it.
    private func cases() throws -> [CaseRecord] {
        [
            try disturbance(id: "M-1", "2026-04-03 16:00", solved: "2026-04-07 12:30"),
            try disturbance(id: "M-2", "2026-04-13 09:00", solved: "2026-04-13 10:00"),
        ]
    }

    @Test func `a calendar corrected afterwards lists what it changes, case by case (case 1)`() throws {
        let closed = workCalendar([
            DeviatingDay(date: try date("2026-04-07"), title: "Brugdag", hours: nil)
        ])
        let open = workCalendar([
            DeviatingDay(
                date: try date("2026-04-06"), title: "Toch open", hours: .daily([try range("08:30-18:00")]))
        ])
        let moment = try at("2026-05-01 09:00")
        let later = Comparison(
            of: try cases(), under: try version(), and: try version(6, closed), asOf: moment)
        #expect(later.restatements.map(\.caseID) == ["M-1"])
        #expect(later.changedOutcomes == 0)
        #expect(shown(later.restatements.first?.after?.deadline) == "2026-04-08 12:30")
        let earlier = Comparison(
            of: try cases(), under: try version(), and: try version(6, open), asOf: moment)
        let restated = try #require(earlier.restatements.first)
        #expect(restated.before?.outcome == .kept)
        #expect(restated.after?.outcome == .late)
        #expect(shown(restated.after?.deadline) == "2026-04-06 12:30")
        #expect(
            restated.text == """
                M-1: was op tijd (BVV-03, ≤ 6 werkuren, uiterlijk di 7 april 2026, 12.30 uur), nu te laat \
                (BVV-03, ≤ 6 werkuren, uiterlijk ma 6 april 2026, 12.30 uur)
                """)
        #expect(earlier.changedOutcomes == 1)
    }

    @Test func `per norm line the comparison tells how many of how many, before and after`() throws {
        let found = Comparison(
            of: try cases(), under: try version(), and: try version(5), asOf: try at("2026-05-01 09:00"))
        let line = try #require(found.lines.first)
        #expect(line.before?.text == "2 van 2")
        #expect(line.after?.text == "1 van 2")
        #expect(line.before?.verdict == .met)
        #expect(line.after?.verdict == .notMet)
        #expect(line.after?.norm == "70 % ≤ 5 werkuren")
    }

    @Test func `two versions that say the same differ in nothing`() throws {
        let found = Comparison(
            of: try cases(), under: try version(), and: try version(), asOf: try at("2026-05-01 09:00"))
        #expect(found.restatements.isEmpty)
        #expect(found.restatementCount == 0)
    }

    @Test func `a norm that one of the two lacks is told as such`() throws {
        let without = try agreement([clause("BVV-03")])
        let moment = try at("2026-05-01 09:00")
        let gone = Comparison(of: try cases(), under: try version(), and: without, asOf: moment)
        #expect(gone.restatements.allSatisfy { $0.after == nil })
        #expect(gone.lines.map { $0.after == nil } == [true])
        let come = Comparison(of: try cases(), under: without, and: try version(), asOf: moment)
        #expect(come.lines.map { $0.before == nil } == [true])
        #expect(come.restatements.first?.text.hasPrefix("M-1: was zonder norm, nu op tijd") == true)
    }

    @Test func `more differences than can be listed are counted`() throws {
        let start = try at("2026-04-13 09:00")
        let many = (0..<Comparison.listedLimit + 5).map { index in
            disturbance(id: "M-\(index)", priority: 1, start, stops: [])
        }
        let found = Comparison(
            of: many, under: try version(), and: try version(5), asOf: try at("2026-05-01 09:00"))
        #expect(found.restatements.count == Comparison.listedLimit)
        #expect(found.restatementCount == Comparison.listedLimit + 5)
    }
}

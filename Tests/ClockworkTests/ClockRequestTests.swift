import Agreements
import CivilTime
import Clockwork
import Testing

@Suite struct ClockRequestTests {
    @Test func `a clause with a norm for each priority shows each, with its deadline`() throws {
        let text = try ClockReport(request(), under: Library.agreement()).text
        #expect(text.contains("Deadline:    di 7 april 2026, 12.30 uur"))
        #expect(text.contains("za 4 – ma 6 april: gesloten (weekend, Tweede paasdag)"))
        #expect(text.contains("BIEB-02 (2) Gewoon\n  Norm:        ≤ 2 werkdagen\n  Deadline:    wo 8 april"))
        #expect(text.contains("Waarschuwen: di 7 april 2026, 11.30 uur (1 uur vooraf)"))
        #expect(!text.contains("Oordeel"))
    }

    @Test func `read at a moment, it tells what is used and what is left`() throws {
        var request = try request()
        request.priority = 1
        request.pauses = [try #require(Pause(written: "2026-04-07 09:00/2026-04-07 10:00:uitgever"))]
        request.asOf = try moment("2026-04-07T11:00:00+02:00")
        let text = try ClockReport(request, under: Library.agreement()).text
        #expect(text.contains("Deadline:    di 7 april 2026, 13.30 uur"))
        #expect(text.contains("Verstreken:  3 uur 30 min") && text.contains("Resteert:    2 uur 30 min"))
        #expect(text.contains("aan zet: uitgever"))
    }

    @Test func `while it is paused there is no deadline, and it says who is awaited`() throws {
        var request = try request()
        request.priority = 1
        request.pauses = [try #require(Pause(written: "2026-04-03 17:00/:uitgever"))]
        let text = try ClockReport(request, under: Library.agreement()).text
        #expect(text.contains("nog niet bekend: gepauzeerd, aan zet is uitgever"))
    }

    @Test func `what is done after the deadline is late`() throws {
        var request = try request()
        request.priority = 1
        request.stop = try moment("2026-04-07T12:30:01+02:00")
        #expect(try ClockReport(request, under: Library.agreement()).text.contains("Oordeel:     te laat"))
    }

    @Test(
        arguments: [
            ("BIEB-09", nil, 1, "no clause BIEB-09; clauses with one are BIEB-02"),
            ("BIEB-01", nil, 1, "has no clock; clauses with one are BIEB-02"),
            ("BIEB-02", "reaction", 1, "has no term 'reaction'; it has resolution"),
            ("BIEB-02", nil, 7, "it knows --priority 1 | 2"),
        ] as [(String, String?, Int, String)])
    func `what cannot be run is told with what can`(
        clause: String, term: String?, priority: Int, told: String
    ) throws {
        var request = try request(clause)
        request.term = term
        request.priority = priority
        let error = #expect(throws: ClockRequestError.self) {
            try ClockReport(request, under: Library.agreement())
        }
        #expect(try #require(error).description.contains(told))
    }

    @Test(arguments: [
        "2026-04-03 16:00/2026-04-03 17:00:uwv", "2026-04-03 16:00/2026-04-03 17:00/uwv",
        "2026-04-03T16:00:00+02:00/2026-04-03T15:00:00Z:uwv",
    ])
    func `a pause may be written in several ways`(text: String) throws {
        let pause = try #require(Pause(written: text))
        #expect(pause.from == (try moment("2026-04-03T14:00:00Z")))
        #expect(pause.to == (try moment("2026-04-03T15:00:00Z")) && pause.responsible == "uwv")
    }

    @Test(arguments: ["", "gisteren", "2026-04-03 16:00", "2026-04-03 16:00/2026-04-03 15:00", "a/b/c/d"])
    func `what is no pause is refused`(text: String) {
        #expect(Pause(written: text) == nil)
    }

    @Test(arguments: ["2026-04-03", "16:00", "2026-04-03 25:00", "2026-02-30 10:00", "2026-04-03 16:00 uur"])
    func `what is no moment is refused`(text: String) {
        #expect(Instant(written: text) == nil)
    }

    private func request(_ clause: String = "BIEB-02") throws -> ClockRequest {
        ClockRequest(clause: Clause.ID(clause), start: try moment("2026-04-03T14:00:00Z"))
    }
}

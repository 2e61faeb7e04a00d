import Agreements
import CivilTime
import Clockwork
import Testing

@Suite struct WhatIfTests {
    @Test func `a tighter norm shows which cases would have been late, and what comes of the norm`() throws {
        let text = try outcome(hours: 4).text
        #expect(text.contains("onder:      ≤ 6 werkuren: 2 van 2 op tijd, op peil"))
        #expect(text.contains("in plaats:  ≤ 4 werkuren: 1 van 2 op tijd, onder peil"))
        #expect(text.contains("Anders: 2 termijnen, waarvan 1 met een ander oordeel."))
        #expect(text.contains("B-2: was op tijd"))
    }

    @Test func `under the same norm nothing differs`() throws {
        let text = try outcome(hours: 6).text
        #expect(text.contains("beide:      ≤ 6 werkuren: 2 van 2 op tijd, op peil"))
        #expect(text.hasSuffix("Geen zaak heeft een ander oordeel of een andere termijn."))
    }

    @Test func `a month judges what belongs to it`() throws {
        let text = try outcome(hours: 4, month: "2026-04").text
        #expect(text.contains("≤ 4 werkuren: 0 van 1 op tijd, onder peil"))
        #expect(try outcome(hours: 4, month: "2026-07").text.contains("Geen norm is voor deze zaken."))
    }

    @Test func `the answer for programs holds the same`() throws {
        let json = String(decoding: try outcome(hours: 4).json(), as: UTF8.self)
        #expect(json.contains(#""changed_outcomes" : 1"#) && json.contains(#""share" : "1 van 2""#))
        #expect(json.contains(#""deadline" : "2026-04-07T10:30:00+02:00""#))
    }

    private func outcome(hours: Int64, month name: String? = nil) throws -> WhatIf {
        let text = """
            id,process,registered,priority,resolution
            B-1,disturbance,2026-03-02 09:00,1,2026-03-02 12:00
            B-2,disturbance,2026-04-03 16:00,1,2026-04-07 12:30
            """
        let file = try CaseFile(
            Array(text.utf8), name: "cases", terms: Library.agreement().handledTerms)
        return WhatIf(
            file.cases, under: WhatIf.Side(Library.agreement(), named: "oud"),
            instead: WhatIf.Side(Library.agreement(hours: hours), named: "nieuw"),
            in: try name.map { try month($0) }, asOf: try moment("2026-08-01T12:00:00Z"))
    }
}

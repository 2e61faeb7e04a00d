import Foundation
import Markup
import Testing

@testable import Portal

@Suite struct RecordsViewTests {
    private func text(_ view: some View) -> String {
        String(decoding: Page(view, in: Samples.citizenFrame()).rendered(), as: UTF8.self)
    }

    private func section(_ content: RecordsPage.Section.Content) -> RecordsPage.Section {
        RecordsPage.Section(
            title: "WOZ-waarde", owner: "Dienst <A>", asked: Samples.received, content: content,
            correction: "Bel de dienst.", location: Location("gegevens", "woz"))
    }

    private func page(_ sections: [RecordsPage.Section], isAlone: Bool = false) -> RecordsPage {
        RecordsPage(
            sections: sections, isAlone: isAlone, overview: Location("gegevens"),
            looks: Location("gegevens", "inzage"))
    }

    @Test func `SNO-04 each source says whose it is, when it was asked, and what to do about a mistake`() {
        let facts = [[DataSummary.Fact("Waarde", "€ 312.000")], [DataSummary.Fact("Waarde", "€ 1")]]
        let html = text(page([section(.records(facts))]))
        #expect(html.contains("Van: Dienst &lt;A&gt;. Opgevraagd op di 6 oktober 2026, 12.30 uur."))
        #expect(html.matches(of: /<dl class="data-summary"/).count == 2)
        #expect(html.contains("Bel de dienst."))
    }

    @Test func `SNO-04 a source that is down says since when, and that nothing is wrong with the data`() {
        let known = text(page([section(.unavailable(since: Samples.received))], isAlone: true))
        #expect(known.contains("Sinds di 6 oktober 2026, 12.30 uur krijgen wij geen antwoord van Dienst"))
        #expect(known.contains("Er is niets mis met uw gegevens") && known.contains("Opnieuw opvragen"))
        let unknown = text(page([section(.unavailable(since: nil))]))
        #expect(unknown.contains("Wij krijgen nu geen goed antwoord van Dienst"))
    }

    @Test func `pages without anything to show explain themselves`() {
        #expect(text(page([])).contains("Er zijn nog geen bronnen"))
        #expect(text(page([section(.nothingKnown)])).contains("heeft hier geen gegevens over u"))
        let looks = LooksPage(
            looks: [], choices: [], older: nil, newest: nil, download: .root, records: .root)
        #expect(text(looks).contains("Er is nog niets te zien"))
        let cases = CasesPage(open: [], stepCount: 0, closed: [], more: nil, first: nil)
        #expect(text(cases).contains("U hebt geen lopende zaken"))
    }

    @Test func `SNO-03 a case says what the reader must do before anything else`() throws {
        let html = text(
            CasePage(
                title: "Dakkapel", organisation: "Gemeente", state: StatusBadge("loopt"), isSuspended: true,
                type: "Vergunning", reference: nil, start: nil, expectedEnd: nil, result: nil,
                explanation: "<script>", step: "Stuur de tekening", stepUntil: Samples.lastDay,
                story: [.init(at: Samples.received, "De zaak is begonnen")], cases: .root))
        #expect(
            html.contains(
                "Stuur de tekening. Doe dit uiterlijk op di 20 oktober 2026. Dit regelt u bij Gemeente"))
        let step = try #require(html.range(of: "U moet nog iets doen"))
        let facts = try #require(html.range(of: "data-summary"))
        #expect(step.lowerBound < facts.lowerBound)
        #expect(!html.contains("<script>") && html.contains("De zaak staat stil"))
    }
}

import Agreements
import Clockwork
import Testing

@Suite struct AgreementTextTests {
    @Test func `an agreement reads in the order of its document, with what was assumed`() throws {
        let lines = AgreementText(Library.agreement(), clause: nil).text.split(separator: "\n").map(
            String.init)
        let opening = try #require(lines.firstIndex(of: "1  Openingstijden  [BIEB-01, bieb]"))
        let help = try #require(lines.firstIndex(of: "2  Hulp  [BIEB-02, bieb]"))
        #expect(lines[0] == "Afspraken van de bibliotheek, 1" && opening < help)
        #expect(lines.contains("  Aanname – calendar.days: ma-vr. Niet genoemd."))
        #expect(lines.contains("  Onderhoud Nachtwerk, productie: 2e woensdag van de maand, 17.00–06.00 uur"))
        #expect(lines[(help + 1)...] == ["  Spoed: ≤ 6 werkuren", "  Gewoon: ≤ 2 werkdagen"])
    }

    @Test func `one clause is shown alone`() {
        let text = AgreementText(Library.agreement(), clause: "BIEB-02").text
        #expect(text == "2  Hulp  [BIEB-02, bieb]\n  Spoed: ≤ 6 werkuren\n  Gewoon: ≤ 2 werkdagen")
    }
}

import Testing

@testable import Markup

@Suite struct ChartTests {
    private func chart(_ values: [[Int]], norm: PeilLine.Norm? = nil) -> String {
        Chart(
            caption: "Berichten per dag",
            series: [.init("Verwerkt", tone: .reached), .init("Afgewezen", tone: .below)],
            columns: values.enumerated().map { index, values in
                .init("dag \(index + 1)", shortLabel: "d\(index + 1)", values: values)
            }, norm: norm
        ).rendered()
    }

    @Test func `a chart says in words what it draws`() {
        let html = chart([[10, 1], [1_000, 0]])
        #expect(html.contains("aria-label=\"Berichten per dag, Verwerkt 1.010, Afgewezen 1\""))
        #expect(html.matches(of: /<rect/).count == 3)
        #expect(html.contains("chart__key--below"))
    }

    @Test func `a column is as tall as its share of the scale, and never nothing`() {
        let html = chart([[1_000, 0], [1, 0]])
        #expect(html.contains("height=\"6.67em\""))
        #expect(html.contains("height=\"0.12em\""))
    }

    @Test func `the norm is the peil line across the columns, with its words`() {
        let html = chart([[10, 0]], norm: .init(.atMost, 20, text: "20 per dag"))
        #expect(html.contains("peil-line__norm"))
        #expect(html.contains("norm hoogstens 20 per dag"))
    }

    @Test(arguments: [0, 1, 7, 8, 31, 366])
    func `names of columns stand apart, the last one always`(_ count: Int) {
        let html = chart(Array(repeating: [1, 0], count: count))
        let names = html.matches(of: /text-anchor="middle"/).count
        #expect(names <= 7)
        #expect(count == 0 || html.contains(">d\(count)<"))
    }

    @Test func `figures lead to what was counted, where there is something`() {
        let html = Figures([
            .init("Afgewezen", 3, location: Location("afwijzingen")),
            .init("Wacht", 0, location: Location("wacht")), .init("Verwerkt", 12_480),
        ]).rendered()
        #expect(html.contains("href=\"/afwijzingen\">3</a>"))
        #expect(!html.contains("/wacht"))
        #expect(html.contains("<dd>12.480</dd>"))
    }

    @Test
    func `each of several choices has a field of its own, with what is wrong tied to the group`() {
        let html = CheckboxGroup(
            "Wat mag het?", name: "mag",
            options: [
                .init(field: "mag-a", label: "A <b>", isChecked: true),
                .init(field: "mag-b", label: "B", isChecked: false),
            ], error: "Kies er een."
        ).rendered()
        #expect(html.contains("id=\"mag\"") && html.contains("aria-describedby=\"mag-fout\""))
        #expect(html.contains("name=\"mag-a\" value=\"ja\" checked"))
        #expect(html.contains("A &lt;b&gt;"))
        #expect(html.matches(of: /value="ja" checked/).count == 1)
    }
}

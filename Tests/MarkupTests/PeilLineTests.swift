import Testing

@testable import Markup

@Suite struct PeilLineTests {
    private let strings = Strings(.dutch)

    private func availability(_ share: Double?, _ verdict: PeilLine.Verdict) -> String {
        PeilLine(
            verdict: verdict, norm: .init(.atLeast, 99, text: "99,00 %"),
            reached: share.map { .init($0, text: "\($0) %", fraction: "42.901 van 43.200") },
            scale: .percentage(norm: 99, reached: share, in: strings)
        ).rendered()
    }

    @Test(arguments: [
        (PeilLine.Verdict.reached, "op peil"), (.below, "onder peil"), (.untested, "niet aangesproken"),
        (.unmeasured, "geen meting"),
    ])
    func `the verdict is said in words`(verdict: PeilLine.Verdict, words: String) {
        #expect(availability(99.5, verdict).contains(">\(words)</span>"))
    }

    @Test func `the norm stands at its place with its value`() {
        let html = availability(99.5, .reached)
        #expect(html.contains("x1=\"50.00%\" x2=\"50.00%\""))
        #expect(html.contains(">norm ten minste 99,00 %</text>"))
        #expect(html.contains("width=\"75.00%\""))
    }

    @Test func `a norm of many words stands above the drawing, where it wraps`() {
        let html = PeilLine(
            verdict: .reached, norm: .init(.atMost, 80, text: "elk bericht binnen een etmaal"),
            reached: nil, scale: .init(from: 0, "0", to: 100, "100")
        ).rendered()
        let words = "norm hoogstens elk bericht binnen een etmaal"
        #expect(html.contains("peil-line__label--end\" aria-hidden=\"true\">\(words)</p>"))
        #expect(!html.contains(">\(words)</text>"))
    }

    @Test func `who cannot see the drawing hears the same`() {
        #expect(
            availability(99.5, .reached).contains(
                "aria-label=\"op peil, 99.5 %, 42.901 van 43.200, "
                    + "norm ten minste 99,00 %, schaal van 98 % tot 100 %\""
            ))
    }

    @Test func `without a measurement there is no level`() {
        #expect(!availability(nil, .unmeasured).contains("peil-line__level"))
    }

    @Test(arguments: [(99.0, 99.31, 98.0), (99, 97.2, 95), (99.9, 99.97, 99.8), (99, 0, 0), (100, 100, 99.8)])
    func `a scale for percentages shows norm and result with air below`(
        norm: Double, reached: Double, start: Double
    ) {
        #expect(PeilLine.Scale.percentage(norm: norm, reached: reached, in: strings).start == start)
    }

    @Test(arguments: [
        (45.0, 12.0, 50.0), (150_000, 48_210, 200_000), (200, 190, 300), (0, 0, 1), (45, 91, 150),
    ])
    func `a scale for amounts ends at a round number above both`(norm: Double, reached: Double, end: Double) {
        #expect(PeilLine.Scale.amount(norm: norm, reached: reached, in: strings).end == end)
    }

    @Test func `what lies outside the scale is drawn at its end`() {
        let scale = PeilLine.Scale(from: 0, "0", to: 10, "10")
        #expect(scale.position(of: 12) == 1)
        #expect(scale.position(of: -1) == 0)
    }
}

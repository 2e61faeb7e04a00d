import Markup

// What is held against a norm, and badges.
extension Specimen {
    static var measures: [Specimen] {
        [
            Specimen("peil-line") { html in
                let strings = html.strings
                availability(99.31, .reached, strings.fraction(42_901, of: 43_200), to: &html)
                availability(97.2, .below, strings.fraction(41_990, of: 43_200), to: &html)
                writeCapacity(to: &html)
                html.add(
                    PeilLine(
                        verdict: .unmeasured, norm: .init(.atMost, 200, text: "200 ms"), reached: nil,
                        scale: .amount(norm: 200, reached: nil, unit: " ms", in: strings)))
            },
            Specimen("status-badge") { html in
                html.element(.div, .class("specimen__row")) { html in
                    html.add(StatusBadge("op peil", tone: .reached))
                    html.add(StatusBadge("bijna te laat", tone: .atRisk))
                    html.add(StatusBadge("onder peil", tone: .below))
                    html.add(StatusBadge("niet aangesproken"))
                    html.add(StatusBadge("Nieuw", tone: .new))
                }
            },
            Specimen("number-badge") { html in
                html.element(.div, .class("specimen__row")) { html in
                    for count in [1, 12, 1_000] { html.add(NumberBadge(count)) }
                }
            },
        ]
    }

    private static func availability(
        _ share: Double, _ verdict: PeilLine.Verdict, _ fraction: String, to html: inout HTML
    ) {
        let strings = html.strings
        let text = strings.number(share, decimals: 2) + " %"
        html.add(
            PeilLine(
                verdict: verdict, norm: .init(.atLeast, 99, text: "99,00 %"),
                reached: .init(share, text: text, fraction: fraction),
                scale: .percentage(norm: 99, reached: share, in: strings)))
    }

    private static func writeCapacity(to html: inout HTML) {
        html.add(
            PeilLine(
                verdict: .untested, norm: .init(.atLeast, 150_000, text: "150.000 per uur"),
                reached: .init(48_210, text: "48.210 per uur", fraction: "hoogste aanbod"),
                scale: .amount(norm: 150_000, reached: 48_210, unit: " per uur", in: html.strings)))
    }
}

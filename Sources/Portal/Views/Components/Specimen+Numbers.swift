import Markup

// Numbers over time, and those that say how things stand.
extension Specimen {
    static var numbers: [Specimen] {
        [
            Specimen("figures") { html in
                html.add(
                    Figures([
                        .init("Aangeboden", 12_480, location: Location("componenten")),
                        .init("Verwerkt", 12_401), .init("Afgewezen", 79), .init("In behandeling", 0),
                    ]))
            },
            Specimen("chart") { html in
                html.add(chart)
                html.add(small)
            },
        ]
    }

    private static let days = [
        (12, 940, 11), (13, 1_204, 30), (14, 0, 0), (15, 1_420, 2), (16, 877, 9), (17, 1_010, 12),
        (18, 640, 4),
    ]

    private static var chart: Chart {
        Chart(
            caption: "Berichten per dag van ontvangst",
            series: [.init("Verwerkt", tone: .reached), .init("Afgewezen", tone: .below)],
            columns: days.map { day, processed, rejected in
                .init("\(day) oktober 2026", shortLabel: "\(day)-10", values: [processed, rejected])
            }, norm: .init(.atMost, 1_500, text: "1.500 per dag"))
    }

    private static var small: Chart {
        Chart(
            caption: "Berichten per maand van ontvangst", series: [.init("Verwerkt", tone: .reached)],
            columns: [.init("oktober 2026", shortLabel: "10-26", values: [1])])
    }
}

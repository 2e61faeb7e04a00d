import CivilTime
import Markup

@testable import Portal

extension Samples {
    private static let strings = Strings(.dutch)

    static func report(_ clauses: [ServiceLevelsPage.Clause]) -> ServiceLevelsPage? {
        guard let month = CivilMonth(year: 2026, month: 10),
            let validFrom = CivilDate(year: 2020, month: 1, day: 1)
        else { return nil }
        return ServiceLevelsPage(
            agreement: .init(
                name: "MijnOverheid", version: "2020-1", validFrom: validFrom,
                hash: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
            month: month, older: Location("dienstniveaus", "mijnoverheid", query: ["maand": "2026-09"]),
            newer: Location("dienstniveaus", "mijnoverheid", query: ["maand": "2026-11"]),
            state: .provisional(asOf: received), clauses: clauses)
    }

    static let clauses: [ServiceLevelsPage.Clause] = [
        .init(
            id: "SNO-30", paragraph: "§ 3.2", title: "Beschikbaarheid van het portaal",
            findings: [
                share("Berichtenbox lezen", 99.31, 42_901, .reached),
                share("Inloggen", 97.2, 41_990, .below),
            ]),
        .init(
            id: "SNO-09", paragraph: "§ 2.4.1", title: "Aanlevering van berichten",
            findings: [
                capacity("Aangenomen per seconde", norm: 45, offered: 12, " per seconde"),
                capacity("Aangeleverd per uur", norm: 150_000, offered: 48_210, " per uur"),
            ]),
        .init(
            id: "SNO-08", paragraph: "§ 2.3", title: "Berichten opvragen binnen 200 milliseconden",
            findings: [share("Verzoeken binnen 200 ms", 99.97, 71_978, .reached, norm: 99.9, of: 72_000)]),
        .init(
            id: "SNO-13", paragraph: "§ 2.4.5", title: "Opnieuw aanleveren van de laatste 24 uur",
            findings: [
                .init(
                    name: "Dubbel in de berichtenbox", verdict: .unmeasured,
                    norm: .init(.atMost, 0, text: "0"), measured: nil,
                    scale: .amount(norm: 0, reached: nil, in: strings), observations: 0, explanation: [])
            ]),
    ]

    private static func share(
        _ name: String, _ value: Double, _ part: Int, _ verdict: PeilLine.Verdict, norm: Double = 99,
        of whole: Int = 43_200
    ) -> ServiceLevelsPage.Finding {
        .init(
            name: name, verdict: verdict,
            norm: .init(.atLeast, norm, text: strings.number(norm, decimals: 2) + " %"),
            measured: .init(
                value, text: strings.number(value, decimals: 2) + " %",
                fraction: strings.fraction(part, of: whole)),
            scale: .percentage(norm: norm, reached: value, in: strings), observations: whole,
            explanation: [
                "Elke minuut van oktober is één meting door de proef van buitenaf: 44.700 metingen.",
                "Onderhoud dat op tijd was aangekondigd, telt niet mee: 1.500 metingen op zondag 11 oktober.",
                "Van de 43.200 overige metingen slaagden er \(strings.number(part)).",
            ])
    }

    private static func capacity(
        _ name: String, norm: Int, offered: Int, _ unit: String
    ) -> ServiceLevelsPage.Finding {
        .init(
            name: name, verdict: .untested,
            norm: .init(.atLeast, Double(norm), text: strings.number(norm) + unit),
            measured: .init(
                Double(offered), text: strings.number(offered) + unit, fraction: "hoogste aanbod"),
            scale: .amount(norm: Double(norm), reached: Double(offered), unit: unit, in: strings),
            observations: 744,
            explanation: ["Het hoogste aanbod was op ma 12 oktober 2026, 09.00 uur."])
    }
}

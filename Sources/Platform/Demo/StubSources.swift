import Identity
import PersonalData

/// What the stubs of the sources answer: the same for the same test number. Some people's sources fail in a
/// way of their own, so that each failure can be looked at.
enum StubSources {
    enum Answer: Equatable {
        case records(String)
        case status(Int)
        case never
    }

    /// What goes wrong, for whom and where; see `docs/decisions/0018`.
    private static let failures: [String: (kind: Source.Kind, failure: Failure)] = [
        "999990056": (.woz, .hangs), "999990068": (.income, .fails), "999990044": (.bag, .isHuge),
        "999990032": (.brp, .isBroken),
    ]

    fileprivate enum Failure {
        case hangs, fails, isHuge, isBroken
    }

    fileprivate static let hugeBytes = 10_485_760

    static func answer(_ path: String, _ body: [UInt8]) -> Answer {
        guard let kind = Source.Kind(rawValue: String(path.dropFirst())) else { return .status(404) }
        let text = String(decoding: body, as: UTF8.self)
        guard let digits = text.firstMatch(of: /"burgerservicenummer":"([0-9]{9})"/)?.1,
            let citizen = BSN(String(digits))
        else { return .status(400) }
        if let known = failures[citizen.digits], known.kind == kind { return known.failure.answer }
        guard let person = people[citizen.digits] else { return .status(404) }
        let records = person.records(of: kind)
        return records.isEmpty
            ? .status(404) : .records(#"{"gegevens":[\#(records.joined(separator: ","))]}"#)
    }
}

extension StubSources.Failure {
    fileprivate var answer: StubSources.Answer {
        switch self {
        case .hangs: .never
        case .fails: .status(503)
        case .isHuge: .records(#"{"gegevens":["\#(String(repeating: "x", count: StubSources.hugeBytes))"]}"#)
        case .isBroken: .records(#"{"gegevens":[{"naam":"#)
        }
    }
}

extension StubSources {
    /// Somebody made up, as the sources have them.
    private struct Entry {
        let firstNames: String
        let surname: String
        let born: String
        let birthplace: String
        let street: String
        let since: String
        let built: Int
        let area: Int
        /// The value of the own house in euros; nil for who rents.
        let value: Int?
        let income: Int

        func records(of kind: Source.Kind) -> [String] {
            switch kind {
            case .brp:
                [
                    """
                    {"naam":{"voornamen":"\(firstNames)","geslachtsnaam":"\(surname)"},
                     "geboorte":{"datum":"\(born)","plaats":"\(birthplace)"},
                     "verblijfplaats":{"adres":"\(street)","postcode":"9999 XA","woonplaats":"Veenwoude",
                     "sinds":"\(since)"}}
                    """
                ]
            case .bag:
                [
                    """
                    {"adres":"\(street), Veenwoude","gebruiksdoel":"wonen","bouwjaar":\(built),
                     "oppervlakte":\(area)}
                    """
                ]
            case .woz:
                value.map { value in
                    [#"{"adres":"\#(street), Veenwoude","waarde":\#(value),"peildatum":"2025-01-01"}"#]
                } ?? []
            case .income:
                [
                    #"{"jaar":"2025","inkomen":\#(income),"vastgesteldOp":"2026-06-12"}"#,
                    #"{"jaar":"2024","inkomen":\#(income - 1_180),"vastgesteldOp":"2025-06-14"}"#,
                ]
            }
        }
    }

    private static let people: [String: Entry] = [
        "999990019": Entry(
            firstNames: "Anna Maria", surname: "de Test", born: "1984-03-12", birthplace: "Veenwoude",
            street: "Turfkade 14", since: "2016-09-01", built: 1936, area: 118, value: 312_000, income: 38_450
        ),
        "999990020": Entry(
            firstNames: "Bilal", surname: "Voorbeeld", born: "1991-11-02", birthplace: "Veenwoude",
            street: "Sluisweg 3", since: "2021-05-15", built: 1978, area: 76, value: nil, income: 29_900),
        "999990032": Entry(
            firstNames: "Chantal", surname: "van de Proef", born: "1969-07-30", birthplace: "Oudemolen",
            street: "Molenpad 8", since: "1998-02-01", built: 1952, area: 134,
            value: 287_000, income: 41_200),
        "999990044": Entry(
            firstNames: "Dirk Jan", surname: "Demonstratie", born: "1951-01-19", birthplace: "Veenwoude",
            street: "Brink 1", since: "1980-06-01", built: 1910, area: 160, value: 398_000, income: 24_600),
        "999990056": Entry(
            firstNames: "Esra", surname: "Model", born: "2001-08-23", birthplace: "Oudemolen",
            street: "Turfkade 21", since: "2024-10-01", built: 2009, area: 54,
            value: 205_000, income: 17_300),
        "999990068": Entry(
            firstNames: "Femke", surname: "Staal-Monster", born: "1977-12-05", birthplace: "Veenwoude",
            street: "Sluisweg 40", since: "2005-04-20", built: 1988, area: 102, value: 276_000, income: 35_750
        ),
    ]
}

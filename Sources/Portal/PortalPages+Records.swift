import CivilTime
import Hummingbird
import Identity
import Markup
import MessageBox
import PersonalData
import Routes

extension PortalPages {
    var recordEndpoints: [Endpoint] {
        [
            .citizen(.get, "/gegevens", showRecords),
            .citizen(.get, "/gegevens/{bron}", showSource),
        ]
    }

    private func showRecords(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        try await records(of: sources.sources, isAlone: false, visit, person)
    }

    private func showSource(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        guard let source = sources.source(visit.parameter("bron")) else { throw Problem(.notFound) }
        return try await records(of: [source], isAlone: true, visit, person)
    }

    private func records(
        of wanted: [Source], isAlone: Bool, _ visit: Visit, _ person: Person.ID
    ) async throws -> Response {
        let reports = try await OwnRecords(
            of: person, sources: sources, database: database, keys: facilities.keys
        ).ask(wanted, at: visit.at)
        let strings = try await strings(for: visit)
        return try await page(
            RecordsPage(
                sections: reports.map { RecordsPage.Section($0, in: strings) }, isAlone: isAlone,
                overview: .records, looks: .looks), .records, for: visit)
    }
}

extension RecordsPage.Section {
    fileprivate init(_ report: SourceReport, in strings: Strings) {
        let source = report.source
        self.init(
            title: source.title.text(in: strings), owner: source.ownerName, asked: Moment(report.askedAt),
            content: Content(report, in: strings), correction: source.correction.text(in: strings),
            location: Location("gegevens", source.key))
    }
}

extension RecordsPage.Section.Content {
    fileprivate init(_ report: SourceReport, in strings: Strings) {
        switch report.answer {
        case .records(let records):
            self = .records(
                records.map { record in
                    zip(report.source.fields, record.values).map { field, value in
                        .init(
                            field.label.text(in: strings),
                            value.map { field.notation.text($0, in: strings) } ?? strings.notKnown)
                    }
                })
        case .nothingKnown: self = .nothingKnown
        case .unavailable: self = .unavailable(since: report.downSince.map { Moment($0) })
        }
    }
}

extension Source.Notation {
    /// A value as people read it; as it came where it is not of this kind.
    fileprivate func text(_ value: String, in strings: Strings) -> String {
        switch self {
        case .text: value
        case .date: CivilDate(value).map { Moment($0).text(in: strings) } ?? value
        case .euro: Int(value).map { strings.euros($0) } ?? value
        case .number: Int(value).map { strings.number($0) } ?? value
        case .area: Int(value).map { strings.squareMetres($0) } ?? value
        }
    }
}

extension Source.Bilingual {
    func text(in strings: Strings) -> String {
        strings.language == .dutch ? dutch : english
    }
}

extension Location {
    static let records = Location("gegevens")
    static let looks = Location("gegevens", "inzage")
}

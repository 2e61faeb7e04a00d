import CivilTime
import HTTPTypes
import Hummingbird
import Identity
import MessageBox
import PersonalData
import Routes

/// The signed-in citizen's own data at the sources.
extension Interfaces {
    var recordEndpoints: [Endpoint] {
        [
            .citizen(.get, "/api/v1/mijn/gegevens", listSources).described(.listSources),
            .citizen(.get, "/api/v1/mijn/gegevens/{bron}", showRecords).described(.showRecords),
        ]
    }

    /// Which sources there are; none is asked.
    private func listSources(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        try visit.json(Page(items: sources.sources.map(SourceName.init), volgende: nil))
    }

    private func showRecords(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        guard let source = sources.source(visit.parameter("bron")) else { throw Problem(.notFound) }
        let reports = try await OwnRecords(
            of: person, sources: sources, database: database, keys: facilities.keys
        ).ask([source], at: visit.at)
        guard let report = reports.first, let records = report.answer.shown else {
            let since = reports.first?.downSince.map { " sinds \($0.rfc3339)" } ?? ""
            throw Problem(
                .sourceUnavailable,
                "\(source.ownerName) geeft\(since) geen goed antwoord. Probeer het later.",
                retryAfterSeconds: Self.sourceRetrySeconds)
        }
        return try .json(RecordsAnswer(report, records))
    }

    /// As long as a source that fails is left alone.
    private static let sourceRetrySeconds = 30
}

extension SourceAnswer {
    /// The records that it gave; nil where it did not answer.
    fileprivate var shown: [Record]? {
        switch self {
        case .records(let records): records
        case .nothingKnown: []
        case .unavailable: nil
        }
    }
}

private struct SourceName: Encodable {
    let bron: String
    let naam: String
    let houder: Owner

    struct Owner: Encodable {
        let oin: String
        let naam: String
    }

    init(_ source: Source) {
        bron = source.key
        naam = source.title.dutch
        houder = Owner(oin: source.owner.digits, naam: source.ownerName)
    }
}

private struct RecordsAnswer: Encodable {
    let bron: SourceName
    let opgevraagdOp: String
    /// Empty where the source keeps nothing about the person.
    let gegevens: [Record]
    /// What to do about a mistake.
    let correctie: String

    struct Record: Encodable {
        let velden: [Field]
    }

    /// A value as the source wrote it; absent where it does not know.
    struct Field: Encodable {
        let pad: String
        let naam: String
        let waarde: String?
    }

    init(_ report: SourceReport, _ records: [SourceAnswer.Record]) {
        bron = SourceName(report.source)
        opgevraagdOp = report.askedAt.rfc3339
        gegevens = records.map { record in
            Record(
                velden: zip(report.source.fields, record.values).map { field, value in
                    Field(pad: field.path, naam: field.label.dutch, waarde: value)
                })
        }
        correctie = report.source.correction.dutch
    }
}

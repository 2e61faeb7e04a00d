import CivilTime
import HTTPTypes
import Hummingbird
import Identity
import Routes
import RunningCases
import SQL

/// The signed-in citizen's own cases.
extension Interfaces {
    var ownCaseEndpoints: [Endpoint] {
        [
            .citizen(.get, "/api/v1/mijn/zaken", listOwnCases).described(
                .listOwnCases(standard: Self.pageDefault)),
            .citizen(.get, "/api/v1/mijn/zaken/{id}", showOwnCase).described(.showOwnCase),
        ]
    }

    private static let pageDefault = 50

    private func listOwnCases(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        let limit = try visit.number("limiet", in: 1...CaseReader.pageLimit, default: Self.pageDefault)
        let position = try visit.query("na").map { try Self.position($0) }
        let listing = try await CaseReader(of: person, in: caseRegister).list(
            closedAfter: position, limit: limit, at: visit.at)
        let next = listing.hasMoreClosed ? listing.closed.last : nil
        // The open ones stand on the first page; the closed ones go on from there.
        let shown = (position == nil ? listing.open : []) + listing.closed
        return try visit.json(
            Page(
                items: shown.map { OwnCase($0) },
                volgende: next.map { last in
                    "/api/v1/mijn/zaken?na=\(last.changedAt.microseconds)_\(last.id)&limiet=\(limit)"
                }))
    }

    private static func position(_ text: String) throws(Problem) -> CaseReader.Position {
        let parts = text.split(separator: "_")
        guard parts.count == 2, let moment = Int64(parts[0]), let id = RunningCase.ID(String(parts[1])) else {
            throw Problem(
                .invalidInput, "De parameter na klopt niet.",
                faults: [.init(path: "na", reason: "is geen plaats zoals “volgende” die geeft")])
        }
        return .init(changedAt: Instant(microseconds: moment), id: id)
    }

    private func showOwnCase(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        guard let id = RunningCase.ID(visit.parameter("id")) else { throw Problem(.notFound) }
        let opened = try await CaseReader(of: person, in: caseRegister).open(id, at: visit.at)
        return try visit.json(OwnCase(opened.found, story: opened.story))
    }
}

private struct OwnCase: Encodable {
    let id: String
    let organisatie: String
    let zaaktype: String
    let omschrijving: String
    let toelichting: String?
    let kenmerk: String?
    let status: String
    let startdatum: String?
    let verwachteEinddatum: String?
    let resultaat: String?
    let stapVoorU: Step?
    let gewijzigdOp: String
    let verloop: [Moment]?

    struct Step: Encodable {
        let omschrijving: String
        let uiterlijk: String?
    }

    struct Moment: Encodable {
        let soort: String
        let tijdstip: String
        let omschrijving: String?
        let toelichting: String?
    }

    init(_ found: RunningCase, story: [CaseMoment]? = nil) {
        let content = found.content
        id = "\(found.id)"
        organisatie = found.organisation
        zaaktype = content.type
        omschrijving = content.title
        toelichting = content.explanation
        kenmerk = content.reference
        status = found.state.name
        startdatum = content.startsOn.map { "\($0)" }
        verwachteEinddatum = content.expectedEndOn.map { "\($0)" }
        resultaat = content.result
        stapVoorU = found.step.map { Step(omschrijving: $0.text, uiterlijk: $0.lastDay.map { "\($0)" }) }
        gewijzigdOp = found.changedAt.rfc3339
        verloop = story?.map {
            Moment(soort: $0.kind.name, tijdstip: $0.at.rfc3339, omschrijving: $0.title, toelichting: $0.text)
        }
    }
}

extension CaseMoment.Kind {
    /// As the events name it.
    fileprivate var name: String {
        switch self {
        case .opened: "geopend"
        case .registered: "geregistreerd"
        case .changed: "gemuteerd"
        case .suspended: "opgeschort"
        case .updated: "bijgewerkt"
        case .extended: "verlengd"
        case .closed: "afgesloten"
        case .status: "status"
        }
    }
}

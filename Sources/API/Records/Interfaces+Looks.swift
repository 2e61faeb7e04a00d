import CivilTime
import HTTPTypes
import Hummingbird
import Identity
import Journal
import MessageBox
import PersonalData
import Routes
import SQL

/// Who looked at the signed-in citizen's data.
extension Interfaces {
    var lookEndpoints: [Endpoint] {
        [
            .citizen(.get, "/api/v1/mijn/inzage", listLooks).described(
                .listLooks(limit: Self.pageLimit, standard: Self.pageDefault))
        ]
    }

    private static let pageLimit = 200
    private static let pageDefault = 50

    private func listLooks(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        let before = try visit.identifier("na", of: ProcessingLine.self)
        let limit = try visit.number("limiet", in: 1...Self.pageLimit, default: Self.pageDefault)
        let word = visit.query("wie") ?? "alles"
        guard let whose = ProcessingLog.Looks(word: word) else {
            throw Problem(
                .invalidInput, "De parameter wie klopt niet.",
                faults: [.init(path: "wie", reason: "kies alles, organisaties of uzelf")])
        }
        let found = try await LookReader(of: person, database: database, keys: facilities.keys).page(
            whose, before: before, limit: limit, at: visit.at)
        let last = found.hasOlder ? found.looks.last : nil
        return try .json(
            Page(
                items: found.looks.map(LookBody.init),
                volgende: last.map { "/api/v1/mijn/inzage?wie=\(word)&na=\($0.id)&limiet=\(limit)" }))
    }
}

extension ProcessingLog.Looks {
    fileprivate init?(word: String) {
        switch word {
        case "alles": self = .all
        case "organisaties": self = .byOthers
        case "uzelf": self = .own
        default: return nil
        }
    }
}

private struct LookBody: Encodable {
    let id: String
    let moment: String
    let activiteit: String
    let doel: String
    let uitkomst: String
    let doorUzelf: Bool
    /// Which organisation asked, or was asked; absent where none was.
    let organisatie: Party?

    struct Party: Encodable {
        let oin: String
        let naam: String?
    }

    init(_ look: LookReader.Look) {
        id = "\(look.id)"
        moment = look.at.rfc3339
        activiteit = look.activity.rawValue
        doel = look.purpose
        uitkomst =
            switch look.outcome {
            case .given: "gegeven"
            case .refused: "geweigerd"
            case .failed: "mislukt"
            }
        doorUzelf = look.activity.isOwnLook
        organisatie = look.organisation.map { Party(oin: $0.oin, naam: $0.name) }
    }
}

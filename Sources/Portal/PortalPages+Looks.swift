import CivilTime
import HTTPTypes
import Hummingbird
import Identity
import Journal
import Markup
import MessageBox
import NIOCore
import PersonalData
import Routes
import SQL

extension PortalPages {
    var lookEndpoints: [Endpoint] {
        [
            .citizen(.get, "/gegevens/inzage", showLooks),
            .citizen(.get, "/gegevens/inzage/download", downloadLooks),
        ]
    }

    private static let looksPerPage = 50
    /// A file of so many lines is made in a second; who wants more reads on in pages.
    private static let downloadLength = 10_000

    private func looks(of person: Person.ID) -> LookReader {
        LookReader(of: person, database: database, keys: facilities.keys)
    }

    private func showLooks(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        let whose = try Self.choice(visit)
        let before = try visit.query("voor").map { text throws(Problem) in
            guard let id = Identifier<ProcessingLine>(text) else { throw Problem(.notFound) }
            return id
        }
        let found = try await looks(of: person).page(
            whose, before: before, limit: Self.looksPerPage, at: visit.at)
        let strings = try await strings(for: visit)
        let last = found.hasOlder ? found.looks.last : nil
        let content = LooksPage(
            looks: found.looks.map { LooksPage.Look($0, in: strings) },
            choices: ProcessingLog.Looks.allCases.map { one in
                .init(label: strings.name(of: one), location: .looks(one), isCurrent: one == whose)
            },
            older: last.map { .looks(whose, before: "\($0.id)") }, newest: before.map { _ in .looks(whose) },
            download: Location("gegevens", "inzage", "download", query: ["wie": whose.word]),
            records: .records)
        return try await page(content, .records, for: visit)
    }

    private static func choice(_ visit: Visit) throws(Problem) -> ProcessingLog.Looks {
        guard let word = visit.query("wie") else { return .byOthers }
        guard let choice = ProcessingLog.Looks.allCases.first(where: { $0.word == word }) else {
            throw Problem(.notFound)
        }
        return choice
    }

    private func downloadLooks(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        let found = try await looks(of: person).page(
            try Self.choice(visit), limit: Self.downloadLength, at: visit.at)
        let strings = try await strings(for: visit)
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8",
                .contentDisposition: "attachment; filename=\"wie-bekeek-mijn-gegevens.csv\"",
            ], body: .init(byteBuffer: ByteBuffer(string: LookTable.text(found.looks, in: strings))))
    }
}

/// The looks as a spreadsheet in the Netherlands opens them: semicolons between, a mark of UTF-8 in front.
enum LookTable {
    static func text(_ looks: [LookReader.Look], in strings: Strings) -> String {
        let head = [strings.when, strings.who, strings.what, strings.whichData].map(cell)
        let lines = looks.map { look in
            let shown = LooksPage.Look(look, in: strings)
            return [look.at.rfc3339, shown.who, shown.what, shown.about].map(cell)
        }
        return "\u{feff}" + ([head] + lines).map { $0.joined(separator: ";") + "\r\n" }.joined()
    }

    /// In quotes always; what a spreadsheet would take for a formula is made text.
    private static func cell(_ text: String) -> String {
        let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
        return "\"" + (isFormula ? "'" : "") + text.replacing("\"", with: "\"\"") + "\""
    }
}

extension LooksPage.Look {
    init(_ look: LookReader.Look, in strings: Strings) {
        let organisation = look.organisation.map { $0.name ?? strings.unknownOrganisation($0.oin) }
        let outcome =
            switch look.outcome {
            case .given: ""
            case .refused: strings.lookRefused
            case .failed: strings.lookFailed
            }
        self.init(
            at: Moment(look.at),
            who: look.activity.isOwnLook ? strings.yourself : organisation ?? strings.product,
            what: strings.deed(look.activity, of: organisation) + outcome,
            about: strings.subject(of: look.activity))
    }
}

extension ProcessingLog.Looks {
    /// In addresses.
    fileprivate var word: String {
        switch self {
        case .all: "alles"
        case .byOthers: "organisaties"
        case .own: "uzelf"
        }
    }
}

extension Location {
    fileprivate static func looks(_ whose: ProcessingLog.Looks, before id: String? = nil) -> Location {
        guard let id else { return Location("gegevens", "inzage", query: ["wie": whose.word]) }
        return Location("gegevens", "inzage", query: ["wie": whose.word, "voor": id])
    }
}

extension Strings {
    fileprivate func name(of looks: ProcessingLog.Looks) -> String {
        switch looks {
        case .all: looksAll
        case .byOthers: looksOthers
        case .own: looksOwn
        }
    }

    fileprivate func deed(_ activity: ProcessingActivity, of organisation: String?) -> String {
        switch activity {
        case .deliverMessage: didDeliver
        case .followMessage: didFollowMessage
        case .notify: didNotify
        case .validate: didValidate
        case .listSubscriptions: didListSubscriptions
        case .receiveCase: didReceiveCase
        case .readBoxList: didReadBoxList
        case .readMessage: didReadMessage
        case .readAttachment: didReadAttachment
        case .readCases: didReadCases
        case .readCase: didReadCase
        case .askPersonRecord, .askPropertyValue, .askAddress, .askIncome: didAsk(organisation ?? product)
        case .readLog: didReadLog
        case .arrangeBox: didArrangeBox
        case .searchBox: didSearchBox
        case .downloadBox: didDownloadBox
        case .eraseMessage: didEraseMessage
        case .readSettings: didReadSettings
        case .changeSettings: didChangeSettings
        case .signIn: didSignIn
        }
    }

    fileprivate func subject(of activity: ProcessingActivity) -> String {
        switch activity {
        case .deliverMessage, .followMessage, .readBoxList, .readMessage, .readAttachment, .arrangeBox,
            .searchBox, .downloadBox, .eraseMessage:
            aboutMessages
        case .notify: aboutAddress
        case .validate, .listSubscriptions, .readSettings, .changeSettings: aboutPreferences
        case .receiveCase, .readCases, .readCase: aboutCases
        case .askPersonRecord: aboutPerson
        case .askPropertyValue: aboutProperty
        case .askAddress: aboutBuilding
        case .askIncome: aboutIncome
        case .readLog: aboutLog
        case .signIn: aboutAccount
        }
    }
}

import CivilTime
import Markup
import MessageBox
import Routes
import SQL

/// A page of a list in somebody's box, as an address and as the fields of a form that returns to it.
struct BoxAddress: Sendable {
    var place: Place = .box
    /// The message that the page follows; nil on the first page.
    var position: BoxPosition?
    var isUnreadOnly = false
    var isAllTicked = false

    var location: Location {
        place.location.with("voor", position?.text).with("ongelezen", isUnreadOnly ? "ja" : nil)
            .with("alles", isAllTicked ? "ja" : nil)
    }

    var fields: [HiddenField] {
        [
            HiddenField("plaats", place.word), HiddenField("voor", position?.text ?? ""),
            HiddenField("ongelezen", isUnreadOnly ? "ja" : ""),
        ]
    }
}

extension BoxAddress {
    init(_ place: Place, _ visit: Visit) throws(Problem) {
        self.place = place
        position = try visit.query("voor").map { text throws(Problem) in try BoxPosition(parsing: text) }
        isUnreadOnly = visit.query("ongelezen") == "ja"
        isAllTicked = visit.query("alles") == "ja"
    }

    init(_ form: FormFields) throws(Problem) {
        guard let place = form["plaats"].flatMap(Place.init(word:)) else { throw Problem(.notFound) }
        self.place = place
        if let text = form["voor"], !text.isEmpty { position = try BoxPosition(parsing: text) }
        isUnreadOnly = form["ongelezen"] == "ja"
    }
}

extension BoxPosition {
    /// The moment and the id of the message that a page follows.
    var text: String { "\(publishedAt.microseconds)_\(id)" }

    init(parsing text: String) throws(Problem) {
        let parts = text.split(separator: "_")
        guard parts.count == 2, let moment = Int64(parts[0]), let id = Message.ID(String(parts[1])) else {
            throw Problem(.notFound)
        }
        self.init(publishedAt: Instant(microseconds: moment), id: id)
    }

    init(_ heading: Message.Heading) {
        self.init(publishedAt: heading.publishedAt, id: heading.id)
    }
}

extension Place {
    /// As forms and addresses name it.
    var word: String {
        switch self {
        case .box: "berichtenbox"
        case .archive: "archief"
        case .bin: "prullenbak"
        case .folder(let id): "map-\(id)"
        }
    }

    init?(word: String) {
        switch word {
        case "berichtenbox": self = .box
        case "archief": self = .archive
        case "prullenbak": self = .bin
        default:
            guard word.hasPrefix("map-"), let id = Folder.ID(String(word.dropFirst(4))) else { return nil }
            self = .folder(id)
        }
    }

    var location: Location {
        switch self {
        case .box: .box
        case .archive: Location("berichtenbox", "archief")
        case .bin: Location("berichtenbox", "prullenbak")
        case .folder(let id): Location("berichtenbox", "mappen", id.description)
        }
    }

    /// As people know it; nil for a folder that is not theirs.
    func name(_ folders: [Folder], in strings: Strings) -> String? {
        switch self {
        case .box: strings.box
        case .archive: strings.placeArchive
        case .bin: strings.placeBin
        case .folder(let id): folders.first { $0.id == id }?.name
        }
    }
}

extension Location {
    static let folders = Location("berichtenbox", "mappen")
    static let searchBox = Location("berichtenbox", "zoeken")
    static let downloadBox = Location("berichtenbox", "downloaden")
    static let boxActs = Location("berichtenbox", "verplaatsingen")
    static let undoMove = Location("berichtenbox", "ongedaan")

    static func message(_ id: Message.ID) -> Location { Location("berichtenbox", id.description) }
}

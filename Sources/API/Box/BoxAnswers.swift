import CivilTime
import MessageBox
import Routes
import SQL

/// A message in a list of the owner's box.
struct BoxSummary: Encodable {
    let id: String
    let afzender: String
    let onderwerp: String
    let kenmerk: String?
    let gepubliceerdOp: String
    let eindDatumHandelingstermijn: String?
    let gelezen: Bool
    let plaats: String
    let map: String?
    let aantalBijlagen: Int

    init(_ heading: Message.Heading) {
        id = "\(heading.id)"
        afzender = heading.sender
        onderwerp = heading.subject
        kenmerk = heading.reference
        gepubliceerdOp = heading.publishedAt.rfc3339
        eindDatumHandelingstermijn = heading.actionDeadlineAt?.rfc3339
        gelezen = heading.isRead
        (plaats, map) = heading.place.words
        aantalBijlagen = heading.attachmentCount
    }
}

/// A message of the owner's box, whole.
struct BoxMessage: Encodable {
    let id: String
    let afzender: String
    let onderwerp: String
    let kenmerk: String?
    let gepubliceerdOp: String
    let eindDatumHandelingstermijn: String?
    let gelezen: Bool
    let plaats: String
    let map: String?
    let tekst: String
    let bijlagen: [File]

    struct File: Encodable {
        let nummer: Int
        let omschrijving: String
        let mediatype: String
        let aantalBytes: Int
    }

    init(_ message: Message) {
        let summary = BoxSummary(message.heading)
        id = summary.id
        afzender = summary.afzender
        onderwerp = summary.onderwerp
        kenmerk = summary.kenmerk
        gepubliceerdOp = summary.gepubliceerdOp
        eindDatumHandelingstermijn = summary.eindDatumHandelingstermijn
        gelezen = summary.gelezen
        (plaats, map) = (summary.plaats, summary.map)
        tekst = Message.withLineBreaks(message.text)
        bijlagen = message.attachments.map { attachment in
            File(
                nummer: attachment.number, omschrijving: attachment.description,
                mediatype: "application/pdf", aantalBytes: attachment.byteCount)
        }
    }
}

/// What a message looks like after a change.
struct BoxArrangement: Encodable {
    let id: String
    let gelezen: Bool
    let plaats: String
    let map: String?

    init(_ id: Message.ID, _ arrangement: Arrangement) {
        self.id = "\(id)"
        gelezen = arrangement.isRead
        (plaats, map) = arrangement.place.words
    }
}

struct BoxFolder: Encodable {
    let id: String
    let naam: String
    let aantalOngelezen: Int

    init(_ folder: Folder) {
        (id, naam, aantalOngelezen) = ("\(folder.id)", folder.name, folder.unreadCount)
    }
}

/// What a search found. The next page is asked with the same question and `na`: words that people search for
/// do not belong in an address.
struct BoxFindings: Encodable {
    let items: [BoxSummary]
    let na: String?
    let volledig: Bool

    init(_ findings: SearchFindings) {
        items = findings.headings.map(BoxSummary.init)
        na = findings.hasOlder ? findings.headings.last.map { BoxPosition($0).cursor } : nil
        volledig = findings.isComplete
    }
}

extension Place {
    fileprivate var words: (place: String, folder: String?) {
        let word = PlaceWord(self).rawValue
        guard case .folder(let id) = self else { return (word, nil) }
        return (word, "\(id)")
    }
}

extension BoxPosition {
    /// The message that a page follows, as text.
    var cursor: String { "\(publishedAt.microseconds)_\(id)" }

    init(_ heading: Message.Heading) {
        self.init(publishedAt: heading.publishedAt, id: heading.id)
    }

    init(cursor text: String) throws(Problem) {
        let parts = text.split(separator: "_")
        guard parts.count == 2, let moment = Int64(parts[0]), let id = Message.ID(String(parts[1])) else {
            throw Problem(
                .invalidInput, "De parameter na klopt niet.",
                faults: [.init(path: "na", reason: "is de plek die een vorige pagina noemde")])
        }
        self.init(publishedAt: Instant(microseconds: moment), id: id)
    }
}

extension EntityTag {
    /// The version of a message as its owner sees it: what can change about it.
    init(_ id: Message.ID, _ place: Place, isRead: Bool) {
        let (word, folder) = place.words
        self.init(of: "\(id) \(word) \(folder ?? "") \(isRead)".utf8)
    }

    init(_ folder: Folder) {
        self.init(of: "\(folder.id) \(folder.name)".utf8)
    }
}

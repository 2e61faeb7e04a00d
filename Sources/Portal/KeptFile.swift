import CivilTime
import Gzip
import Markup
import MessageBox

/// A message as files of a zip: a folder with its text and its attachments.
struct KeptFile {
    private let folder: String
    let text: [UInt8]
    let moment: ZipStream.Moment

    /// - Parameter number: in front of the name, so that no two folders have one name.
    init(_ message: Message, in place: String, number: Int, _ strings: Strings) {
        let heading = message.heading
        let local = LocalTime(heading.publishedAt)
        let (year, month, day) = local.date.parts
        folder =
            "\(place)/\(local.date) \(number) "
            + SafeName.of("\(heading.sender) - \(heading.subject)")
        moment = .init(
            year: year, month: month, day: day, hour: local.time.hour, minute: local.time.minute)
        text = Array(Self.text(of: message, in: strings).utf8)
    }

    func path(_ name: String) -> String {
        folder + "/" + name
    }

    func path(_ attachment: Message.Attachment) -> String {
        path("bijlage \(attachment.number) \(SafeName.of(attachment.description)).pdf")
    }

    private static func text(of message: Message, in strings: Strings) -> String {
        let heading = message.heading
        var lines = [
            heading.subject, "", "\(strings.sender): \(heading.sender)",
            "\(strings.received): \(Moment(heading.publishedAt).text(in: strings))",
        ]
        if let reference = heading.reference { lines.append("\(strings.reference): \(reference)") }
        if let deadline = heading.actionDeadlineAt {
            lines.append("\(strings.respondBy): \(Moment(deadline.localDate).text(in: strings))")
        }
        lines += ["", Message.withLineBreaks(message.text), ""]
        return lines.joined(separator: "\n").replacing("\n", with: "\r\n")
    }
}

/// Names for files, from texts of others: what any system can store, and nothing that leads elsewhere.
enum SafeName {
    /// Paths of some systems end at 260 characters; two such names and their folders fit.
    private static let scalarLimit = 70

    static func of(_ text: String) -> String {
        var name = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(scalarLimit) {
            let isKept =
                scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || scalar.properties.generalCategory == .nonspacingMark
                || " -_,()'’&".unicodeScalars.contains(scalar)
            name.append(isKept ? scalar : "_")
        }
        let trimmed = String(name).trimmingPrefix(" ").reversed().drop { $0 == " " }.reversed()
        return trimmed.isEmpty ? "_" : String(trimmed)
    }
}

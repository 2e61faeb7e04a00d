/// The mail that tells a citizen that a message has come (SNO-06): from whom, and how to read it.
///
/// Not what it is about: mail passes through many hands. No link either, and it says so: whoever learns to
/// expect one can be lured to another site.
public struct NotificationMail: Sendable {
    let sender: String
    let site: String
    let strings: Strings

    /// - Parameters:
    ///   - sender: the organisation that sent the message.
    ///   - site: what the reader types into the browser, such as `mijn.voorbeeld.nl`; shown as text.
    public init(sender: String, site: String, in language: Language = .dutch) {
        self.sender = sender
        self.site = site
        strings = Strings(language)
    }

    /// One line without line ends, whatever the name of the sender holds: a header must not grow another one.
    public var subject: String {
        strings.mailSubject(singleLine(sender))
    }

    /// The plain text, lines ended by a line feed; `Mail` makes CRLF of it.
    public var text: String {
        paragraphs.joined(separator: "\n\n") + "\n"
    }

    /// The same as HTML, for programs that show it rather; no pictures, no links, nothing to fetch.
    public var html: String {
        var html = HTML(in: strings.language)
        html.literal("<!doctype html>")
        html.element(.html, .set(.lang, strings.language.rawValue)) { html in
            html.element(.head) { html in
                html.void(.meta, .set(.charset, "utf-8"))
                html.element(.title, text: subject)
            }
            html.element(.body) { html in
                for paragraph in paragraphs { html.element(.p, text: paragraph) }
            }
        }
        return html.description
    }

    private var paragraphs: [String] {
        [
            strings.mailNews(singleLine(sender)), strings.mailWhy, strings.mailHow(site), strings.mailNoLink,
            strings.mailNoReply,
        ]
    }
}

private func singleLine(_ text: String) -> String {
    String(
        String.UnicodeScalarView(
            text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
}

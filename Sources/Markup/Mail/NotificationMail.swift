/// A mail to a citizen: that a message has come and from whom (SNO-06), that a deadline is near, or that an
/// address is to be confirmed.
///
/// No link, and it says so: whoever learns to expect one can be lured to another site.
public struct NotificationMail: Sendable {
    let content: Content
    let site: String
    let strings: Strings

    /// What a message is called in a mail.
    public struct Heading: Sendable, Equatable {
        let sender: String
        let subject: String?

        /// - Parameters:
        ///   - sender: the organisation that sent the message.
        ///   - subject: what it is about; nil where that is nobody else's business: mail passes through many
        ///     hands.
        public init(sender: String, subject: String?) {
            self.sender = singleLine(sender)
            self.subject = subject.map(singleLine)
        }
    }

    /// What the mail tells.
    public enum Content: Sendable {
        case arrival(Heading)
        /// What came since yesterday, by sender.
        case digest([(sender: String, count: Int)])
        /// The deadline of an unread message is near.
        case reminder(Heading, by: Moment)
        /// The code that confirms the address this goes to.
        case code(String, minutes: Int)
        /// This address is no longer the one in use.
        case addressChanged
    }

    /// - Parameter site: what the reader types into the browser, such as `mijn.voorbeeld.nl`; shown as text.
    public init(_ content: Content, site: String, in language: Language = .dutch) {
        self.content = content
        self.site = site
        strings = Strings(language)
    }

    /// One line without line ends, whatever the name of the sender holds: a header must not grow another one.
    public var subject: String {
        switch content {
        case .arrival(let heading): strings.mailSubject(heading.sender)
        case .digest(let counts): strings.digestSubject(counts.reduce(0) { $0 + $1.count })
        case .reminder(let heading, let deadline):
            strings.reminderSubject(heading.sender, deadline.text(in: strings))
        case .code: strings.codeSubject
        case .addressChanged: strings.addressChangedSubject
        }
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
        switch content {
        case .arrival(let heading):
            [strings.mailNews(heading.sender), about(heading), strings.mailHow(site)] + closing
        case .digest(let counts):
            [strings.digestNews] + counts.map { strings.digestLine(singleLine($0.sender), $0.count) }
                + [strings.mailHow(site)] + closing
        case .reminder(let heading, let deadline):
            [strings.reminderNews(heading.sender, deadline.text(in: strings)), about(heading)]
                + [strings.mailHow(site), strings.reminderOnce] + closing
        case .code(let code, let minutes):
            [
                strings.codeNews(code), strings.codeHow(site, minutes: minutes), strings.codeNotYou,
                strings.mailNoReply,
            ]
        case .addressChanged:
            [strings.addressChangedNews, strings.addressChangedNotYou(site), strings.mailNoReply]
        }
    }

    private func about(_ heading: Heading) -> String {
        heading.subject.map(strings.mailAbout) ?? strings.mailWhy
    }

    private var closing: [String] {
        [strings.mailNoLink, strings.mailSettings, strings.mailNoReply]
    }
}

private func singleLine(_ text: String) -> String {
    String(
        String.UnicodeScalarView(
            text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
}

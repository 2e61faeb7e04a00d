import Markup

/// What the app shows where there is no connection and no list was kept. It is kept for every reader of a
/// browser, so it says the same in each language.
struct OfflinePage: View {
    let width = PageWidth.reading

    func title(in strings: Strings) -> String {
        strings.offlineTitle
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        html.stack { html in
            html.add(Heading(.one, strings.offlineTitle))
            html.add(Paragraph(strings.offlineText, kind: .lead))
            html.add(Paragraph(strings.offlineAction))
            html.add(Button.Link(strings.tryAgain, .box))
        }
        for language in Language.allCases where language != strings.language {
            write(in: Strings(language), to: &html)
        }
    }

    private func write(in strings: Strings, to html: inout HTML) {
        html.element(.section, .class("stack"), .set(.lang, strings.language.rawValue)) { html in
            html.add(Heading(.two, strings.offlineTitle))
            html.add(Paragraph(strings.offlineText))
            html.add(Paragraph(strings.offlineAction))
            html.element(.p) { html in html.add(TextLink(strings.tryAgain, .box)) }
        }
    }
}

/// What the app shows where there is no connection and the reader has the list kept on this device: of
/// each message from whom, when and about what; never its text.
struct OfflineListPage: View {
    struct Line: Sendable {
        let sender: String
        /// Nil where the kind of message is sensitive.
        let subject: String?
        let received: Moment
        let isRead: Bool
    }

    let lines: [Line]
    let asOf: Moment
    let endsAfterHours: Int

    let width = PageWidth.wide

    func title(in strings: Strings) -> String {
        strings.offlineListTitle
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        html.stack { html in
            html.add(Heading(.one, strings.offlineListTitle))
            html.add(Paragraph(strings.offlineListAsOf(asOf.text(in: strings)), kind: .lead))
            html.add(Button.Link(strings.tryAgain, .box))
        }
        if lines.isEmpty {
            html.add(EmptyState(strings.offlineListEmpty, strings.offlineAction))
        } else {
            html.add(table(in: strings))
        }
        html.add(Paragraph(strings.offlineListEnds(hours: endsAfterHours), kind: .secondary))
    }

    private func table(in strings: Strings) -> Table {
        Table(
            caption: strings.offlineListCaption,
            columns: [
                .init(strings.sender), .init(strings.subject), .init(strings.received),
                .init(strings.readState),
            ],
            rows: lines.map { line in
                [
                    .init(line.sender), .init(line.subject ?? strings.subjectHidden), .init(line.received),
                    .init(strings.isRead(line.isRead)),
                ]
            })
    }
}

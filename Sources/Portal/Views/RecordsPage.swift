import Markup

/// `/gegevens` and `/gegevens/{bron}`: what sources keep about the reader, asked just now.
struct RecordsPage: View {
    /// What one source gave, or that it did not.
    struct Section: Sendable {
        let title: String
        let owner: String
        let asked: Moment
        let content: Content
        let correction: String
        /// The page of this source alone.
        let location: Location

        enum Content: Sendable {
            /// A record each, with its facts.
            case records([[DataSummary.Fact]])
            case nothingKnown
            /// Since when, where that is known.
            case unavailable(since: Moment?)
        }
    }

    let sections: [Section]
    /// Whether it is the page of one source.
    let isAlone: Bool
    let overview: Location
    let looks: Location

    let width = PageWidth.reading

    func title(in strings: Strings) -> String {
        isAlone ? sections.first?.title ?? strings.records : strings.records
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        html.element(.div, .class("stack", "stack--tight")) { html in
            if isAlone { html.add(TextLink(strings.backToRecords, overview, kind: .back)) }
            html.add(Heading(.one, title(in: strings)))
            if !isAlone { html.add(Paragraph(strings.recordsLead, kind: .lead)) }
            html.add(TextLink(strings.toLooks, looks, kind: .onward))
        }
        if sections.isEmpty { html.add(EmptyState(strings.recordsNone, strings.recordsNoneText)) }
        for section in sections { write(section, to: &html) }
    }

    private func write(_ section: Section, to html: inout HTML) {
        let strings = html.strings
        html.element(.section) { html in
            html.stack { html in
                if !isAlone { html.add(Heading(.two, section.title)) }
                html.add(
                    Paragraph(
                        strings.keptBy(section.owner) + " "
                            + strings.askedAt(section.asked.text(in: strings)), kind: .secondary))
                write(section.content, of: section.owner, to: &html)
                html.add(
                    Details(strings.mistake) { html in html.add(Paragraph(section.correction)) })
                html.add(
                    TextLink(
                        isAlone ? strings.askAgain : strings.only(section.title), section.location,
                        kind: .onward))
            }
        }
    }

    private func write(_ content: Section.Content, of owner: String, to html: inout HTML) {
        let strings = html.strings
        switch content {
        case .records(let records):
            for facts in records {
                html.element(.div, .class("wide")) { html in html.add(DataSummary(facts)) }
            }
        case .nothingKnown: html.add(Paragraph(strings.nothingKnown(owner)))
        case .unavailable(let since):
            html.add(
                Alert(
                    .warning, title: strings.sourceDown,
                    strings.sourceDownText(owner, since: since?.text(in: strings))))
        }
    }
}

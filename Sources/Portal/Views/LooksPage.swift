import Markup

/// `/gegevens/inzage`: who looked at the reader's data, newest first, a page at a time.
struct LooksPage: View {
    /// One look.
    struct Look: Sendable {
        let at: Moment
        let who: String
        let what: String
        let about: String
    }

    /// Which looks are shown, and the ways to the others.
    struct Choice: Sendable {
        let label: String
        let location: Location
        let isCurrent: Bool
    }

    let looks: [Look]
    let choices: [Choice]
    let older: Location?
    let newest: Location?
    let download: Location
    let records: Location

    let width = PageWidth.wide

    func title(in strings: Strings) -> String {
        strings.looks
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        html.element(.div, .class("stack", "stack--tight")) { html in
            html.add(TextLink(strings.backToRecords, records, kind: .back))
            html.add(Heading(.one, strings.looks))
            html.add(Paragraph(strings.looksLead, kind: .lead))
        }
        writeChoices(to: &html)
        if looks.isEmpty {
            html.add(EmptyState(strings.looksNone, strings.looksNoneText))
        } else {
            html.add(table(in: strings))
        }
        html.add(
            Pagination(
                older: older.map { .init(strings.olderLooks, $0) },
                newer: newest.map { .init(strings.newestLooks, $0) }))
        if !looks.isEmpty {
            html.element(.div, .class("stack", "stack--tight")) { html in
                html.add(TextLink(strings.looksDownload, download))
                html.add(Paragraph(strings.looksDownloadText, kind: .secondary))
            }
        }
    }

    private func writeChoices(to html: inout HTML) {
        html.element(.nav, .set(.ariaLabel, html.strings.looksChoice)) { html in
            html.element(.ul, .class("choices")) { html in
                for choice in choices {
                    html.element(.li) { html in
                        html.element(
                            .a, .class("choices__choice"), .href(choice.location),
                            .set(.ariaCurrent, ifPresent: choice.isCurrent ? "true" : nil), text: choice.label
                        )
                    }
                }
            }
        }
    }

    private func table(in strings: Strings) -> Table {
        Table(
            caption: choices.first { $0.isCurrent }?.label ?? strings.looks,
            columns: [
                .init(strings.when), .init(strings.who), .init(strings.what), .init(strings.whichData),
            ],
            rows: looks.map { look in
                [.init(look.at), .init(look.who), .init(look.what), .init(look.about)]
            })
    }
}

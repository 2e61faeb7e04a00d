import Markup

/// `/zaken`: what runs, with what the reader must do first, and below it what is closed.
struct CasesPage: View {
    /// Those with a step first.
    let open: [CaseListItem]
    /// How many of them ask something.
    let stepCount: Int
    /// A page of them.
    let closed: [CaseListItem]
    let more: Location?
    /// Nil on the first page of closed ones.
    let first: Location?

    let width = PageWidth.reading

    func title(in strings: Strings) -> String {
        strings.cases
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        html.element(.div, .class("stack", "stack--tight")) { html in
            html.add(Heading(.one, strings.cases))
            html.add(Paragraph(strings.casesLead, kind: .lead))
        }
        if open.isEmpty && closed.isEmpty {
            html.add(EmptyState(strings.casesNone, strings.casesNoneText))
        }
        if !open.isEmpty {
            section(strings.casesOpen, strings.steps(stepCount), open, to: &html)
        }
        if !closed.isEmpty { section(strings.casesClosed, nil, closed, to: &html) }
        html.add(
            Pagination(
                older: more.map { .init(strings.moreClosedCases, $0) },
                newer: first.map { .init(strings.firstClosedCases, $0) }))
    }

    private func section(_ title: String, _ lead: String?, _ items: [CaseListItem], to html: inout HTML) {
        html.element(.section) { html in
            html.stack { html in
                html.add(Heading(.two, title))
                if let lead { html.add(Paragraph(lead)) }
                html.element(.div, .class("wide")) { html in html.add(CaseList(label: title, items: items)) }
            }
        }
    }
}

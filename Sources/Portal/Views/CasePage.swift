import Markup

/// `/zaken/{id}`: one case: what the reader must do, how it stands, and what has happened, newest first.
struct CasePage: View {
    let title: String
    let organisation: String
    let state: StatusBadge
    let isSuspended: Bool
    let type: String
    let reference: String?
    let start: Moment?
    let expectedEnd: Moment?
    let result: String?
    /// What the organisation wrote about it.
    let explanation: String?
    let step: String?
    let stepUntil: Moment?
    let story: [Timeline.Step]
    let cases: Location

    let width = PageWidth.reading

    func title(in strings: Strings) -> String {
        title
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        html.element(.div, .class("stack", "stack--tight")) { html in
            html.add(TextLink(strings.backToCases, cases, kind: .back))
            html.add(Heading(.one, title))
        }
        if let step { write(step, to: &html) }
        html.add(DataSummary(facts(in: strings)))
        if isSuspended { html.add(Paragraph(strings.caseSuspendedText)) }
        if let explanation { html.add(Paragraph(explanation, kind: .verbatim)) }
        if !story.isEmpty {
            html.element(.section) { html in
                html.stack { html in
                    html.add(Heading(.two, strings.caseStory))
                    html.add(Timeline(story))
                }
            }
        }
        html.add(Paragraph(strings.caseQuestions(organisation), kind: .secondary))
    }

    private func write(_ step: String, to html: inout HTML) {
        let strings = html.strings
        let until = stepUntil.map { " " + strings.stepUntil($0.text(in: strings)) } ?? ""
        let end = step.last.map { ".!?".contains($0) } ?? true ? "" : "."
        html.add(
            Alert(
                .warning, title: strings.stepTitle,
                step + end + until + " " + strings.stepWhere(organisation)))
    }

    private func facts(in strings: Strings) -> [DataSummary.Fact] {
        var facts: [DataSummary.Fact] = [
            .init(strings.organisation, organisation), .init(strings.caseType, type),
            .init(strings.caseState, state),
        ]
        if let result { facts.append(.init(strings.caseResult, result)) }
        if let reference { facts.append(.init(strings.reference, reference)) }
        if let start { facts.append(.init(strings.caseStart, start)) }
        if let expectedEnd { facts.append(.init(strings.caseExpectedEnd, expectedEnd)) }
        return facts
    }
}

import Markup

/// The clauses of which nothing was measured in the month, each folded: which norms it has, and why nothing
/// can be said of them.
struct UnmeasuredClauses: Component {
    static let id = "niet-gemeten"

    let clauses: [ServiceLevelsPage.Clause]

    func write(to html: inout HTML) {
        html.element(.section, .class("clause"), .id(Self.id), .set(.ariaLabelledBy, "\(Self.id)-titel")) {
            html in
            html.add(Heading(.two, html.strings.unmeasuredClauses, id: "\(Self.id)-titel"))
            html.add(Paragraph(html.strings.unmeasuredMeaning, kind: .secondary))
            for clause in clauses { write(clause, to: &html) }
        }
    }

    private func write(_ clause: ServiceLevelsPage.Clause, to html: inout HTML) {
        html.element(.div, .id(clause.id)) { html in
            html.add(
                Details("\(clause.title) (\(clause.paragraph))") { html in
                    html.element(.ul) { html in
                        for finding in clause.findings { html.element(.li, text: line(of: finding)) }
                    }
                })
        }
    }

    private func line(of finding: ServiceLevelsPage.Finding) -> String {
        let norm = finding.normText.map { "\(finding.name): \($0)" } ?? finding.name
        return ([norm] + finding.explanation).joined(separator: ". ")
    }
}

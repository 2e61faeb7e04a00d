import Markup

/// A clause on the report: where it stands in the agreement, and each of its norms with a peil line and its
/// explanation.
struct ClauseSection: Component {
    let clause: ServiceLevelsPage.Clause

    func write(to html: inout HTML) {
        html.element(.section, .class("clause"), .id(clause.id), .set(.ariaLabelledBy, "\(clause.id)-titel"))
        { html in
            html.element(.div) { html in
                html.element(.p, .class("clause__paragraph"), text: clause.paragraph)
                html.add(Heading(.two, clause.title, id: "\(clause.id)-titel"))
            }
            for finding in clause.findings { write(finding, to: &html) }
        }
    }

    private func write(_ finding: ServiceLevelsPage.Finding, to html: inout HTML) {
        html.element(.div, .class("finding")) { html in
            html.add(Heading(.three, finding.name))
            if let scale = finding.scale {
                html.add(
                    PeilLine(
                        verdict: finding.verdict, norm: finding.norm, reached: finding.measured, scale: scale)
                )
            } else {
                writeWords(of: finding, to: &html)
            }
            writeMeaning(of: finding, to: &html)
            if !finding.explanation.isEmpty { writeExplanation(of: finding, to: &html) }
        }
    }

    /// Where there is nothing to draw: the verdict, the norm and what was seen, in words.
    private func writeWords(of finding: ServiceLevelsPage.Finding, to html: inout HTML) {
        html.element(.p, .class("peil-line__words")) { html in
            html.add(StatusBadge(html.strings.verdict(finding.verdict), tone: finding.verdict.tone))
            if let measured = finding.measuredText { html.text(" " + measured) }
        }
        if let norm = finding.normText { html.add(Paragraph(html.strings.normWords(norm), kind: .secondary)) }
    }

    private func writeMeaning(of finding: ServiceLevelsPage.Finding, to html: inout HTML) {
        let strings = html.strings
        switch finding.verdict {
        case .untested: html.add(Paragraph(strings.untestedMeaning, kind: .secondary))
        case .unmeasured: html.add(Paragraph(strings.unmeasuredMeaning, kind: .secondary))
        case .shown: html.add(Paragraph(strings.shownMeaning, kind: .secondary))
        case .reached, .below: break
        }
        if finding.observations > 0 {
            html.add(Paragraph(strings.observations(finding.observations), kind: .secondary))
        }
    }

    private func writeExplanation(of finding: ServiceLevelsPage.Finding, to html: inout HTML) {
        let steps = finding.explanation
        html.add(
            Details(html.strings.explanation) { html in
                html.element(.ol) { html in
                    for step in steps { html.element(.li, text: step) }
                }
            })
    }
}

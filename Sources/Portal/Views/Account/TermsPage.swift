import Identity
import Markup

/// `/voorwaarden`: the terms of use in force, with the question whether the reader accepts them where that is
/// still open.
struct TermsPage: View {
    /// The name of the field that says which version was read.
    static let versionField = "versie"

    struct Question: Sendable {
        let token: FormToken
        /// The page that waits; nil for none.
        let returnPath: String?
        /// Whether the reader has an account already, and the terms have changed.
        let isChange: Bool
        let version: String
    }

    let terms: Terms
    let question: Question?

    let width = PageWidth.reading

    func title(in strings: Strings) -> String {
        strings.termsTitle
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        html.stack { html in
            html.add(Heading(.one, strings.termsTitle))
            if let question {
                html.add(
                    Paragraph(question.isChange ? strings.termsChanged : strings.termsFirst, kind: .lead))
            }
            let day = Moment(terms.validFrom).text(in: strings)
            html.add(Paragraph(strings.termsVersion(terms.version, day), kind: .secondary))
        }
        for section in strings.language == .dutch ? terms.dutch : terms.english {
            html.stack { html in
                html.add(Heading(.two, section.heading))
                for paragraph in section.paragraphs { html.add(Paragraph(paragraph)) }
            }
        }
        if let question { write(question, to: &html) }
    }

    private func write(_ question: Question, to html: inout HTML) {
        let strings = html.strings
        html.stack { html in
            html.add(Heading(.two, strings.termsQuestion))
            html.add(Paragraph(strings.termsDeclining))
        }
        html.element(.div, .class("form-actions")) { html in
            html.element(.form, .set(.method, "post"), .action(.terms)) { html in
                html.add(question.token)
                html.add(ReturnField(path: question.returnPath))
                html.void(
                    .input, .set(.type, "hidden"), .set(.name, Self.versionField),
                    .set(.value, question.version))
                html.add(Button(strings.termsAccept))
            }
            html.element(.form, .set(.method, "post"), .action(Location("voorwaarden", "weigering"))) {
                html in
                html.add(question.token)
                html.add(Button(strings.termsDecline, kind: .secondary))
            }
        }
    }
}

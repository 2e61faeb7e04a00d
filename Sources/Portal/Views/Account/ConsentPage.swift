import Markup

/// `/oauth/authorize`: may this app do this, for so long?
struct ConsentPage: View {
    static let answerField = "antwoord"
    static let yes = "ja"
    static let no = "nee"

    let app: String
    let access: [AppAccess]
    let days: Int
    /// What the question holds, to come back with the answer.
    let fields: [(name: String, value: String)]
    let token: FormToken

    let width = PageWidth.reading

    func title(in strings: Strings) -> String {
        strings.consentTitle(app)
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        html.stack { html in
            html.add(Heading(.one, strings.consentTitle(app)))
            html.add(Paragraph(strings.consentLead, kind: .lead))
            html.list(access.map { strings.appAccess($0) })
            html.add(Paragraph(strings.consentTerm(days: days)))
            html.add(Alert(.notice, strings.consentCare))
        }
        html.element(.form, .set(.method, "post"), .action(Location("oauth", "authorize"))) { html in
            html.add(token)
            for field in fields {
                html.void(
                    .input, .set(.type, "hidden"), .set(.name, field.name), .set(.value, field.value))
            }
            html.element(.div, .class("form-actions")) { html in
                html.add(Button(strings.consentYes, name: Self.answerField, value: Self.yes))
                html.add(
                    Button(strings.consentNo, kind: .secondary, name: Self.answerField, value: Self.no))
            }
        }
    }
}

/// An app that cannot be answered: not known, or at an address that is not its own.
struct ConsentProblemPage: View {
    let width = PageWidth.reading

    func title(in strings: Strings) -> String {
        strings.consentProblemTitle
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        html.stack { html in
            html.add(Heading(.one, strings.consentProblemTitle))
            html.add(Paragraph(strings.consentProblemText, kind: .lead))
            html.add(Paragraph(strings.consentProblemAction))
            html.add(TextLink(strings.toStart, .root, kind: .onward))
        }
    }
}

import Markup

/// `/inloggen` in the demo environment: choose who you are. Elsewhere this page does not exist.
struct SignInPage: View {
    /// The name of the field that holds the chosen person's key.
    static let fieldName = "persoon"

    /// Somebody to sign in as.
    struct Person: Sendable {
        /// What the form sends back: a key of the demo, no number of a person.
        let key: String
        let name: String
        /// What makes this one worth choosing: "12 berichten, 3 nieuw" or "servicemanager bij …".
        let description: String
    }

    let citizens: [Person]
    let staff: [Person]
    let action: Location
    let token: FormToken
    /// The page to go on to; nil for the usual one.
    var returnPath: String?
    /// Whether the form came back without a choice.
    var choiceIsMissing = false

    let width = PageWidth.reading

    func title(in strings: Strings) -> String {
        strings.signInTitle
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        if choiceIsMissing, let first = (citizens + staff).first {
            let field = "\(Self.fieldName)-\(first.key)"
            html.add(ErrorSummary([(text: strings.signInChoose, field: field)]))
        }
        html.stack { html in
            html.add(Heading(.one, strings.signInTitle))
            html.add(Paragraph(strings.signInLead, kind: .lead))
        }
        if citizens.isEmpty && staff.isEmpty {
            html.add(EmptyState(strings.signInNobody, strings.signInNobodyText))
        } else {
            writeForm(to: &html)
        }
        html.add(Paragraph(strings.signInOnlyDemo, kind: .secondary))
    }

    private func writeForm(to html: inout HTML) {
        let strings = html.strings
        let first = (citizens + staff).first?.key
        html.element(.form, .set(.method, "post"), .action(action)) { html in
            html.add(token)
            html.add(ReturnField(path: returnPath))
            html.element(.div, .class("stack", "stack--wide")) { html in
                for (legend, people) in [(strings.signInCitizens, citizens), (strings.signInStaff, staff)]
                where !people.isEmpty {
                    let options = people.map {
                        RadioGroup.Option(value: $0.key, label: $0.name, hint: $0.description)
                    }
                    html.add(RadioGroup(legend, name: Self.fieldName, options: options, selected: first))
                }
                html.add(Button(strings.signIn))
            }
        }
    }
}

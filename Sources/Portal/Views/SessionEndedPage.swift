import Markup

/// A form arrived after its session had ended: nothing was kept, and this page says how to go on without
/// loss.
struct SessionEndedPage: View {
    let signIn: Location

    let width = PageWidth.reading

    func title(in strings: Strings) -> String {
        strings.sessionEndedTitle
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        html.stack { html in
            html.add(Heading(.one, strings.sessionEndedTitle))
            html.add(Paragraph(strings.sessionEndedText, kind: .lead))
            html.list(strings.sessionEndedSteps)
        }
        html.element(.p) { html in html.add(Button.Link(strings.signInAgain, signIn)) }
    }
}

/// The hidden field that carries the page to go back to through a form.
struct ReturnField: Component {
    static let name = "naar"

    let path: String?

    func write(to html: inout HTML) {
        guard let path else { return }
        html.void(.input, .set(.type, "hidden"), .set(.name, Self.name), .set(.value, path))
    }
}

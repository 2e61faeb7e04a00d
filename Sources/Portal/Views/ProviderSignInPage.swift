import Markup

/// `/inloggen` where people sign in by an identity provider: what happens, and the way there.
struct ProviderSignInPage: View {
    /// What people know the provider by.
    let provider: String
    let start: Location
    /// Whether somebody was on the way to a page that asks to sign in.
    let isOnTheWay: Bool

    let width = PageWidth.reading

    func title(in strings: Strings) -> String {
        strings.signIn
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        html.stack { html in
            html.add(Heading(.one, strings.signIn))
            html.add(Paragraph(strings.signInBy(provider), kind: .lead))
            if isOnTheWay { html.add(Paragraph(strings.signInThenBack)) }
        }
        html.element(.p) { html in html.add(Button.Link(strings.signInWith(provider), start)) }
        html.add(Paragraph(strings.signInNeverByMail, kind: .secondary))
    }
}

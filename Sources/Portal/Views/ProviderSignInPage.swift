import Markup

/// `/inloggen` where people sign in by an identity provider: what happens, and the way there. Citizens come
/// first; who works for an organisation finds the other door below.
struct ProviderSignInPage: View {
    /// A door: what people know its provider by, and where it is.
    struct Way: Sendable {
        let provider: String
        let start: Location
    }

    let citizens: Way?
    let work: Way?
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
            if let only = citizens ?? work, citizens == nil || work == nil {
                html.add(Paragraph(strings.signInBy(only.provider), kind: .lead))
            }
            if isOnTheWay { html.add(Paragraph(strings.signInThenBack)) }
        }
        if let citizens, let work {
            write(citizens, strings.signInAsCitizen, strings.signInAsCitizenText, .primary, to: &html)
            write(work, strings.signInForWork, strings.signInForWorkText, .secondary, to: &html)
        } else if let only = citizens ?? work {
            html.element(.p) { html in
                html.add(Button.Link(strings.signInWith(only.provider), only.start))
            }
        }
        html.add(Paragraph(strings.signInNeverByMail, kind: .secondary))
    }

    private func write(
        _ way: Way, _ heading: String, _ text: String, _ kind: Button.Kind, to html: inout HTML
    ) {
        let strings = html.strings
        html.element(.section) { html in
            html.stack { html in
                html.add(Heading(.two, heading))
                html.add(Paragraph(text))
                html.element(.p) { html in
                    html.add(Button.Link(strings.signInWith(way.provider), way.start, kind: kind))
                }
            }
        }
    }
}

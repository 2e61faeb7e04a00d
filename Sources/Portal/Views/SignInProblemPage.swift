import Markup

/// Somebody could not be signed in: why, and what to do.
struct SignInProblemPage: View {
    let reason: SignInProblem
    let again: Location

    let width = PageWidth.reading

    func title(in strings: Strings) -> String {
        strings.signInProblemTitle(reason)
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        html.stack { html in
            html.add(Heading(.one, title(in: strings)))
            html.add(Paragraph(strings.signInProblemText(reason), kind: .lead))
            html.add(Paragraph(strings.signInProblemAction(reason)))
        }
        if reason.canBeTriedAgain {
            html.element(.p) { html in html.add(Button.Link(strings.signInAgain, again)) }
        }
        html.add(TextLink(strings.toStart, .root, kind: .onward))
    }
}

extension SignInProblem {
    fileprivate var canBeTriedAgain: Bool {
        switch self {
        case .tooYoung, .unknownRole, .noOrganisation, .unknownOrganisation, .notSetUp: false
        default: true
        }
    }
}

/// `/uitgelogd`: the session has ended here, and what is wise on a shared computer.
struct SignedOutPage: View {
    /// Whether the visitor just declined the terms.
    let declinedTerms: Bool

    let width = PageWidth.reading

    func title(in strings: Strings) -> String {
        strings.signedOutTitle
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        html.stack { html in
            html.add(Heading(.one, strings.signedOutTitle))
            html.add(
                Paragraph(
                    declinedTerms ? strings.termsDeclinedText : strings.signedOutText, kind: .lead))
            html.add(Paragraph(declinedTerms ? strings.termsDeclinedAction : strings.signedOutAction))
            html.add(TextLink(strings.toStart, .root, kind: .onward))
        }
    }
}

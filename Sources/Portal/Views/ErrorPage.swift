import Markup

/// What a person sees when a page cannot be given: what happened, what it means, what to do.
struct ErrorPage: View {
    /// Why; the status code is the endpoint's.
    enum Problem: Sendable, CaseIterable {
        /// 404; also where existence is not the reader's to know.
        case notFound
        /// 403, signed in with a role that may not.
        case forbidden
        /// 403, the token of a form was missing or old.
        case expiredForm
        /// 429.
        case tooMany
        /// 500 and 503.
        case unexpected
    }

    let problem: Problem
    /// With `tooMany`: how long to wait, as `Retry-After` says.
    var retryAfterSeconds = 60
    /// With `unexpected`: what finds this failure in the log.
    var reference: String?

    let width = PageWidth.reading

    init(_ problem: Problem, retryAfterSeconds: Int = 60, reference: String? = nil) {
        self.problem = problem
        self.retryAfterSeconds = retryAfterSeconds
        self.reference = reference
    }

    func title(in strings: Strings) -> String {
        switch problem {
        case .notFound: strings.notFoundTitle
        case .forbidden: strings.forbiddenTitle
        case .expiredForm: strings.expiredTitle
        case .tooMany: strings.tooManyTitle
        case .unexpected: strings.unexpectedTitle
        }
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        html.stack { html in
            html.add(Heading(.one, title(in: strings)))
            html.add(Paragraph(meaning(in: strings), kind: .lead))
            html.add(Paragraph(action(in: strings)))
            html.add(TextLink(strings.toStart, .root, kind: .onward))
        }
    }

    private func meaning(in strings: Strings) -> String {
        switch problem {
        case .notFound: strings.notFoundText
        case .forbidden: strings.forbiddenText
        case .expiredForm: strings.expiredText
        case .tooMany: strings.tooManyText(seconds: retryAfterSeconds)
        case .unexpected: strings.unexpectedText
        }
    }

    private func action(in strings: Strings) -> String {
        switch problem {
        case .notFound: strings.notFoundAction
        case .forbidden: strings.forbiddenAction
        case .expiredForm: strings.expiredAction
        case .tooMany: strings.tooManyAction
        case .unexpected: strings.unexpectedAction(reference: reference)
        }
    }
}

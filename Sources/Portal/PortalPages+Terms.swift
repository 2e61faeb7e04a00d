import CivilTime
import Hummingbird
import Identity
import Markup
import MessageBox
import Routes
import SQL

/// The terms of use: for anyone to read, and for newcomers to say yes or no to.
extension PortalPages {
    var termsEndpoints: [Endpoint] {
        [
            .anyone(.get, "/voorwaarden", showTerms),
            .newcomer(.post, "/voorwaarden", acceptTerms),
            .newcomer(.post, "/voorwaarden/weigering", declineTerms),
        ]
    }

    private func showTerms(_ visit: Visit) async throws -> Response {
        guard let terms = accounts.terms.current(at: visit.at) else { throw Problem(.notFound) }
        var question: TermsPage.Question?
        if case .newcomer(let person) = visit.caller {
            let hasAccount = try await database.read { transaction in
                try Account.state(of: person, in: transaction) != nil
            }
            question = TermsPage.Question(
                token: FormToken(FormSecret.expected(for: visit.request) ?? ""),
                returnPath: visit.returnPath, isChange: hasAccount, version: terms.version)
        }
        return try await page(TermsPage(terms: terms, question: question), .elsewhere, for: visit)
    }

    private func acceptTerms(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        let form = FormFields(try await visit.formBody(upTo: Self.formBytesLimit))
        try FormSecret.check(form[FormToken.fieldName], in: visit.request)
        // Who read an older version than the one in force is shown that first.
        guard let terms = accounts.terms.current(at: visit.at), form[TermsPage.versionField] == terms.version
        else { return Self.redirect(to: .terms(returningTo: form.returnLocation?.text)) }
        let old = SessionCookie.token(in: visit.request)
        let token = try await database.write { transaction in
            try Account.accept(terms, by: person, in: transaction, at: visit.at)
            // Who may see more gets another secret.
            let door = try old.flatMap { try Session.door(of: $0, in: transaction) }
            if let old { try Session.end(old, in: transaction) }
            return try Session.start(for: .citizen(person), by: door, in: transaction, at: visit.at)
        }
        return Self.redirect(
            to: form.returnLocation ?? .box,
            cookies: [SessionCookie.setting(token, secure: secureCookies)])
    }

    private func declineTerms(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        let form = FormFields(try await visit.formBody(upTo: Self.formBytesLimit))
        try FormSecret.check(form[FormToken.fieldName], in: visit.request)
        try await database.write { transaction in
            try Account.decline(by: person, in: transaction, at: visit.at)
        }
        return Self.redirect(
            to: Location("uitgelogd", query: ["reden": "voorwaarden"]),
            cookies: [SessionCookie.clearing(secure: secureCookies)])
    }
}

import CivilTime
import HTTPTypes
import Hummingbird
import Identity
import Journal
import Markup
import MessageBox
import Routes
import SQL

/// `/instellingen/account`: how one's account stands, what was done to it, and what one can do (SNO-01).
extension PortalPages {
    var accountEndpoints: [Endpoint] {
        [
            .citizen(.get, "/instellingen/account", showAccount),
            .citizen(.post, "/instellingen/account/pauze", changing(Account.suspend)),
            .citizen(.post, "/instellingen/account/hervatting", changing(Account.resume)),
            .citizen(.get, "/instellingen/account/opzegging", askToClose),
            .citizen(.post, "/instellingen/account/opzegging", changing(Account.close)),
            .citizen(.post, "/instellingen/account/herstel", changing(Account.reopen)),
            .citizen(.post, "/instellingen/account/apps/{id}/intrekking", stopApp),
        ]
    }

    private static let historyLimit = 50

    private func showAccount(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        let (terms, closedDays) = (accounts.terms.current(at: visit.at), accounts.closedDays)
        let (state, accepted, history, grants) = try await database.read { transaction in
            (
                try Account.state(of: person, in: transaction),
                try terms?.acceptedAt(by: person, in: transaction),
                try Account.history(of: person, limit: Self.historyLimit, in: transaction),
                try AppGrant.all(of: person, in: transaction, at: visit.at)
            )
        }
        let erasedOn = state.map { $0.since.advanced(bySeconds: Int64(closedDays) * 86_400).localDate }
        let content = AccountPage(
            state: state.map { AccountPage.State($0.state) } ?? .none,
            since: state.map { Moment($0.since) }, erasedOn: erasedOn.map { Moment($0) },
            termsVersion: accepted.flatMap { _ in terms?.version }, acceptedAt: accepted.map { Moment($0) },
            apps: grants.map { grant in
                AccountPage.App(
                    name: accounts.apps.app(grant.appID)?.name ?? grant.appID, since: Moment(grant.grantedAt),
                    until: Moment(grant.expiresAt.localDate), scopes: grant.scopes.named,
                    stop: Location("instellingen", "account", "apps", grant.id.description, "intrekking"))
            },
            history: history.compactMap { AccountPage.Event($0.entry) },
            token: FormToken(FormSecret.expected(for: visit.request) ?? ""))
        return try await page(content, .elsewhere, for: visit)
    }

    private func askToClose(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        let state = try await database.read { try Account.state(of: person, in: $0)?.state }
        guard state == .active || state == .suspended else { return Self.redirect(to: .account) }
        let content = ClosingPage(
            days: accounts.closedDays, token: FormToken(FormSecret.expected(for: visit.request) ?? ""))
        return try await page(content, .elsewhere, for: visit)
    }

    /// One act on the own account, by a form. Sent twice it changes nothing more.
    private func changing(
        _ act: @escaping @Sendable (Person.ID, any Transaction, Instant) throws -> Bool
    ) -> @Sendable (Visit, Person.ID) async throws -> Response {
        { visit, person in
            let form = FormFields(try await visit.formBody(upTo: Self.formBytesLimit))
            try FormSecret.check(form[FormToken.fieldName], in: visit.request)
            try await database.write { transaction in _ = try act(person, transaction, visit.at) }
            return Self.redirect(to: .account)
        }
    }

    private func stopApp(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        let form = FormFields(try await visit.formBody(upTo: Self.formBytesLimit))
        try FormSecret.check(form[FormToken.fieldName], in: visit.request)
        guard let id = AppGrant.ID(visit.parameter("id")) else { throw Problem(.notFound) }
        try await database.write { transaction in
            guard try AppGrant.revoke(id, of: person, in: transaction, at: visit.at) else { return }
            try Account.note(.stopApp, of: person, in: transaction, at: visit.at)
        }
        return Self.redirect(to: .account)
    }
}

extension Location {
    static let account = Location("instellingen", "account")
}

extension AccountPage.State {
    fileprivate init(_ state: Box.State) {
        self =
            switch state {
            case .active: .active
            case .suspended: .suspended
            case .closed: .closed
            }
    }
}

extension AccountPage.Event {
    /// Nil for an entry of another kind.
    fileprivate init?(_ entry: AuditEntry) {
        guard let act = Account.Act(rawValue: entry.act) else { return nil }
        self.init(at: Moment(entry.at), what: AccountEvent(act), detail: entry.detail)
    }
}

extension AccountEvent {
    fileprivate init(_ act: Account.Act) {
        self =
            switch act {
            case .acceptTerms: .acceptedTerms
            case .declineTerms: .declinedTerms
            case .open: .opened
            case .suspend: .suspended
            case .resume: .resumed
            case .close: .closed
            case .reopen: .reopened
            case .allowApp: .allowedApp
            case .stopApp: .stoppedApp
            case .signIn: .signedIn
            case .signOut: .signedOut
            }
    }
}

extension Set<PersonScope> {
    /// In the words of the pages, in a fixed order.
    var named: [AppAccess] {
        PersonScope.allCases.filter(contains).map { scope in
            switch scope {
            case .messages: .messages
            case .preferences: .preferences
            case .cases: .cases
            case .personalRecords: .personalRecords
            }
        }
    }
}

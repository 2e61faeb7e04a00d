import CivilTime
import HTTPTypes
import Hummingbird
import Identity
import Journal
import Logging
import Markup
import MessageBox
import Routes
import SQL

extension PortalPages {
    var signInEndpoints: [Endpoint] {
        [
            .anyone(.get, "/inloggen", showSignIn),
            .anyone(.post, "/inloggen", signIn),
            .anyone(.post, "/uitloggen", signOut),
            .anyone(.get, "/uitgelogd", showSignedOut),
            .organisation(.probe, .post, "/inloggen/meting", signInProbe),
        ]
    }

    static let formBytesLimit = 16_384

    private func showSignIn(_ visit: Visit) async throws -> Response {
        switch signIn {
        case .demo:
            return try await signInPage(
                visit, returnPath: visit.returnPath, choiceIsMissing: false, status: .ok)
        case .provider(_, let name, _):
            let path = visit.returnPath
            let start =
                path.map { Location("inloggen", "openid", query: ["naar": $0]) }
                ?? Location("inloggen", "openid")
            return try await page(
                ProviderSignInPage(provider: name, start: start, isOnTheWay: path != nil), .signIn, for: visit
            )
        case .closed:
            return try await page(
                SignInProblemPage(reason: .notSetUp, again: .signIn), .signIn, for: visit)
        }
    }

    private func signInPage(
        _ visit: Visit, returnPath: String?, choiceIsMissing: Bool, status: HTTPResponse.Status
    ) async throws -> Response {
        var cookie: Cookie?
        var field = FormSecret.expected(for: visit.request)
        if field == nil {
            let fresh = FormSecret.fresh(secure: secureCookies)
            (cookie, field) = (fresh.cookie, fresh.field)
        }
        let people = identities.map { identity in
            (
                identity,
                SignInPage.Person(key: identity.key, name: identity.name, description: identity.description)
            )
        }
        let content = SignInPage(
            citizens: people.filter(\.0.isCitizen).map(\.1),
            staff: people.filter { !$0.0.isCitizen }.map(\.1),
            action: .signIn, token: FormToken(field ?? ""), returnPath: returnPath,
            choiceIsMissing: choiceIsMissing)
        var response = try await page(content, .signIn, for: visit, status: status)
        if let cookie { response.setCookie(cookie) }
        return response
    }

    private func signIn(_ visit: Visit) async throws -> Response {
        let form = FormFields(try await visit.formBody(upTo: Self.formBytesLimit))
        try FormSecret.check(form[FormToken.fieldName], in: visit.request)
        try throttle.note(visit.origin(behind: proxies), at: visit.at)
        guard let key = form[SignInPage.fieldName], let identity = identities.first(where: { $0.key == key })
        else {
            return try await signInPage(
                visit, returnPath: form.returnLocation?.text, choiceIsMissing: true, status: .badRequest)
        }
        let token = try await start(identity, visit)
        return Self.redirect(
            to: form.returnLocation ?? (identity.isCitizen ? .box : .root),
            cookies: [SessionCookie.setting(token, secure: secureCookies)])
    }

    private func start(_ identity: DemoIdentity, _ visit: Visit) async throws -> SessionToken {
        let (keys, policy) = (facilities.keys, policy)
        let terms = accounts.terms.current(at: visit.at)
        let old = SessionCookie.token(in: visit.request)
        return try await database.write { transaction in
            switch identity.visitor {
            case .citizen(let bsn):
                return try Account.enter(
                    bsn, name: identity.name, terms: terms, keys: keys, instead: old, in: transaction,
                    at: visit.at)
            case .staff(let name):
                guard let role = policy.role(named: name) else { throw Problem(.notAllowed) }
                return try Self.enter(role, instead: old, in: transaction, at: visit.at)
            case .supplier(let oin, let name):
                return try Self.enter(
                    staffOf: oin, as: name, policy, instead: old, in: transaction, at: visit.at)
            }
        }
    }

    /// Starts a session of staff; the one that this browser had ends.
    static func enter(
        _ role: Role, instead old: SessionToken?, in transaction: any Transaction, at now: Instant
    ) throws -> SessionToken {
        if let old { try Session.end(old, in: transaction) }
        try AuditEntry(
            actor: .staff(role: role.name), act: "session.start",
            object: .init(kind: "session", id: role.name),
            at: now
        ).record(in: transaction)
        return try Session.start(for: .staff(role: role), in: transaction, at: now)
    }

    /// Starts a session of somebody who works for an organisation; the one that this browser had ends.
    private static func enter(
        staffOf oin: OIN, as name: String, _ policy: RolePolicy, instead old: SessionToken?,
        in transaction: any Transaction, at now: Instant
    ) throws -> SessionToken {
        if let old { try Session.end(old, in: transaction) }
        let token = try Session.start(
            forStaffOf: oin, as: name, policy: policy, in: transaction, at: now)
        guard let organisation = try Organisation.find(oin, in: transaction) else {
            throw SupplierSignInError.unknownOrganisation(oin)
        }
        try AuditEntry(
            actor: .supplier(organisation.id.description, role: name), act: "session.start",
            object: .init(kind: "session", id: name), at: now
        ).record(in: transaction)
        return token
    }

    private func signOut(_ visit: Visit) async throws -> Response {
        let form = FormFields(try await visit.formBody(upTo: Self.formBytesLimit))
        try FormSecret.check(form[FormToken.fieldName], in: visit.request)
        if let token = SessionCookie.token(in: visit.request) {
            try await database.write { transaction in
                try Session.end(token, in: transaction)
                if case .citizen(let person) = visit.caller {
                    try Account.note(.signOut, of: person, in: transaction, at: visit.at)
                }
            }
        }
        var response = Response(
            status: .seeOther, headers: [.location: try await afterSigningOut(visit)])
        response.setCookie(SessionCookie.clearing(secure: secureCookies))
        // Pages that the browser held for its back button go. Not "storage": that would end the notifications
        // on this device too; the worker of the app removes its own list.
        response.headers[.clearSiteData] = "\"cache\""
        return response
    }

    /// Out there as well, where there is a provider that can do it. One that does not answer keeps nobody in.
    private func afterSigningOut(_ visit: Visit) async throws -> String {
        let here = Location("uitgelogd").text
        guard let provider = provider?.value else { return isDemo ? Location.root.text : here }
        do {
            return try await provider.signOutURL(at: visit.at) ?? here
        } catch {
            visit.context.logger.notice("nobody was signed out there", metadata: ["cause": "\(error)"])
            return here
        }
    }

    private func showSignedOut(_ visit: Visit) async throws -> Response {
        let content = SignedOutPage(declinedTerms: visit.query("reden") == "voorwaarden")
        return try await page(content, .elsewhere, for: visit)
    }

    /// The probe signs in as its own test person, by its own token, to see the box as a citizen sees it
    /// (SNO-30).
    private func signInProbe(_ visit: Visit, _ caller: OrganisationCaller) async throws -> Response {
        let keys = facilities.keys
        let token = try await database.write { transaction in
            let person = try Person.register(
                .probe, name: "Meetpersoon", keys: keys, in: transaction, at: visit.at)
            return try Session.start(for: .citizen(person.id), in: transaction, at: visit.at)
        }
        var response = Response(status: .noContent)
        response.setCookie(SessionCookie.setting(token, secure: secureCookies))
        return response
    }

    private var identities: [DemoIdentity] {
        if case .demo(let identities, _) = signIn { identities } else { [] }
    }

    var policy: RolePolicy {
        switch signIn {
        case .demo(_, let policy), .provider(_, _, let policy): policy
        case .closed: RolePolicy(roles: [])
        }
    }
}

extension HTTPField.Name {
    fileprivate static let clearSiteData = HTTPField.Name.known("Clear-Site-Data")
}

extension DemoIdentity {
    fileprivate var isCitizen: Bool {
        if case .citizen = visitor { true } else { false }
    }
}

extension BSN {
    /// The test number of the probe's own person; never issued to anyone.
    fileprivate static let probe: BSN = {
        guard let number = BSN("999999011") else {
            preconditionFailure("the probe's number passes the elfproef")
        }
        return number
    }()
}

extension Visit {
    /// The body of a form; forms are small.
    func formBody(upTo limitBytes: Int) async throws -> [UInt8] {
        let buffer = try await request.body.collect(upTo: limitBytes)
        return Array(buffer.readableBytesView)
    }
}

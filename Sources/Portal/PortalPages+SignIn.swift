import HTTPTypes
import Hummingbird
import Identity
import Journal
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
            .organisation(.probe, .post, "/inloggen/meting", signInProbe),
        ]
    }

    private static let formBytesLimit = 16_384

    private func showSignIn(_ visit: Visit) async throws -> Response {
        try await signInPage(visit, choiceIsMissing: false, status: .ok)
    }

    private func signInPage(
        _ visit: Visit, choiceIsMissing: Bool, status: HTTPResponse.Status
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
            action: .signIn, token: FormToken(field ?? ""), choiceIsMissing: choiceIsMissing)
        var response = try await page(content, .signIn, for: visit, status: status)
        if let cookie { response.setCookie(cookie) }
        return response
    }

    private func signIn(_ visit: Visit) async throws -> Response {
        let form = FormFields(try await visit.formBody(upTo: Self.formBytesLimit))
        try FormSecret.check(form[FormToken.fieldName], in: visit.request)
        guard let key = form[SignInPage.fieldName], let identity = identities.first(where: { $0.key == key })
        else { return try await signInPage(visit, choiceIsMissing: true, status: .badRequest) }
        let token = try await start(identity, visit)
        return Self.redirect(
            to: identity.isCitizen ? .box : .root,
            cookies: [SessionCookie.setting(token, secure: secureCookies)])
    }

    private func start(_ identity: DemoIdentity, _ visit: Visit) async throws -> SessionToken {
        let keys = facilities.keys
        let policy = policy
        return try await database.write { transaction in
            let visitor: Session.Visitor
            switch identity.visitor {
            case .citizen(let bsn):
                guard let person = try Person.find(bsn, keys: keys, in: transaction) else {
                    throw Problem(.notFound)
                }
                visitor = .citizen(person.id)
            case .staff(let name):
                guard let role = policy.role(named: name) else { throw Problem(.notAllowed) }
                visitor = .staff(role: role)
            case .supplier(let oin, let name):
                guard let organisation = try Organisation.find(oin, in: transaction),
                    let role = policy.role(named: name)
                else { throw Problem(.notAllowed) }
                visitor = .supplier(organisation.id, role: role)
            }
            try AuditEntry(
                actor: visitor.actor, act: "session.start", object: .init(kind: "session", id: "demo"),
                at: visit.at
            ).record(in: transaction)
            return try Session.start(for: visitor, in: transaction, at: visit.at)
        }
    }

    private func signOut(_ visit: Visit) async throws -> Response {
        let form = FormFields(try await visit.formBody(upTo: Self.formBytesLimit))
        try FormSecret.check(form[FormToken.fieldName], in: visit.request)
        if let token = SessionCookie.token(in: visit.request) {
            try await database.write { try Session.end(token, in: $0) }
        }
        return Self.redirect(to: .root, cookies: [SessionCookie.clearing(secure: secureCookies)])
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

    private var policy: RolePolicy {
        if case .demo(_, let policy) = signIn { policy } else { RolePolicy(roles: []) }
    }
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

extension Session.Visitor {
    fileprivate var actor: Actor {
        switch self {
        case .citizen(let person): .citizen(person.description)
        case .staff(let role): .staff(role: role.name)
        case .supplier(let organisation, let role):
            .supplier(organisation.description, role: role.name)
        }
    }
}

extension Visit {
    /// The body of a form; forms are small.
    func formBody(upTo limitBytes: Int) async throws -> [UInt8] {
        let buffer = try await request.body.collect(upTo: limitBytes)
        return Array(buffer.readableBytesView)
    }
}

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
        case .providers(let providers, _):
            let path = visit.returnPath
            let way = { (door: Session.Door) in
                providers[door].map { ProviderSignInPage.Way(provider: $0.name, start: door.start(to: path)) }
            }
            return try await page(
                ProviderSignInPage(citizens: way(.citizens), work: way(.work), isOnTheWay: path != nil),
                .signIn, for: visit)
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
        let (keys, policy) = (facilities.keys, try staffPolicy)
        let terms = accounts.terms.current(at: visit.at)
        let old = SessionCookie.token(in: visit.request)
        return try await database.write { transaction in
            switch identity.visitor {
            case .citizen(let bsn):
                return try Account.enter(
                    bsn, name: identity.name, terms: terms, keys: keys, instead: old, in: transaction,
                    at: visit.at)
            case .staff(let role):
                return try Self.enter(
                    .staff([role]), policy, instead: old, by: nil, in: transaction, at: visit.at)
            case .supplier(let oin, let role):
                return try Self.enter(
                    .of(oin, [role]), policy, instead: old, by: nil, in: transaction, at: visit.at)
            }
        }
    }

    /// Starts a session of somebody who works; the one that this browser had ends.
    static func enter(
        _ employee: Employee, _ policy: StaffPolicy, instead old: SessionToken?, by door: Session.Door?,
        in transaction: any Transaction, at now: Instant
    ) throws -> SessionToken {
        if let old { try Session.end(old, in: transaction) }
        let visitor = try employee.visitor(policy, in: transaction)
        try note("session.start", of: visitor, in: transaction, at: now)
        return try Session.start(for: visitor, by: door, in: transaction, at: now)
    }

    /// Notes in the audit trail that somebody who works came in or went.
    private static func note(
        _ act: String, of visitor: Session.Visitor, in transaction: any Transaction, at now: Instant
    ) throws {
        let (actor, role): (Actor, Role)
        switch visitor {
        case .staff(let its): (actor, role) = (.staff(role: its.name), its)
        case .supplier(let id, let its):
            (actor, role) = (.supplier(id.description, role: its.name), its)
        case .citizen, .newcomer: return
        }
        try AuditEntry(actor: actor, act: act, object: .init(kind: "session", id: role.name), at: now)
            .record(in: transaction)
    }

    private func signOut(_ visit: Visit) async throws -> Response {
        let form = FormFields(try await visit.formBody(upTo: Self.formBytesLimit))
        try FormSecret.check(form[FormToken.fieldName], in: visit.request)
        var door: Session.Door?
        if let token = SessionCookie.token(in: visit.request) {
            door = try await database.write { transaction in
                let door = try Session.door(of: token, in: transaction)
                try Session.end(token, in: transaction)
                switch visit.caller {
                case .citizen(let person):
                    try Account.note(.signOut, of: person, in: transaction, at: visit.at)
                case .staff(let role):
                    try Self.note("session.end", of: .staff(role: role), in: transaction, at: visit.at)
                case .supplier(let member):
                    try Self.note(
                        "session.end", of: .supplier(member.organisation.id, role: member.role),
                        in: transaction, at: visit.at)
                case .nobody, .newcomer, .organisation: break
                }
                return door
            }
        }
        var response = Response(
            status: .seeOther, headers: [.location: try await afterSigningOut(by: door, visit)])
        response.setCookie(SessionCookie.clearing(secure: secureCookies))
        // Pages that the browser held for its back button go. Not "storage": that would end the notifications
        // on this device too; the worker of the app removes its own list.
        response.headers[.clearSiteData] = "\"cache\""
        return response
    }

    /// Out there as well, where there is a provider that can do it. One that does not answer keeps nobody in.
    private func afterSigningOut(by door: Session.Door?, _ visit: Visit) async throws -> String {
        let here = Location("uitgelogd").text
        guard let provider = door.flatMap(provider)?.provider else {
            return isDemo ? Location.root.text : here
        }
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

    /// Where sign-in is closed nobody comes here.
    var staffPolicy: StaffPolicy {
        get throws(Problem) {
            switch signIn {
            case .demo(_, let policy), .providers(_, let policy): policy
            case .closed: throw Problem(.notFound)
            }
        }
    }
}

/// Somebody who works, by the names of their roles.
enum Employee {
    case staff([String])
    case of(OIN, [String])

    fileprivate func visitor(
        _ policy: StaffPolicy, in transaction: any Transaction
    ) throws -> Session.Visitor {
        do {
            switch self {
            case .staff(let roles): return try .staff(as: roles, policy: policy.roles)
            case .of(let oin, let roles):
                return try .working(
                    for: oin, as: roles, operating: policy.operating, policy: policy.roles,
                    in: transaction)
            }
        } catch let error as WorkSignInError {
            switch error {
            case .unknownOrganisation: throw OpenIDError.unknownOrganisation
            case .noRole: throw OpenIDError.unknownRole
            }
        }
    }
}

extension Session.Door {
    /// The way to the provider, and back to a page of this site.
    fileprivate func start(to path: String?) -> Location {
        let words = outPath.split(separator: "/").map(String.init)
        guard let path else { return Location(words[0], words[1]) }
        return Location(words[0], words[1], query: ["naar": path])
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

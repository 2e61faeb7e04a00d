import CivilTime
import HTTPTypes
import Hummingbird
public import Identity
import Journal
import Logging
import Markup
import MessageBox
import NIOCore
import Routes
import SQL

/// Signing in by an identity provider (DESIGN, decision 11): away with a question, and back with an answer.
/// Citizens and people who work for an organisation each have a door, with a provider and addresses of its
/// own.
extension PortalPages {
    var providerEndpoints: [Endpoint] {
        guard case .providers(let providers, _) = signIn else { return [] }
        let doors = providers.flatMap { door, there in
            [
                Endpoint.anyone(.get, door.outPath) { try await goToProvider(there.provider, door, $0) },
                .anyone(.get, door.returnPath) { try await comeBack(there.provider, door, $0) },
            ]
        }
        return doors + [.anyone(.get, "/inloggen/sleutels", showKeys)]
    }

    func provider(_ door: Session.Door) -> SignInProvider? {
        if case .providers(let providers, _) = signIn { providers[door] } else { nil }
    }

    /// Signing out leads on to the provider.
    var providerOrigins: [String] {
        Set(Session.Door.allCases.compactMap(provider).map(\.provider.issuer))
            .compactMap(FormTarget.origin).sorted()
    }

    private func goToProvider(
        _ provider: OpenIDProvider, _ door: Session.Door, _ visit: Visit
    ) async throws -> Response {
        try throttle.note(visit.origin(behind: proxies), at: visit.at)
        do {
            let question = try await provider.begin(returnPath: visit.returnPath, at: visit.at)
            var response = Response(status: .seeOther, headers: [.location: question.url])
            response.setCookie(
                attempt(
                    question.cookie, at: door, seconds: Int(OpenIDProvider.Question.lifetimeSeconds)))
            return response
        } catch let error as OpenIDError {
            return try await problemPage(error, at: door, returningTo: visit.returnPath, visit)
        }
    }

    private func comeBack(
        _ provider: OpenIDProvider, _ door: Session.Door, _ visit: Visit
    ) async throws -> Response {
        try throttle.note(visit.origin(behind: proxies), at: visit.at)
        let answer = OpenIDAnswer(
            code: visit.query("code"), state: visit.query("state"), issuer: visit.query("iss"),
            error: visit.query("error"), cookie: visit.request.cookies[door.attemptCookie]?.value)
        do {
            let identity = try await provider.identity(from: answer, at: visit.at)
            if try await isTooYoung(identity, visit) {
                return try await problemPage(.tooYoung, at: door, returningTo: nil, visit)
            }
            let token = try await enter(identity, by: door, visit)
            return Self.redirect(
                to: identity.returnPath.flatMap(Location.init(path:)) ?? identity.kind.home,
                cookies: [
                    SessionCookie.setting(token, secure: secureCookies), attempt("", at: door, seconds: 0),
                ])
        } catch let error as OpenIDError {
            return try await problemPage(error, at: door, returningTo: nil, visit)
        }
    }

    private func attempt(_ value: String, at door: Session.Door, seconds: Int) -> Cookie {
        Cookie(
            name: door.attemptCookie, value: value, maxAge: seconds, path: "/inloggen",
            secure: secureCookies, httpOnly: true, sameSite: .lax)
    }

    private func isTooYoung(_ identity: OpenIDIdentity, _ visit: Visit) async throws -> Bool {
        guard case .citizen = identity.kind, let terms = accounts.terms.current(at: visit.at),
            let birthDate = identity.birthDate
        else { return false }
        let (today, born) = (visit.at.localDate.parts, birthDate.parts)
        let hasHadBirthday = (today.month, today.day) >= (born.month, born.day)
        return today.year - born.year - (hasHadBirthday ? 0 : 1) < terms.ageMinimumYears
    }

    private func enter(
        _ identity: OpenIDIdentity, by door: Session.Door, _ visit: Visit
    ) async throws -> SessionToken {
        let (keys, policy) = (facilities.keys, try staffPolicy)
        let terms = accounts.terms.current(at: visit.at)
        let old = SessionCookie.token(in: visit.request)
        return try await database.write { transaction in
            try identity.useOnce(in: transaction, at: visit.at)
            switch identity.kind {
            case .citizen(let bsn):
                return try Account.enter(
                    bsn, name: identity.name, terms: terms, keys: keys, instead: old, by: door,
                    in: transaction, at: visit.at)
            case .staff(let roles):
                return try Self.enter(
                    .staff(roles), policy, instead: old, by: door, in: transaction, at: visit.at)
            case .employee(let oin, let roles):
                return try Self.enter(
                    .of(oin, roles), policy, instead: old, by: door, in: transaction, at: visit.at)
            }
        }
    }

    private func problemPage(
        _ error: OpenIDError, at door: Session.Door, returningTo path: String?, _ visit: Visit
    ) async throws -> Response {
        visit.context.logger.notice(
            "nobody was signed in", metadata: ["cause": "\(error)", "door": "\(door)"])
        return try await problemPage(SignInProblem(error, at: door), at: door, returningTo: path, visit)
    }

    private func problemPage(
        _ problem: SignInProblem, at door: Session.Door, returningTo path: String?, _ visit: Visit
    ) async throws -> Response {
        var response = try await page(
            SignInProblemPage(reason: problem, again: .signIn(returningTo: path)), .signIn, for: visit,
            status: problem == .unavailable ? .serviceUnavailable : .forbidden)
        response.setCookie(attempt("", at: door, seconds: 0))
        return response
    }

    /// Our public keys, for the providers (`jwks_uri` of our registration there); the same for each.
    private func showKeys(_ visit: Visit) async throws -> Response {
        guard let keys = Session.Door.allCases.lazy.compactMap({ provider($0)?.provider.jwks }).first
        else { throw Problem(.notFound) }
        return Response(
            status: .ok, headers: [.contentType: "application/jwk-set+json"],
            body: .init(byteBuffer: ByteBuffer(string: keys)))
    }
}

extension SignInProblem {
    fileprivate init(_ error: OpenIDError, at door: Session.Door) {
        self =
            switch error {
            case .unavailable: .unavailable
            case .notBegun: .notBegun
            case .denied: .stopped
            case .untrusted: .untrusted
            case .levelTooLow: door == .work ? .levelTooLowForWork : .levelTooLow
            case .noNumber: .noNumber
            case .unknownRole: .unknownRole
            case .noOrganisation: .noOrganisation
            case .unknownOrganisation: .unknownOrganisation
            }
    }
}

extension Session.Door {
    /// Where signing in at this door begins.
    var outPath: String {
        switch self {
        case .citizens: "/inloggen/openid"
        case .work: "/inloggen/organisatie"
        }
    }

    /// Where the provider of this door sends the browser back to: an address of its own, so that an answer of
    /// one provider is never taken for another's.
    public var returnPath: String {
        switch self {
        case .citizens: "/inloggen/terug"
        case .work: "/inloggen/organisatie/terug"
        }
    }

    fileprivate var attemptCookie: String {
        switch self {
        case .citizens: "peil-aanmelding"
        case .work: "peil-aanmelding-organisatie"
        }
    }
}

extension OpenIDIdentity.Kind {
    /// Where somebody goes who asked for no page.
    fileprivate var home: Location {
        switch self {
        case .citizen: .box
        case .staff, .employee: .root
        }
    }
}

/// What the policy of a page names a site by.
enum FormTarget {
    /// Scheme and host, or the scheme of an app's own; nil for what is no address.
    static func origin(of url: String) -> String? {
        guard let colon = url.firstIndex(of: ":") else { return nil }
        let scheme = url[..<colon]
        guard scheme == "https" || scheme == "http" else { return "\(scheme):" }
        let host = url[colon...].dropFirst(3).prefix { !"/?#".contains($0) }
        return "\(scheme)://\(host)"
    }
}

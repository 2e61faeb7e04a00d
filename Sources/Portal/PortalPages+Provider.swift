import CivilTime
import HTTPTypes
import Hummingbird
import Identity
import Journal
import Logging
import Markup
import MessageBox
import NIOCore
import Routes
import SQL

/// Signing in by an identity provider (DESIGN, decision 11): away with a question, and back with an answer.
extension PortalPages {
    var providerEndpoints: [Endpoint] {
        guard case .provider = signIn else { return [] }
        return [
            .anyone(.get, "/inloggen/openid", goToProvider),
            .anyone(.get, "/inloggen/terug", comeBack),
            .anyone(.get, "/inloggen/sleutels", showKeys),
        ]
    }

    private static let attemptCookie = "peil-aanmelding"

    var provider: (value: OpenIDProvider, name: String)? {
        if case .provider(let provider, let name, _) = signIn { (provider, name) } else { nil }
    }

    /// Signing out leads on to the provider.
    var providerOrigin: String? {
        provider.flatMap { FormTarget.origin(of: $0.value.issuer) }
    }

    private func goToProvider(_ visit: Visit) async throws -> Response {
        guard let provider else { throw Problem(.notFound) }
        try throttle.note(visit.origin(behind: proxies), at: visit.at)
        do {
            let question = try await provider.value.begin(returnPath: visit.returnPath, at: visit.at)
            var response = Response(status: .seeOther, headers: [.location: question.url])
            response.setCookie(
                attempt(question.cookie, seconds: Int(OpenIDProvider.Question.lifetimeSeconds)))
            return response
        } catch let error as OpenIDError {
            return try await problemPage(error, returningTo: visit.returnPath, visit)
        }
    }

    private func comeBack(_ visit: Visit) async throws -> Response {
        guard let provider else { throw Problem(.notFound) }
        try throttle.note(visit.origin(behind: proxies), at: visit.at)
        let answer = OpenIDAnswer(
            code: visit.query("code"), state: visit.query("state"), issuer: visit.query("iss"),
            error: visit.query("error"), cookie: visit.request.cookies[Self.attemptCookie]?.value)
        do {
            let identity = try await provider.value.identity(from: answer, at: visit.at)
            if try await isTooYoung(identity, visit) {
                return try await problemPage(.tooYoung, returningTo: nil, visit)
            }
            let token = try await enter(identity, visit)
            let home: Location = if case .citizen = identity.kind { .box } else { .root }
            return Self.redirect(
                to: identity.returnPath.flatMap(Location.init(path:)) ?? home,
                cookies: [
                    SessionCookie.setting(token, secure: secureCookies), attempt("", seconds: 0),
                ])
        } catch let error as OpenIDError {
            return try await problemPage(error, returningTo: nil, visit)
        }
    }

    private func attempt(_ value: String, seconds: Int) -> Cookie {
        Cookie(
            name: Self.attemptCookie, value: value, maxAge: seconds, path: "/inloggen", secure: secureCookies,
            httpOnly: true, sameSite: .lax)
    }

    private func isTooYoung(_ identity: OpenIDIdentity, _ visit: Visit) async throws -> Bool {
        guard case .citizen = identity.kind, let terms = accounts.terms.current(at: visit.at),
            let birthDate = identity.birthDate
        else { return false }
        let (today, born) = (visit.at.localDate.parts, birthDate.parts)
        let hasHadBirthday = (today.month, today.day) >= (born.month, born.day)
        return today.year - born.year - (hasHadBirthday ? 0 : 1) < terms.ageMinimumYears
    }

    private func enter(_ identity: OpenIDIdentity, _ visit: Visit) async throws -> SessionToken {
        let (keys, policy) = (facilities.keys, policy)
        let terms = accounts.terms.current(at: visit.at)
        let old = SessionCookie.token(in: visit.request)
        return try await database.write { transaction in
            try identity.useOnce(in: transaction, at: visit.at)
            switch identity.kind {
            case .citizen(let bsn):
                return try Account.enter(
                    bsn, name: identity.name, terms: terms, keys: keys, instead: old, in: transaction,
                    at: visit.at)
            case .staff(let name):
                guard let role = policy.role(named: name) else { throw OpenIDError.unknownRole }
                return try Self.enter(role, instead: old, in: transaction, at: visit.at)
            }
        }
    }

    private func problemPage(
        _ error: OpenIDError, returningTo path: String?, _ visit: Visit
    ) async throws -> Response {
        visit.context.logger.notice("nobody was signed in", metadata: ["cause": "\(error)"])
        return try await problemPage(SignInProblem(error), returningTo: path, visit)
    }

    private func problemPage(
        _ problem: SignInProblem, returningTo path: String?, _ visit: Visit
    ) async throws -> Response {
        var response = try await page(
            SignInProblemPage(reason: problem, again: .signIn(returningTo: path)), .signIn, for: visit,
            status: problem == .unavailable ? .serviceUnavailable : .forbidden)
        response.setCookie(attempt("", seconds: 0))
        return response
    }

    /// Our public keys, for the provider (`jwks_uri` of our registration there).
    private func showKeys(_ visit: Visit) async throws -> Response {
        guard let keys = provider?.value.jwks else { throw Problem(.notFound) }
        return Response(
            status: .ok, headers: [.contentType: "application/jwk-set+json"],
            body: .init(byteBuffer: ByteBuffer(string: keys)))
    }
}

extension SignInProblem {
    fileprivate init(_ error: OpenIDError) {
        self =
            switch error {
            case .unavailable: .unavailable
            case .notBegun: .notBegun
            case .denied: .stopped
            case .untrusted: .untrusted
            case .levelTooLow: .levelTooLow
            case .noNumber: .noNumber
            case .unknownRole: .unknownRole
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

import CivilTime
import HTTPTypes
import Hummingbird
import Identity
import Routes
import SQL

/// The tokens of apps, by which people reach their own box.
extension Interfaces {
    /// RFC 6749 §4.1.3 with RFC 7636: the code and what its challenge was made from.
    func tradeCode(_ form: FormFields, _ visit: Visit) async throws -> Response {
        let app = try app(form)
        guard let text = form["code"], let redirectURI = form["redirect_uri"],
            let verifier = form["code_verifier"]
        else {
            throw Problem(.invalidTokenRequest, "Stuur code, redirect_uri, client_id en code_verifier.")
        }
        guard let code = OpaqueToken<AppCode>(text) else { throw Problem.grantRefused }
        let tokens = try await database.write { transaction in
            try AppCode.redeem(
                code, app: app, redirectURI: redirectURI, verifier: verifier, in: transaction, at: visit.at)
        }
        return try await answer(tokens, visit)
    }

    /// RFC 6749 §6: each refresh token is good once, and gives the next.
    func renewTokens(_ form: FormFields, _ visit: Visit) async throws -> Response {
        let app = try app(form)
        guard let text = form["refresh_token"] else {
            throw Problem(.invalidTokenRequest, "Stuur refresh_token en client_id.")
        }
        guard let token = OpaqueToken<AppTokens>(text) else { throw Problem.grantRefused }
        let terms = terms.current(at: visit.at)
        let renewal = try await database.write { transaction in
            try AppTokens.renew(token, app: app, terms: terms, in: transaction, at: visit.at)
        }
        switch renewal {
        case .renewed(let tokens): return try await answer(tokens, visit)
        case .refused: throw Problem.grantRefused
        case .termsNotAccepted:
            throw Problem(
                .invalidGrant,
                "De gebruiksvoorwaarden zijn veranderd. Laat de gebruiker inloggen en ze accepteren; "
                    + "daarna geldt dit token weer.")
        }
    }

    /// RFC 7009: always 200 for a request that is well made, so that nobody learns which tokens there are.
    func revokeToken(_ visit: Visit) async throws -> Response {
        try visit.require(mediaType: "application/x-www-form-urlencoded")
        let form = FormFields(try await visit.body(upTo: Self.tokenRequestBytesLimit))
        let app = try app(form)
        guard let text = form["token"] else {
            throw Problem(.invalidTokenRequest, "Stuur token en client_id.")
        }
        if let token = OpaqueToken<AppTokens>(text) {
            try await database.write { transaction in
                try AppTokens.revoke(token, app: app, in: transaction, at: visit.at)
            }
        } else if let grant = try await grant(of: text, visit), grant.appID == app.id {
            try await database.write { transaction in
                _ = try AppGrant.revoke(grant.id, of: grant.person, in: transaction, at: visit.at)
            }
        }
        return Response(status: .ok)
    }

    /// The grant of an access token; nil when it is none that holds, which is then no mistake.
    private func grant(of token: String, _ visit: Visit) async throws -> AppGrant? {
        do {
            return try await tokens.verifyPerson(token, database: database, at: visit.at)
        } catch is ClientError {
            return nil
        }
    }

    private func app(_ form: FormFields) throws -> App {
        guard let id = form["client_id"], let app = apps.app(id) else {
            throw Problem(.invalidClient, "De app (client_id) is hier niet bekend.")
        }
        return app
    }

    private func answer(_ given: AppTokens?, _ visit: Visit) async throws -> Response {
        guard let given else { throw Problem.grantRefused }
        return try .json(
            TokenAnswer(
                accessToken: try await tokens.issue(to: given.grant, at: visit.at),
                expiresIn: AccessTokens.lifetimeSeconds, scope: given.grant.scopes.text,
                refreshToken: given.refresh.text))
    }
}

extension Problem {
    /// One text for every reason: which it was is nothing to tell who may have stolen the token.
    fileprivate static var grantRefused: Problem {
        Problem(
            .invalidGrant, "Deze code of dit token geldt niet (meer). Laat de gebruiker opnieuw inloggen.")
    }
}

import Foundation
import HTTPTypes
import Hummingbird
import Identity
import Routes

extension Interfaces {
    var tokenEndpoints: [Endpoint] {
        [
            .anyone(.post, "/oauth/token", issueToken),
            .anyone(.get, "/.well-known/oauth-authorization-server", describeTokens),
        ]
    }

    private static let tokenRequestBytesLimit = 65_536
    private static let assertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"

    /// OAuth 2.0 client credentials with `private_key_jwt` (NL GOV profile).
    private func issueToken(_ visit: Visit) async throws -> Response {
        try visit.require(mediaType: "application/x-www-form-urlencoded")
        let form = FormFields(try await visit.body(upTo: Self.tokenRequestBytesLimit))
        guard form["grant_type"] == "client_credentials" else {
            throw Problem(.invalidTokenRequest, "grant_type moet client_credentials zijn.")
        }
        guard form["client_assertion_type"] == Self.assertionType, let assertion = form["client_assertion"]
        else {
            throw Problem(
                .invalidTokenRequest,
                "Stuur client_assertion_type=\(Self.assertionType) en een client_assertion (private_key_jwt)."
            )
        }
        let client = try await ClientAssertion.verify(
            assertion, audience: ["\(publicURL)/oauth/token", publicURL], database: database, at: visit.at)
        let scopes = try granted(form["scope"], to: client)
        return try .json(
            TokenAnswer(
                access_token: try await tokens.issue(to: client, scopes: scopes, at: visit.at),
                expires_in: AccessTokens.lifetimeSeconds, scope: scopes.text))
    }

    private func granted(_ asked: String?, to client: Client) throws -> Set<Scope> {
        guard let asked, !asked.isEmpty else { return client.scopes }
        guard let scopes = Scope.list(asked) else {
            throw Problem(.invalidScope, "Een van deze scopes bestaat niet: \(asked).")
        }
        guard scopes.isSubset(of: client.scopes) else {
            throw Problem(.invalidScope, "Deze client mag alleen: \(client.scopes.text).")
        }
        return scopes
    }

    /// RFC 8414.
    private func describeTokens(_ visit: Visit) async throws -> Response {
        try .json(
            TokenDescription(
                issuer: publicURL, token_endpoint: "\(publicURL)/oauth/token",
                scopes_supported: Scope.allCases.map(\.rawValue)))
    }
}

/// RFC 6749 §5.1; the names are those of the standard.
private struct TokenAnswer: Encodable {
    let access_token: String
    let token_type = "Bearer"
    let expires_in: Int64
    let scope: String
}

private struct TokenDescription: Encodable {
    let issuer: String
    let token_endpoint: String
    let scopes_supported: [String]
    let grant_types_supported = ["client_credentials"]
    let response_types_supported: [String] = []
    let token_endpoint_auth_methods_supported = ["private_key_jwt"]
    let token_endpoint_auth_signing_alg_values_supported = ["PS256", "RS256", "ES256"]
}

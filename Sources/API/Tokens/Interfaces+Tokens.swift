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
                accessToken: try await tokens.issue(to: client, scopes: scopes, at: visit.at),
                expiresIn: AccessTokens.lifetimeSeconds, scope: scopes.text))
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
                issuer: publicURL, tokenEndpoint: "\(publicURL)/oauth/token",
                scopesSupported: Scope.allCases.map(\.rawValue)))
    }
}

/// RFC 6749 §5.1; the names in the answer are those of the standard.
private struct TokenAnswer: Encodable {
    let accessToken: String
    let tokenType = "Bearer"
    let expiresIn: Int64
    let scope: String

    enum CodingKeys: String, CodingKey {
        case accessToken = "access_token"
        case tokenType = "token_type"
        case expiresIn = "expires_in"
        case scope
    }
}

/// RFC 8414 §2.
private struct TokenDescription: Encodable {
    let issuer: String
    let tokenEndpoint: String
    let scopesSupported: [String]
    let grantTypesSupported = ["client_credentials"]
    let responseTypesSupported: [String] = []
    let authMethodsSupported = ["private_key_jwt"]
    let signingAlgorithmsSupported = ["PS256", "RS256", "ES256"]

    enum CodingKeys: String, CodingKey {
        case issuer
        case tokenEndpoint = "token_endpoint"
        case scopesSupported = "scopes_supported"
        case grantTypesSupported = "grant_types_supported"
        case responseTypesSupported = "response_types_supported"
        case authMethodsSupported = "token_endpoint_auth_methods_supported"
        case signingAlgorithmsSupported = "token_endpoint_auth_signing_alg_values_supported"
    }
}

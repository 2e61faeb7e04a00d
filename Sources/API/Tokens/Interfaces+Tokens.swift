import Foundation
import HTTPTypes
import Hummingbird
import Identity
import Routes

extension Interfaces {
    var tokenEndpoints: [Endpoint] {
        [
            .anyone(.post, "/oauth/token", issueToken),
            .anyone(.post, "/oauth/revoke", revokeToken),
            .anyone(.get, "/.well-known/oauth-authorization-server", describeTokens),
        ]
    }

    static let tokenRequestBytesLimit = 65_536
    private static let assertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"

    /// OAuth 2.0 (NL GOV profile): client credentials with `private_key_jwt` for systems; for the apps of
    /// people an authorization code with PKCE, and refresh tokens that rotate.
    private func issueToken(_ visit: Visit) async throws -> Response {
        try visit.require(mediaType: "application/x-www-form-urlencoded")
        let form = FormFields(try await visit.body(upTo: Self.tokenRequestBytesLimit))
        switch form["grant_type"] {
        case "client_credentials": return try await issueToClient(form, visit)
        case "authorization_code": return try await tradeCode(form, visit)
        case "refresh_token": return try await renewTokens(form, visit)
        default:
            throw Problem(
                .invalidTokenRequest,
                "grant_type moet client_credentials, authorization_code of refresh_token zijn.")
        }
    }

    private func issueToClient(_ form: FormFields, _ visit: Visit) async throws -> Response {
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
                authorizationEndpoint: "\(publicURL)/oauth/authorize",
                revocationEndpoint: "\(publicURL)/oauth/revoke",
                scopesSupported: Scope.allCases.map(\.rawValue) + PersonScope.allCases.map(\.rawValue)))
    }
}

/// RFC 6749 §5.1; the names in the answer are those of the standard.
struct TokenAnswer: Encodable {
    let accessToken: String
    let tokenType = "Bearer"
    let expiresIn: Int64
    let scope: String
    var refreshToken: String?

    enum CodingKeys: String, CodingKey {
        case refreshToken = "refresh_token"
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
    let authorizationEndpoint: String
    let revocationEndpoint: String
    let scopesSupported: [String]
    let grantTypesSupported = ["authorization_code", "refresh_token", "client_credentials"]
    let responseTypesSupported = ["code"]
    let challengeMethodsSupported = ["S256"]
    let authMethodsSupported = ["private_key_jwt", "none"]
    let issuerIsNamed = true
    let signingAlgorithmsSupported = ["PS256", "RS256", "ES256"]

    enum CodingKeys: String, CodingKey {
        case issuer
        case tokenEndpoint = "token_endpoint"
        case authorizationEndpoint = "authorization_endpoint"
        case revocationEndpoint = "revocation_endpoint"
        case challengeMethodsSupported = "code_challenge_methods_supported"
        case issuerIsNamed = "authorization_response_iss_parameter_supported"
        case scopesSupported = "scopes_supported"
        case grantTypesSupported = "grant_types_supported"
        case responseTypesSupported = "response_types_supported"
        case authMethodsSupported = "token_endpoint_auth_methods_supported"
        case signingAlgorithmsSupported = "token_endpoint_auth_signing_alg_values_supported"
    }
}

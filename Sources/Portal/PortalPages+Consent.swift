import CivilTime
import HTTPTypes
import Hummingbird
import Identity
import Markup
import MessageBox
import Routes
import SQL

/// `/oauth/authorize`: an app asks by way of the browser, the person says yes or no (RFC 6749 §4.1, RFC 7636,
/// RFC 8252; NL GOV OAuth).
extension PortalPages {
    var consentEndpoints: [Endpoint] {
        [
            .citizen(.get, "/oauth/authorize", askConsent),
            .citizen(.post, "/oauth/authorize", answerConsent),
        ]
    }

    private func askConsent(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        switch ConsentRequest.read({ visit.query($0) }, apps: accounts.apps) {
        case .unknown:
            return try await page(ConsentProblemPage(), .elsewhere, for: visit, status: .badRequest)
        case .wrong(let redirectURI, let error, let state):
            return back(to: redirectURI, [("error", error)], state: state)
        case .right(let request):
            let content = ConsentPage(
                app: request.app.name, access: request.scopes.named,
                days: Int(AppGrant.lifetimeSeconds / 86_400), fields: request.fields,
                token: FormToken(FormSecret.expected(for: visit.request) ?? ""))
            return try await page(
                content, .elsewhere, for: visit, formTarget: FormTarget.origin(of: request.redirectURI))
        }
    }

    private func answerConsent(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        let form = FormFields(try await visit.formBody(upTo: Self.formBytesLimit))
        try FormSecret.check(form[FormToken.fieldName], in: visit.request)
        guard case .right(let request) = ConsentRequest.read({ form[$0] }, apps: accounts.apps) else {
            return try await page(ConsentProblemPage(), .elsewhere, for: visit, status: .badRequest)
        }
        guard form[ConsentPage.answerField] == ConsentPage.yes else {
            return back(to: request.redirectURI, [("error", "access_denied")], state: request.state)
        }
        let code = try await database.write { transaction in
            try Account.note(.allowApp, of: person, detail: request.app.id, in: transaction, at: visit.at)
            return try AppCode.issue(request.asked, by: person, in: transaction, at: visit.at).code
        }
        return back(to: request.redirectURI, [("code", code.text)], state: request.state)
    }

    /// Back to the app, with who answers (RFC 9207).
    private func back(to address: String, _ fields: [(String, String)], state: String?) -> Response {
        var query = fields + [("iss", accounts.publicURL)]
        if let state { query.append(("state", state)) }
        return Response(status: .seeOther, headers: [.location: QueryText.address(address, query)])
    }
}

/// What an app asks of a person, as far as it can be answered.
struct ConsentRequest: Sendable {
    let app: App
    let redirectURI: String
    let scopes: Set<PersonScope>
    let state: String?
    let asked: AppCode.Request
    /// What the form carries from the question to the answer.
    let fields: [(name: String, value: String)]

    enum Reading {
        /// Nobody to tell: the app, or the address it wants to be answered at, is not known.
        case unknown
        /// Told to the app, by its error code.
        case wrong(redirectURI: String, error: String, state: String?)
        case right(ConsentRequest)
    }

    private static let names = [
        "client_id", "redirect_uri", "response_type", "scope", "state", "code_challenge",
        "code_challenge_method",
    ]
    private static let stateBytesLimit = 1_000

    static func read(_ field: (String) -> String?, apps: AppPolicy) -> Reading {
        guard let app = field("client_id").flatMap(apps.app), let redirectURI = field("redirect_uri"),
            app.redirectURIs.contains(redirectURI)
        else { return .unknown }
        let state = field("state")
        let wrong = { (error: String) in Reading.wrong(redirectURI: redirectURI, error: error, state: state) }
        guard state?.utf8.count ?? 0 <= stateBytesLimit else { return .unknown }
        guard field("response_type") == "code" else { return wrong("unsupported_response_type") }
        guard let scopes = field("scope").flatMap(PersonScope.list), !scopes.isEmpty,
            scopes.isSubset(of: app.scopes)
        else { return wrong("invalid_scope") }
        guard field("code_challenge_method") == "S256", let challenge = field("code_challenge"),
            let asked = AppCode.Request(
                app: app, redirectURI: redirectURI, challenge: challenge, scopes: scopes)
        else { return wrong("invalid_request") }
        let fields = names.compactMap { name in field(name).map { (name: name, value: $0) } }
        return .right(
            ConsentRequest(
                app: app, redirectURI: redirectURI, scopes: scopes, state: state, asked: asked, fields: fields
            ))
    }
}

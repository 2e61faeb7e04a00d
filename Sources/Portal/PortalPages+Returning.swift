import Foundation
import HTTPTypes
import Hummingbird
import Markup
import Routes

/// Ways round a page that must wait: signing in, or accepting the terms, and back to what was asked for.
extension PortalPages {
    /// The answer to a problem that the visitor can solve on another page first; nil for other problems.
    func detour(_ problem: Problem, _ request: Request) -> Response? {
        switch (problem.kind, request.method) {
        case (.notSignedIn, .get), (.notSignedIn, .head):
            Self.redirect(to: .signIn(returningTo: Self.path(of: request)))
        case (.termsNotAccepted, .get), (.termsNotAccepted, .head):
            Self.redirect(to: .terms(returningTo: Self.path(of: request)))
        case (.termsNotAccepted, _):
            Self.redirect(to: .terms(returningTo: Self.pageOfForm(request)))
        // A form was sent after the session had ended.
        case (.notSignedIn, _):
            sessionEndedPage(returningTo: Self.pageOfForm(request))
        default: nil
        }
    }

    private func sessionEndedPage(returningTo page: String?) -> Response {
        let frame = Frame(
            audience: .citizen, reader: .none, demo: isDemo ? .init() : nil,
            hasSecurityContact: contact != nil)
        let content = SessionEndedPage(signIn: .signIn(returningTo: page))
        return Self.response(Page(content, in: frame).rendered(), status: .unauthorized)
    }

    private static func path(of request: Request) -> String? {
        let path = request.uri.description
        return path == "/" ? nil : path
    }

    /// The page of this site that a form stood on, as the browser tells it.
    private static func pageOfForm(_ request: Request) -> String? {
        guard let referrer = request.headers[.referer].flatMap(URLComponents.init),
            let host = referrer.host,
            request.head.authority?.split(separator: ":").first.map(String.init) == host
        else { return nil }
        return referrer.percentEncodedPath + (referrer.percentEncodedQuery.map { "?\($0)" } ?? "")
    }
}

extension Location {
    static let terms = Location("voorwaarden")

    static func signIn(returningTo path: String?) -> Location {
        path.map { Location("inloggen", query: ["naar": $0]) } ?? .signIn
    }

    static func terms(returningTo path: String?) -> Location {
        path.map { Location("voorwaarden", query: ["naar": $0]) } ?? .terms
    }
}

extension Visit {
    /// The page to go back to, from the query; nil for none, or for one of another site.
    var returnPath: String? {
        query("naar").flatMap(Location.init(path:))?.text
    }
}

extension FormFields {
    /// The page to go back to, from a form; nil for none, or for one of another site.
    var returnLocation: Location? {
        self[ReturnField.name].flatMap(Location.init(path:))
    }
}

import Crypto
public import Hummingbird
import Identity

/// Ties a form to the browser it was given to: the field holds what only a page of this site can derive from
/// the cookie.
///
/// A visitor who is signed in has the session cookie; before that, the sign-in page sets a cookie of its own.
public enum FormSecret {
    private static let cookieName = "peil-formulier"

    /// What the form's hidden field must hold for this request's cookie; nil when there is no cookie yet.
    public static func expected(for request: Request) -> String? {
        if let session = SessionCookie.token(in: request) { return derived(from: session.text) }
        return request.cookies[cookieName].map { derived(from: $0.value) }
    }

    /// A new secret for a browser without a cookie: the cookie to set and the text for the field.
    public static func fresh(secure: Bool) -> (cookie: Cookie, field: String) {
        let token = SessionToken.random()
        let cookie = Cookie(
            name: cookieName, value: token.text, path: "/", secure: secure, httpOnly: true, sameSite: .lax)
        return (cookie, derived(from: token.text))
    }

    /// Refuses a form whose field does not fit its cookie.
    public static func check(_ field: String?, in request: Request) throws {
        guard let field, let expected = expected(for: request), field == expected else {
            throw Problem(.foreignForm)
        }
    }

    private static func derived(from cookie: String) -> String {
        let digest = SHA256.hash(data: Array("peil form \(cookie)".utf8))
        return digest.prefix(16).map { byte in
            String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }.joined()
    }
}

import HTTPTypes
import Hummingbird

/// Programs in a browser, from any site, may use the interfaces for systems: what lets in is a token that the
/// program shows itself. Cookies are never sent along: that needs a header that no answer has.
enum CrossOrigin {
    static func isOpen(_ path: String) -> Bool {
        path.hasPrefix("/api/") || path == "/oauth/token" || path.hasPrefix("/.well-known/oauth-")
    }

    private static let exposed = "API-Version, ETag, Location, Retry-After, Allow, WWW-Authenticate"
    private static let allowed =
        "Accept, Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match"
    /// How long a browser may remember the answer to its question beforehand: two hours is what they keep at
    /// most.
    private static let rememberSeconds = 7_200

    static func open(_ headers: inout HTTPFields) {
        headers[.accessControlAllowOrigin] = "*"
        headers[.accessControlExposeHeaders] = exposed
    }

    /// The answer to a browser that asks beforehand what it may send.
    static func permit(methods: String, _ headers: inout HTTPFields) {
        headers[.accessControlAllowMethods] = methods
        headers[.accessControlAllowHeaders] = allowed
        headers[.accessControlMaxAge] = String(rememberSeconds)
    }
}

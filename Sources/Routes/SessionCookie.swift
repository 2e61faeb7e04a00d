public import Hummingbird
public import Identity

/// The cookie that holds a visitor's session token. `Secure` unless the installation is a demo on plain HTTP.
public enum SessionCookie {
    private static let name = "peil-sessie"

    public static func token(in request: Request) -> SessionToken? {
        request.cookies[name].flatMap { SessionToken($0.value) }
    }

    /// - Parameter secure: whether browsers send it over HTTPS only; false in the demo, which has no
    ///   certificate.
    public static func setting(_ token: SessionToken, secure: Bool) -> Cookie {
        Cookie(
            name: name, value: token.text, maxAge: Int(Session.lifetimeSeconds), path: "/", secure: secure,
            httpOnly: true, sameSite: .lax)
    }

    public static func clearing(secure: Bool) -> Cookie {
        Cookie(name: name, value: "", maxAge: 0, path: "/", secure: secure, httpOnly: true, sameSite: .lax)
    }
}

import Crypto
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

    /// What tells one session from another and gives none away: pages carry it, so that what a browser
    /// keeps of one session is not shown in the next.
    public static func mark(in request: Request) -> String? {
        token(in: request).map { token in
            SHA256.hash(data: Array("peil session mark \(token.text)".utf8)).prefix(8).map { byte in
                String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
            }.joined()
        }
    }

    public static func clearing(secure: Bool) -> Cookie {
        Cookie(name: name, value: "", maxAge: 0, path: "/", secure: secure, httpOnly: true, sameSite: .lax)
    }
}

/// An address that somebody else gave us to call.
///
/// It is read more strictly than URLs are: what is judged here and what is called later must not be two
/// readings of one text.
public struct CallbackURL: Hashable, Sendable {
    public let text: String
    let host: String

    /// Why an address is not called.
    public enum Fault: Error, Sendable {
        /// Not a whole `http` or `https` address of printable ASCII, or longer than ``bytesLimit``.
        case malformed
        /// A user or password in it; they would stand in every log on the way.
        case credentials
        /// Without TLS.
        case notSecure
        /// This machine, a private network or a reserved address.
        case forbidden
    }

    /// What servers and proxies commonly take.
    public static let bytesLimit = 2_000

    public init(_ text: String, within reach: Reach) throws(Fault) {
        guard text.utf8.count <= Self.bytesLimit, text.utf8.allSatisfy({ (0x21...0x7e).contains($0) }),
            !text.contains("\\"), !text.contains("#"), let scheme = Self.scheme(of: text)
        else { throw .malformed }
        let authority = text.dropFirst(scheme.count + 3).prefix { !"/?".contains($0) }
        guard !authority.contains("@") else { throw .credentials }
        guard let host = Self.host(of: authority) else { throw .malformed }
        let address = HostAddress(host)
        // A name is judged by the address it has when it is called.
        let isLoopback = address.map { $0.kind == .loopback } ?? (host == "localhost")
        guard scheme == "https" || isLoopback && reach == .loopback else { throw .notSecure }
        guard address.map(reach.admits) ?? (host != "localhost" || reach == .loopback) else {
            throw .forbidden
        }
        // Scheme and host in lower case: a client looks names up as they are written.
        let start = text.prefix(scheme.count + 3 + authority.count)
        self.text = start.lowercased() + text.dropFirst(start.count)
        self.host = host
    }

    private static func scheme(of text: String) -> String? {
        ["https", "http"].first { text.lowercased().hasPrefix($0 + "://") }
    }

    /// The host in lower case, without the brackets of an address of version 6; nil where host or port is
    /// not one.
    private static func host(of authority: Substring) -> String? {
        let pieces: (host: Substring, port: Substring)
        if authority.hasPrefix("[") {
            guard let end = authority.firstIndex(of: "]") else { return nil }
            pieces = (authority[..<end].dropFirst(), authority[end...].dropFirst())
            guard HostAddress(String(pieces.host)) != nil, pieces.host.contains(":") else { return nil }
        } else {
            let end = authority.firstIndex(of: ":") ?? authority.endIndex
            pieces = (authority[..<end], authority[end...])
            guard pieces.host.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" }) else {
                return nil
            }
        }
        guard !pieces.host.isEmpty, isPort(pieces.port) else { return nil }
        return pieces.host.lowercased()
    }

    private static func isPort(_ text: Substring) -> Bool {
        guard !text.isEmpty else { return true }
        guard text.first == ":", let port = Int(text.dropFirst()), text.dropFirst().first?.isNumber == true
        else { return false }
        return (1...65_535).contains(port)
    }
}

extension CallbackURL.Fault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .malformed: "the address is not a whole https address"
        case .credentials: "the address has a user or a password in it"
        case .notSecure: "the address is not https"
        case .forbidden: "the address is of this machine, of a private network or reserved"
        }
    }
}

extension CallbackURL {
    /// Scheme, host and port: whose address it is.
    public var origin: String {
        let scheme = text.prefix { $0 != ":" }
        let authority = text.dropFirst(scheme.count + 3).prefix { !"/?".contains($0) }
        return "\(scheme)://\(authority)"
    }
}

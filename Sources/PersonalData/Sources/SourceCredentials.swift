public import Outbound

/// How this installation shows a source who it is.
public struct SourceCredentials: Sendable {
    /// Gives the bearer token as it is now; nil where none is asked. Read for each question, so that a
    /// new one counts at once.
    let token: (@Sendable () throws -> SecretToken)?
    /// For the TLS connection; nil for the usual one.
    let identity: OutboundIdentity?

    public init(token: (@Sendable () throws -> SecretToken)?, identity: OutboundIdentity?) {
        self.token = token
        self.identity = identity
    }
}

/// A token as a source handed it out; it never prints.
public struct SecretToken: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    let text: String

    /// Nil for what cannot stand in a header (RFC 6750 §2.1), or is longer than servers take.
    public init?(_ text: String) {
        let others = Set("-._~+/=".utf8)
        guard (1...Self.bytesLimit).contains(text.utf8.count),
            text.utf8.allSatisfy({ byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                    || (0x61...0x7A).contains(byte) || others.contains(byte)
            })
        else { return nil }
        self.text = text
    }

    private static let bytesLimit = 4_096

    public var description: String { "•••" }
    public var debugDescription: String { "•••" }
}

/// A mail server and how to speak to it.
public struct SMTPServer: Sendable {
    /// How the connection is kept private.
    public enum Encryption: Sendable {
        /// `smtps://`: TLS from the first byte.
        case fromTheStart
        /// `smtp://` to another machine: the mail waits when the server offers no STARTTLS.
        case startTLS
        /// `smtp://` to this machine, or where the operator says that the network is trusted.
        case none
    }

    public struct Account: Sendable, CustomStringConvertible, CustomReflectable {
        let user: String
        let password: String

        public init(user: String, password: String) {
            self.user = user
            self.password = password
        }

        public var description: String { "•••" }
        public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
    }

    /// Milliseconds. A server that is slower than this is treated as down; the mail is tried again.
    public struct TimeLimits: Sendable {
        public var connectMilliseconds = 10_000
        public var mailMilliseconds = 60_000

        public init() {}
    }

    let url: String
    let encryption: Encryption
    let account: Account?
    let limits: TimeLimits

    /// Takes `smtp://host:port` or `smtps://host:port`. Without an explicit choice, `smtp` to another machine
    /// than this one needs STARTTLS. A password never goes over an open line to another machine.
    public init(
        url: String, encryption chosen: Encryption? = nil, account: Account? = nil,
        limits: TimeLimits = TimeLimits()
    ) throws(MailError) {
        let isSecure = url.hasPrefix("smtps://")
        guard isSecure || url.hasPrefix("smtp://"),
            url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f && $0 != 0x40 })
        else {
            throw .invalid("the mail server must be smtp://host:port or smtps://host:port, without a user")
        }
        let host = url.drop { $0 != "/" }.dropFirst(2)
        let isHere = ["localhost", "127.0.0.1", "[::1]"].contains { host == $0 || host.hasPrefix("\($0):") }
        let encryption = isSecure ? .fromTheStart : chosen ?? (isHere ? .none : .startTLS)
        if case .none = encryption, account != nil, !isHere {
            throw .invalid("a password for the mail server needs smtps:// or STARTTLS")
        }
        self.url = url
        self.encryption = encryption
        self.account = account
        self.limits = limits
    }
}

import Synchronization

/// Sends mail to a server over a few connections that are kept and used again.
public final class SMTPSender: Sendable {
    private let connections: [SMTPConnection]
    private let turn = Mutex(0)

    /// More connections help with a server that answers slowly; each sends one mail at a time.
    public init(server: SMTPServer, connections count: Int = 4) {
        precondition(count > 0, "mail needs a connection")
        connections = (0..<count).map { _ in SMTPConnection(server: server) }
    }

    func send(_ mail: Mail) async throws(MailError) {
        let next = turn.withLock { turn in
            turn = (turn + 1) % connections.count
            return turn
        }
        try await connections[next].send(mail)
    }
}

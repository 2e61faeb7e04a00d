import Identity
public import Logging
import Outbound

extension Probe {
    /// The probe as it runs in a process of its own: with the key that the server made for it.
    public static func watching(
        server: String, keysFolder: String, spoolFolder: String, logger: Logger
    ) throws -> Probe {
        let key = try ProbeKey.loadOrCreate(folder: keysFolder)
        let client = OutboundClient(limits: ProbeCheck.limits)
        let request = AccessTokenRequest(client: ProbeKey.client, key: key, server: server)
        let token: TokenSource = { try await request.send(over: client) }
        return try Probe(
            server: server, spoolFolder: spoolFolder,
            checks: [
                .signIn(at: server, with: client), .messageBox(at: server, with: client, token: token),
            ], client: client, token: token, clock: .system(now: SystemClock.now), logger: logger)
    }

    /// Lets go of the connections that ``watching(server:keysFolder:spoolFolder:logger:)`` made.
    public func close() async throws {
        try await handingIn.client.close()
    }
}

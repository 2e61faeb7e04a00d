import NIOCore
import NIOPosix

extension OutboundClient {
    /// A client for one address that others gave. The host is resolved and judged now, and the client
    /// connects to what was judged, whatever the name leads to a moment later (DNS rebinding); TLS still
    /// proves the name. Close it when done.
    public static func pinned(
        to url: CallbackURL, within reach: Reach, limits: OutboundLimits
    ) async throws(OutboundError) -> OutboundClient {
        if let literal = HostAddress(url.host) {
            guard reach.admits(literal) else { throw .forbidden }
            return OutboundClient(limits: limits)
        }
        let found = try await resolve(url.host)
        guard let address = HostAddress(found), reach.admits(address) else { throw .forbidden }
        return OutboundClient(limits: limits, pins: [url.host: found])
    }

    /// The address the system would connect to first. It sorts by what can be reached (RFC 6724) and bounds
    /// its own time; a thread of its own waits for it.
    private static func resolve(_ host: String) async throws(OutboundError) -> String {
        do {
            return try await NIOThreadPool.singleton.runIfActive {
                try SocketAddress.makeAddressResolvingHost(host, port: 443).ipAddress ?? ""
            }
        } catch {
            throw .noConnection("the name of the host is not known")
        }
    }
}

public import Hummingbird
import Logging
import NIOCore

/// What one HTTP request carries along: its logger and parameters, and the connection it came in on.
public struct PeilContext: RequestContext {
    public var coreContext: CoreRequestContextStorage
    /// The connection: its client certificate is read where TLS ends here.
    let channel: any Channel

    public init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        channel = source.channel
    }
}

extension PeilContext {
    /// The address at the other end, for the list of proxies that may pass a certificate on.
    var remoteAddress: String? {
        channel.remoteAddress?.ipAddress
    }
}

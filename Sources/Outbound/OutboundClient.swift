import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// Calls other systems over HTTP: every call ends within its time, no answer is larger than its limit, and a
/// destination that keeps failing is left alone for a while.
///
/// Redirects are not followed: a request carries credentials for the address it was made for. Close it when
/// done.
public struct OutboundClient: Sendable {
    private let client: HTTPClient
    private let limits: OutboundLimits
    private let breaker: CircuitBreaker?

    /// - Parameters:
    ///   - breaker: nil for a caller that must try each time, such as a probe.
    ///   - identity: what is shown to a server that asks for a certificate; nil for nothing.
    public init(
        limits: OutboundLimits = OutboundLimits(), breaker: CircuitBreaker? = nil,
        identity: OutboundIdentity? = nil
    ) {
        self.init(limits: limits, breaker: breaker, identity: identity, pins: [:])
    }

    /// - Parameter pins: the addresses to connect to, by host name in lower case.
    init(
        limits: OutboundLimits, breaker: CircuitBreaker? = nil, identity: OutboundIdentity? = nil,
        pins: [String: String]
    ) {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(connect: .milliseconds(limits.connectMilliseconds)))
        configuration.httpVersion = .http1Only
        configuration.dnsOverride = pins
        if let identity { configuration.tlsConfiguration = identity.configuration }
        client = HTTPClient(eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: configuration)
        self.limits = limits
        self.breaker = breaker
    }

    /// Asks for what stands at an address. An answer with an error status is an answer.
    public func get(
        _ url: String, headers: [OutboundHeader] = []
    ) async throws(OutboundError) -> OutboundAnswer {
        try await send(HTTPClientRequest(url: url), headers)
    }

    /// Hands in a body; give its `Content-Type` among the headers.
    public func post(
        _ url: String, headers: [OutboundHeader] = [], body: [UInt8]
    ) async throws(OutboundError) -> OutboundAnswer {
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        request.body = .bytes(ByteBuffer(bytes: body))
        return try await send(request, headers)
    }

    /// Ends its connections. Nothing can be sent after.
    public func close() async throws(OutboundError) {
        do {
            try await client.shutdown()
        } catch {
            throw .failed("the connections did not end well: \(error)")
        }
    }
}

extension OutboundClient {
    private func send(
        _ request: HTTPClientRequest, _ headers: [OutboundHeader]
    ) async throws(OutboundError) -> OutboundAnswer {
        guard let destination = Destination(of: request.url) else { throw .badURL }
        var request = request
        for header in headers { request.headers.add(name: header.name, value: header.value) }
        try breaker?.admit(destination)
        do {
            let answer = try await inTime(request)
            breaker?.note(answer.status < 500 ? .answered : .failed, destination)
            return answer
        } catch {
            let error = OutboundError(error, limits: limits)
            breaker?.note(error == .cancelled ? .abandoned : .failed, destination)
            throw error
        }
    }

    /// The client's own deadline ends at the head of an answer; this one covers the body too.
    private func inTime(_ request: HTTPClientRequest) async throws -> OutboundAnswer {
        try await withThrowingTaskGroup(of: OutboundAnswer.self) { group in
            defer { group.cancelAll() }
            group.addTask { try await exchange(request) }
            group.addTask {
                try await Task.sleep(for: .milliseconds(limits.totalMilliseconds))
                throw OutboundError.timedOut(milliseconds: limits.totalMilliseconds)
            }
            guard let answer = try await group.next() else { throw OutboundError.cancelled }
            return answer
        }
    }

    private func exchange(_ request: HTTPClientRequest) async throws -> OutboundAnswer {
        let response = try await client.execute(request, timeout: .milliseconds(limits.totalMilliseconds))
        var body: [UInt8] = []
        for try await piece in response.body {
            guard body.count + piece.readableBytes <= limits.bodyBytes else {
                throw OutboundError.tooLarge(limitBytes: limits.bodyBytes)
            }
            body.append(contentsOf: piece.readableBytesView)
        }
        // A body that is cut off by cancelling ends as if it were whole.
        if Task.isCancelled { throw OutboundError.cancelled }
        return OutboundAnswer(
            status: Int(response.status.code),
            headers: response.headers.map { OutboundHeader($0.name, $0.value) }, body: body)
    }
}

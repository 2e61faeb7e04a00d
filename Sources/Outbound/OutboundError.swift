import AsyncHTTPClient
public import CivilTime
import NIOCore
import NIOPosix

/// Why there is no answer. The texts hold no address: one may carry a secret of the receiver.
public enum OutboundError: Error, Equatable, Sendable {
    /// Not an `http` or `https` address with a host, or one with a user or password in it.
    case badURL
    /// The host has an address that calls may not go to.
    case forbidden
    /// There was no connection in time, or none at all.
    case noConnection(String)
    /// The answer was not complete in time.
    case timedOut(milliseconds: Int64)
    case tooLarge(limitBytes: Int)
    /// The destination failed too often; it is tried again from the moment given.
    case leftAlone(until: Instant)
    case cancelled
    case failed(String)
}

extension OutboundError {
    init(_ error: any Error, limits: OutboundLimits) {
        switch error {
        case let error as OutboundError: self = error
        case is CancellationError: self = .cancelled
        case let error as HTTPClientError: self = Self.named(error, limits: limits)
        case is NIOConnectionError, is IOError: self = .noConnection("the host does not answer")
        default: self = .failed("\(type(of: error))")
        }
    }

    private static func named(_ error: HTTPClientError, limits: OutboundLimits) -> OutboundError {
        switch error {
        case .connectTimeout, .tlsHandshakeTimeout, .getConnectionFromPoolTimeout:
            .noConnection("no connection within \(limits.connectMilliseconds) ms")
        case .deadlineExceeded, .readTimeout, .writeTimeout:
            .timedOut(milliseconds: limits.totalMilliseconds)
        case .cancelled, .requestStreamCancelled: .cancelled
        case .invalidURL, .emptyHost, .emptyScheme: .badURL
        default: .failed(error.shortDescription)
        }
    }
}

extension OutboundError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .badURL: "the address is not an http or https address with a host and without a user"
        case .forbidden: "the host is on this machine, on a private network or at a reserved address"
        case .noConnection(let reason): "there is no connection: \(reason)"
        case .timedOut(let milliseconds): "the answer was not complete within \(milliseconds) ms"
        case .tooLarge(let limitBytes): "the answer is larger than \(limitBytes) bytes"
        case .leftAlone(let until):
            "the destination failed too often and is left alone until \(until.rfc3339)"
        case .cancelled: "the call was cancelled"
        case .failed(let reason): "the call failed: \(reason)"
        }
    }
}

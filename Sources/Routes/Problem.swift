import Foundation
import HTTPTypes
public import Hummingbird
import NIOCore

/// An error as a client of an interface gets it: RFC 9457 with a stable number and who must act.
///
/// Two texts live here: what the caller reads, and `cause`, which goes to the log only and has no way into an
/// answer.
public struct Problem: Error, Sendable {
    public let kind: Kind
    public let detail: String
    public let faults: [Fault]
    public var retryAfterSeconds: Int?
    public let cause: String?

    /// What is wrong with one part of the input, by its path.
    public struct Fault: Sendable, Equatable, Encodable {
        public let pad: String
        public let reden: String

        public init(path: String, reason: String) {
            pad = path
            reden = reason
        }
    }

    public init(
        _ kind: Kind, _ detail: String? = nil, faults: [Fault] = [], retryAfterSeconds: Int? = nil,
        cause: String? = nil
    ) {
        self.kind = kind
        self.detail = detail ?? kind.explanation
        self.faults = faults
        self.retryAfterSeconds = retryAfterSeconds
        self.cause = cause
    }
}

extension Problem {
    /// The answer as `application/problem+json`.
    public func response(instance: String) -> Response {
        let body = Body(
            type: "urn:peil:probleem:\(kind.rawValue)", title: kind.title, status: kind.status.code,
            detail: detail, instance: instance, code: kind.rawValue, actie: kind.action.rawValue,
            fouten: faults.isEmpty ? nil : faults, error: kind.tokenError)
        var headers: HTTPFields = [.contentType: "application/problem+json"]
        if let retryAfterSeconds { headers[.retryAfter] = String(retryAfterSeconds) }
        if kind.status == .unauthorized { headers[.wwwAuthenticate] = "Bearer" }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            let bytes = ByteBuffer(bytes: try encoder.encode(body))
            return Response(status: kind.status, headers: headers, body: .init(byteBuffer: bytes))
        } catch {
            preconditionFailure("a problem of strings and numbers always encodes: \(error)")
        }
    }

    private struct Body: Encodable {
        let type: String
        let title: String
        let status: Int
        let detail: String
        let instance: String
        let code: Int
        let actie: String
        let fouten: [Fault]?
        let error: String?
    }
}

extension Problem.Kind {
    /// The name that OAuth clients know a refusal of the token endpoint by (RFC 6749 §5.2).
    fileprivate var tokenError: String? {
        switch self {
        case .invalidClient: "invalid_client"
        case .invalidScope: "invalid_scope"
        case .invalidTokenRequest: "invalid_request"
        case .invalidGrant: "invalid_grant"
        default: nil
        }
    }
}

import Crypto
import HTTPTypes
public import Hummingbird

/// The version of what an answer shows, as a strong validator (RFC 9110 §8.8.3): equal tags, equal bytes.
public struct EntityTag: Sendable, Equatable {
    /// With its quotes.
    public let text: String

    private static let byteCount = 16

    /// The tag of a body, by its digest.
    public init(of bytes: some Sequence<UInt8>) {
        let digest = SHA256.hash(data: Array(bytes)).prefix(Self.byteCount)
        let digits = digest.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
        text = "\"\(digits.joined())\""
    }

    /// The tag of what has a number or a moment that grows with each change.
    public init(version: Int64) {
        text = "\"v\(version)\""
    }

    /// Whether a list of tags, as `If-Match` and `If-None-Match` hold it, names this one.
    ///
    /// - Parameter weakly: whether a tag that is marked weak counts, as it does for reading only.
    func isNamed(in list: String, weakly: Bool) -> Bool {
        let named = list.split(separator: ",").map { $0.filter { $0 != " " && $0 != "\t" } }
        return named.contains { $0 == "*" || $0 == text || (weakly && $0 == "W/\(text)") }
    }
}

extension Visit {
    /// The answer with its tag; or 304 without a body, for a caller who has it already (`If-None-Match`).
    public func answer(_ response: Response, _ tag: EntityTag) -> Response {
        let isKnown = request.headers[.ifNoneMatch].map { tag.isNamed(in: $0, weakly: true) } ?? false
        guard !isKnown else { return Response(status: .notModified, headers: [.eTag: tag.text]) }
        var response = response
        response.headers[.eTag] = tag.text
        return response
    }

    /// Refuses a change of another version than the one there is, so that nobody overwrites what they have
    /// not seen. Ask inside the transaction that changes it.
    ///
    /// - Parameter current: the tag that a read of the same address would answer now.
    public func requireMatch(_ current: EntityTag) throws(Problem) {
        guard let list = request.headers[.ifMatch] else { throw Problem(.versionMissing) }
        guard current.isNamed(in: list, weakly: false) else { throw Problem(.versionDiffers) }
    }
}

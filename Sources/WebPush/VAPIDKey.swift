public import CivilTime
import Crypto
// The results of swift-crypto are `Data`, which lives in FoundationEssentials on Linux.
import FoundationEssentials

/// The key by which push services know this installation (VAPID, RFC 8292). Browsers subscribe with its
/// public half, so a new key ends every subscription.
public struct VAPIDKey: Sendable {
    private let key: P256.Signing.PrivateKey

    /// RFC 8292 §2 allows 24 hours; half of it leaves room for a clock that is off.
    private static let tokenSeconds: Int64 = 12 * 3_600

    /// A new key.
    public init() {
        key = P256.Signing.PrivateKey()
    }

    public init(pem: String) throws(WebPushError) {
        do {
            key = try P256.Signing.PrivateKey(pemRepresentation: pem)
        } catch {
            throw .privateKey
        }
    }

    public var pem: String { key.pemRepresentation }

    /// The public half as a browser takes it (`applicationServerKey`), base64url.
    public var publicKey: String {
        Base64URL.text(of: key.publicKey.x963Representation)
    }

    /// The value of `Authorization` for a request to a push service.
    ///
    /// - Parameters:
    ///   - audience: scheme, host and port of the push service.
    ///   - contact: a `mailto:` or `https:` address where its keepers reach ours.
    public func authorization(audience: String, contact: String, at now: Instant) -> String {
        "vapid t=\(token(audience: audience, contact: contact, at: now)), k=\(publicKey)"
    }

    private func token(audience: String, contact: String, at now: Instant) -> String {
        let expires = now.seconds + Self.tokenSeconds
        let claims = #"{"aud":"\#(escaped(audience))","exp":\#(expires),"sub":"\#(escaped(contact))"}"#
        let signed = [#"{"typ":"JWT","alg":"ES256"}"#, claims].map { Base64URL.text(of: $0.utf8) }
            .joined(separator: ".")
        do {
            let signature = try key.signature(for: Array(signed.utf8))
            return "\(signed).\(Base64URL.text(of: signature.rawRepresentation))"
        } catch {
            preconditionFailure("a P-256 key signs any text: \(error)")
        }
    }

    /// As the inside of a JSON string. Addresses hold no control characters; one that did would be shown as
    /// a space.
    private func escaped(_ text: String) -> String {
        text.replacing("\\", with: #"\\"#).replacing("\"", with: #"\""#)
            .map { $0.isNewline || $0.asciiValue.map { $0 < 32 } == true ? " " : $0 }
            .reduce(into: "") { $0.append($1) }
    }
}

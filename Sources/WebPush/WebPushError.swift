/// Why a push message cannot be made. The texts hold no key and no secret.
public enum WebPushError: Error, Equatable, Sendable {
    /// The receiver's public key is no point of P-256 in 65 bytes.
    case publicKey
    /// The receiver's secret is not 16 bytes long.
    case secret
    /// The payload does not fit the one record that every push service takes.
    case tooLong(limitBytes: Int)
    /// The text is no private key of P-256.
    case privateKey
}

extension WebPushError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .publicKey: "the receiver's key (p256dh) is no point of P-256 in 65 bytes, base64url"
        case .secret: "the receiver's secret (auth) is not 16 bytes, base64url"
        case .tooLong(let limitBytes): "a push message holds at most \(limitBytes) bytes"
        case .privateKey: "the key for push messages is no P-256 key in PEM; restore it from the key backup"
        }
    }
}

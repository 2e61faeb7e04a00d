import Crypto
// The results of swift-crypto are `Data`, which lives in FoundationEssentials on Linux.
import FoundationEssentials

/// The keys of one subscription of a browser, as its `PushSubscription` gives them: what is sent to it can be
/// read by that browser only, not by the push service in between (RFC 8291).
public struct PushReceiver: Sendable {
    private static let publicKeyByteCount = 65
    private static let secretByteCount = 16

    private let publicKey: P256.KeyAgreement.PublicKey
    private let secret: [UInt8]

    /// - Parameters:
    ///   - p256dh: the browser's public key, base64url.
    ///   - auth: the secret that browser and sender share, base64url.
    public init(p256dh: String, auth: String) throws(WebPushError) {
        guard let publicKey = Base64URL.bytes(of: p256dh) else { throw .publicKey }
        guard let secret = Base64URL.bytes(of: auth) else { throw .secret }
        try self.init(publicKey: publicKey, secret: secret)
    }

    /// From ``bytes``, as they were stored.
    public init(bytes: [UInt8]) throws(WebPushError) {
        try self.init(
            publicKey: Array(bytes.prefix(Self.publicKeyByteCount)),
            secret: Array(bytes.dropFirst(Self.publicKeyByteCount)))
    }

    private init(publicKey: [UInt8], secret: [UInt8]) throws(WebPushError) {
        // Four stands for an uncompressed point; the other forms have other lengths or are not for here.
        guard publicKey.count == Self.publicKeyByteCount, publicKey.first == 4 else { throw .publicKey }
        guard secret.count == Self.secretByteCount else { throw .secret }
        do {
            self.publicKey = try P256.KeyAgreement.PublicKey(x963Representation: publicKey)
        } catch {
            throw .publicKey
        }
        self.secret = secret
    }

    /// Key and secret in 81 bytes, to be kept sealed.
    public var bytes: [UInt8] {
        Array(publicKey.x963Representation) + secret
    }
}

extension PushReceiver {
    /// A push service takes bodies of 4,096 bytes at least (RFC 8030 §7.2); more may be refused.
    static let bodyLimitBytes = 4_096
    /// What is left of that beside header, sender's key, mark and tag.
    public static let payloadLimitBytes =
        bodyLimitBytes - ContentCoding.fixedHeaderByteCount - publicKeyByteCount - 1
        - ContentCoding.tagByteCount

    /// Lengths are rounded up to a multiple of this, so that the push service does not learn from the length
    /// who wrote.
    private static let paddingStepBytes = 512

    /// The value of `Content-Encoding` for what ``encrypted(_:)`` gives.
    public static let contentEncoding = ContentCoding.name

    /// The body of a push message that holds a payload, padded; a new key and salt each time.
    public func encrypted(_ payload: [UInt8]) throws(WebPushError) -> [UInt8] {
        let step = Self.paddingStepBytes
        let rounded = (payload.count + step - 1) / step * step
        var generator = SystemRandomNumberGenerator()
        let salt = (0..<ContentCoding.saltByteCount).map { _ in
            UInt8.random(in: 0...255, using: &generator)
        }
        return try encrypted(
            payload, paddingByteCount: max(0, min(rounded, Self.payloadLimitBytes) - payload.count),
            sender: P256.KeyAgreement.PrivateKey(), salt: salt)
    }

    func encrypted(
        _ payload: [UInt8], paddingByteCount: Int, sender: P256.KeyAgreement.PrivateKey, salt: [UInt8]
    ) throws(WebPushError) -> [UInt8] {
        guard payload.count + paddingByteCount <= Self.payloadLimitBytes else {
            throw .tooLong(limitBytes: Self.payloadLimitBytes)
        }
        let senderKey = Array(sender.publicKey.x963Representation)
        let coding = ContentCoding(
            salt: salt, keyID: senderKey, keyMaterial: try keyMaterial(sender, senderKey),
            recordByteCount: UInt32(Self.bodyLimitBytes))
        return coding.encoded(payload, paddingByteCount: paddingByteCount)
    }

    /// RFC 8291 §3.4.
    private func keyMaterial(
        _ sender: P256.KeyAgreement.PrivateKey, _ senderKey: [UInt8]
    ) throws(WebPushError) -> SymmetricKey {
        do {
            let shared = try sender.sharedSecretFromKeyAgreement(with: publicKey)
            let about = Array("WebPush: info\0".utf8) + Array(publicKey.x963Representation) + senderKey
            return shared.hkdfDerivedSymmetricKey(
                using: SHA256.self, salt: secret, sharedInfo: about, outputByteCount: 32)
        } catch {
            throw .publicKey
        }
    }
}

import CivilTime
import Crypto
// The results of swift-crypto are `Data`; JSON has no coder outside Foundation on this platform.
import FoundationEssentials
import Sealing

/// A sign-in under way: what ties the provider's answer to the browser that asked. It travels in that
/// browser, sealed, so that visitors who never come back leave nothing here.
struct SignInAttempt: Codable, Sendable, Equatable {
    /// Comes back with the answer: the answer is to this question.
    let state: String
    /// Comes back within the signed token: the token was made for this question.
    let nonce: String
    /// Shown when the code is traded (PKCE): the code was asked by us.
    let verifier: String
    /// Where the answer is awaited: that of one provider does not count at the door of another.
    let redirectURL: String
    /// The page of this site that was asked for; checked again before it is used.
    let returnPath: String?
    /// Seconds since 1970.
    let expiresAtSeconds: Int64

    /// Time to find a phone and type a code.
    static let lifetimeSeconds: Int64 = 600

    init(redirectURL: String, returnPath: String?, at now: Instant) {
        self.redirectURL = redirectURL
        state = OpaqueToken<SignInAttempt>.random().text
        nonce = OpaqueToken<SignInAttempt>.random().text
        verifier = OpaqueToken<SignInAttempt>.random().text
        self.returnPath = returnPath
        expiresAtSeconds = now.seconds + Self.lifetimeSeconds
    }

    var challenge: String {
        Base64URL.text(SHA256.hash(data: Array(verifier.utf8)))
    }

    var nonceHash: [UInt8] {
        Array(SHA256.hash(data: Array(nonce.utf8)))
    }

    func sealed(_ keys: KeyRing) throws -> String {
        let key = SymmetricKey(data: keys.secret(.signIn).bytes)
        let box = try AES.GCM.seal(try JSONEncoder().encode(self), using: key)
        return Base64URL.text(box.nonce + box.ciphertext + box.tag)
    }

    /// Nil for what was not sealed here, or has expired.
    static func open(_ text: String, keys: KeyRing, at now: Instant) -> SignInAttempt? {
        guard let bytes = Base64URL.bytes(text) else { return nil }
        for secret in keys.liveSecrets(.signIn) {
            do {
                let box = try AES.GCM.SealedBox(combined: bytes)
                let plain = try AES.GCM.open(box, using: SymmetricKey(data: secret.bytes))
                let attempt = try JSONDecoder().decode(SignInAttempt.self, from: plain)
                return attempt.expiresAtSeconds > now.seconds ? attempt : nil
            } catch {
                // Another key may have sealed it; when none did, it is not ours.
                continue
            }
        }
        return nil
    }
}

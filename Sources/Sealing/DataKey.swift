import Crypto
// The results of swift-crypto are `Data`, which lives in FoundationEssentials on Linux.
import FoundationEssentials

/// The key of one subject, case or blob (AES-256-GCM). Destroying its wrapped form erases all that it sealed.
public struct DataKey: Sendable, CustomStringConvertible, CustomReflectable {
    static let byteCount = 32

    let key: SymmetricKey

    init() {
        key = SymmetricKey(size: .bits256)
    }

    init(bytes: some ContiguousBytes) {
        key = SymmetricKey(data: bytes)
    }

    /// Nonce, sealed bytes and tag: 28 bytes longer than what went in.
    public func seal(_ plain: [UInt8], for context: SealContext) -> [UInt8] {
        var sealed: [UInt8] = []
        let nonce = AES.GCM.Nonce()
        sealed.reserveCapacity(plain.count + AESGCM.overhead)
        sealed.append(contentsOf: nonce)
        plain.withUnsafeBytes { bytes in
            AESGCM.seal(bytes, key: key, nonce: nonce, context: context.authenticated, into: &sealed)
        }
        return sealed
    }

    /// What was sealed, or ``SealingError/damaged`` for other bytes, another key or another context.
    public func open(_ sealed: [UInt8], for context: SealContext) throws(SealingError) -> [UInt8] {
        guard sealed.count >= AESGCM.overhead else { throw .damaged }
        var plain: [UInt8] = []
        plain.reserveCapacity(sealed.count - AESGCM.overhead)
        try AESGCM.open(combined: sealed, key: key, context: context.authenticated, into: &plain)
        return plain
    }

    public var description: String { "•••" }
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}

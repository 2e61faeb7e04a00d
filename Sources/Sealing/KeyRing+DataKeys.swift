import Crypto
// The results of swift-crypto are `Data`, which lives in FoundationEssentials on Linux.
import FoundationEssentials

extension KeyRing {
    /// A new key for one subject, case or blob, and its wrapped form (68 bytes) to store beside what it
    /// seals.
    public func newDataKey() -> (key: DataKey, wrapped: [UInt8]) {
        let key = DataKey()
        return (key, wrap(key))
    }

    /// The key that was wrapped, with whichever live key that was.
    public func unwrap(_ wrapped: [UInt8]) throws(SealingError) -> DataKey {
        guard wrapped.count == wrappedByteCount else { throw .damaged }
        let id = KeyID(bytes: wrapped[..<KeyID.byteCount])
        guard let root = keys.first(where: { $0.id == id }) else { throw .unknownKey(id) }
        let salt = wrapped[KeyID.byteCount..<frameStart]
        var opened: [UInt8] = []
        try wrapped.withUnsafeBufferPointer { (bytes) throws(SealingError) in
            try AESGCM.open(
                UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[frameStart...])),
                key: root.wrappingKey(salt: salt), nonce: onlyNonce, into: &opened)
        }
        return DataKey(bytes: opened)
    }

    /// The same key wrapped with the current key; nil where it is so already. For rotation.
    public func rewrap(_ wrapped: [UInt8]) throws(SealingError) -> [UInt8]? {
        let key = try unwrap(wrapped)
        return wrapped.starts(with: current.id.bytes) ? nil : wrap(key)
    }

    private func wrap(_ key: DataKey) -> [UInt8] {
        let salt = SymmetricKey(size: .bits128).withUnsafeBytes { Array($0) }
        var wrapped = current.id.bytes + salt
        key.key.withUnsafeBytes { bytes in
            AESGCM.seal(
                bytes, key: current.wrappingKey(salt: salt[...]), nonce: onlyNonce, context: [],
                into: &wrapped)
        }
        return wrapped
    }
}

private let saltByteCount = 16
private let frameStart = KeyID.byteCount + saltByteCount
private let wrappedByteCount = frameStart + DataKey.byteCount + AESGCM.tagByteCount
/// Each wrapping has a key of its own, used once, so its nonce need not vary.
private let onlyNonce = AESGCM.nonce(frame: 0, isLast: true)

extension RootKey {
    /// Random nonces of 96 bits under one key are safe for 2³² values, which is a few years of messages; a
    /// key per wrapping from 128 random bits has no such end.
    fileprivate func wrappingKey(salt: ArraySlice<UInt8>) -> SymmetricKey {
        SymmetricKey(data: HMAC<SHA256>.authenticationCode(for: salt, using: wrapping))
    }
}

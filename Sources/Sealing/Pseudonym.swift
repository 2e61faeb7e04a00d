/// What a pseudonym stands in for a number: each use has a key of its own, so that tables and logs cannot be
/// joined.
public enum PseudonymUse: String, Sendable, CaseIterable {
    /// A BSN in the tables of the domains.
    case bsn
    /// A BSN in the processing log.
    case log
    /// A sender's own reference of a message.
    case reference
}

/// A number that must be recognised but not read: the id of the key and an HMAC-SHA256 of the number.
///
/// The same number gives the same pseudonym under the same key, and nobody without the key can try all
/// numbers.
public struct Pseudonym: Hashable, Sendable {
    /// 4 bytes key id and 32 bytes code.
    public static let byteCount = KeyID.byteCount + 32

    public let bytes: [UInt8]

    init(key: KeyID, code: some Sequence<UInt8>) {
        var bytes = key.bytes
        bytes.reserveCapacity(Self.byteCount)
        bytes.append(contentsOf: code)
        self.bytes = bytes
    }

    /// Nil where the bytes cannot be a pseudonym.
    public init?(bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else { return nil }
        self.bytes = bytes
    }

    /// The key it was made with; a row with the id of an older key is renewed during rotation.
    public var key: KeyID {
        KeyID(bytes: bytes.prefix(KeyID.byteCount))
    }
}

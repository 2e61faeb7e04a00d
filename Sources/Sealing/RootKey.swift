import Crypto
// The results of swift-crypto are `Data`, which lives in FoundationEssentials on Linux.
import FoundationEssentials

/// The short name of a root key: four bytes derived from the key itself, so that no key can pass for another.
public struct KeyID: Hashable, Sendable, CustomStringConvertible {
    static let byteCount = 4

    let bytes: [UInt8]

    init(bytes: some Sequence<UInt8>) {
        self.bytes = Array(bytes)
    }

    /// Eight hexadecimal digits.
    public var description: String {
        bytes.hexadecimal
    }
}

/// One secret of 32 random bytes from which every key of the product is derived, each for its own purpose
/// (HKDF, RFC 5869): a key for one purpose says nothing about that for another.
struct RootKey: Sendable {
    static let byteCount = 32

    let id: KeyID
    private let root: SymmetricKey
    /// Wraps the keys of single values. Derived once, for it is used with every value that is read.
    let wrapping: SymmetricKey
    private let pseudonymKeys: [PseudonymUse: SymmetricKey]

    init(secret: [UInt8]) {
        precondition(secret.count == Self.byteCount, "a root key has 32 bytes")
        let root = SymmetricKey(data: secret)
        self.root = root
        id = KeyID(
            bytes: Self.derive(from: root, for: "id").withUnsafeBytes { Array($0.prefix(KeyID.byteCount)) })
        wrapping = Self.derive(from: root, for: "wrap")
        pseudonymKeys = Dictionary(
            uniqueKeysWithValues: PseudonymUse.allCases.map { use in
                (use, Self.derive(from: root, for: "pseudonym \(use.rawValue)"))
            })
    }

    static func random() -> [UInt8] {
        SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
    }

    func secret(_ name: SecretName) -> Secret {
        Secret(bytes: Self.derive(from: root, for: "secret \(name.rawValue)").withUnsafeBytes { Array($0) })
    }

    func pseudonym(of text: String, for use: PseudonymUse) -> Pseudonym {
        guard let key = pseudonymKeys[use] else {
            preconditionFailure("every use has a key from the moment the root key is there")
        }
        let code = HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key)
        return Pseudonym(key: id, code: code)
    }

    private static func derive(from root: SymmetricKey, for purpose: String) -> SymmetricKey {
        HKDF<SHA256>.expand(
            pseudoRandomKey: root, info: Array("peil 1 \(purpose)".utf8), outputByteCount: byteCount)
    }
}

extension Sequence<UInt8> {
    /// Two lower-case digits per byte.
    var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}

import Crypto
// The results of swift-crypto are `Data`, which lives in FoundationEssentials on Linux.
import FoundationEssentials

/// The content coding `aes128gcm` (RFC 8188), for a body of one record.
struct ContentCoding {
    static let name = "aes128gcm"
    static let saltByteCount = 16
    static let tagByteCount = 16
    /// Salt, record size and the length of the key id.
    static let fixedHeaderByteCount = 21
    /// The last record ends with this byte, before its padding.
    private static let lastRecordMark: UInt8 = 2

    let salt: [UInt8]
    let keyID: [UInt8]
    let keyMaterial: SymmetricKey
    /// Written in the header; a record may be shorter.
    let recordByteCount: UInt32

    /// Header and record. The caller has seen to it that they fit.
    func encoded(_ plain: [UInt8], paddingByteCount: Int) -> [UInt8] {
        precondition(salt.count == Self.saltByteCount && keyID.count <= 255, "as RFC 8188 §2.1 has it")
        precondition(
            plain.count + 1 + paddingByteCount + Self.tagByteCount <= Int(recordByteCount), "one record")
        let padded = plain + [Self.lastRecordMark] + [UInt8](repeating: 0, count: paddingByteCount)
        let size = (0..<4).map { UInt8(truncatingIfNeeded: recordByteCount >> (24 - 8 * UInt32($0))) }
        return salt + size + [UInt8(keyID.count)] + keyID + sealed(padded)
    }

    private func sealed(_ padded: [UInt8]) -> [UInt8] {
        let key = derived("Content-Encoding: aes128gcm\0", byteCount: 16)
        let nonceBytes = derived("Content-Encoding: nonce\0", byteCount: 12).withUnsafeBytes { Array($0) }
        do {
            let nonce = try AES.GCM.Nonce(data: nonceBytes)
            let box = try AES.GCM.seal(padded, using: key, nonce: nonce)
            return Array(box.ciphertext) + Array(box.tag)
        } catch {
            preconditionFailure("AES-128-GCM seals a record under a nonce of 12 bytes: \(error)")
        }
    }

    private func derived(_ purpose: String, byteCount: Int) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: keyMaterial, salt: salt, info: Array(purpose.utf8), outputByteCount: byteCount)
    }
}

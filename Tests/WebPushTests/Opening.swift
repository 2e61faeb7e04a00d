import Crypto
import Foundation
import Testing
import WebPush

/// A browser's side of a subscription: its private key and secret, and the reading of what it gets. Written
/// from RFC 8188 and RFC 8291 apart from the sender, records one after the other.
struct Browser {
    let key: P256.KeyAgreement.PrivateKey
    let secret: [UInt8]

    var p256dh: String { Base64URL.text(of: key.publicKey.x963Representation) }
    var auth: String { Base64URL.text(of: secret) }

    func open(_ body: [UInt8]) throws -> [UInt8] {
        let sender = Array(body[21..<(21 + Int(body[20]))])
        let shared = try key.sharedSecretFromKeyAgreement(
            with: P256.KeyAgreement.PublicKey(x963Representation: sender))
        let material = shared.hkdfDerivedSymmetricKey(
            using: SHA256.self, salt: secret,
            sharedInfo: Array("WebPush: info\0".utf8) + Array(key.publicKey.x963Representation) + sender,
            outputByteCount: 32)
        return try opened(body, with: material)
    }
}

/// What a body in the coding `aes128gcm` holds, of any number of records.
func opened(_ body: [UInt8], with material: SymmetricKey) throws -> [UInt8] {
    let salt = Array(body[..<16])
    let size = body[16..<20].reduce(0) { $0 << 8 | Int($1) }
    let records = Array(body[(21 + Int(body[20]))...])
    let key = derived(material, salt, "Content-Encoding: aes128gcm\0", 16)
    let base = derived(material, salt, "Content-Encoding: nonce\0", 12).withUnsafeBytes { Array($0) }
    var plain: [UInt8] = []
    for (number, start) in stride(from: 0, to: records.count, by: size).enumerated() {
        let record = records[start..<min(start + size, records.count)]
        var nonce = base
        nonce[11] ^= UInt8(number)
        let box = try AES.GCM.SealedBox(combined: nonce + record)
        var piece = Array(try AES.GCM.open(box, using: key))
        while piece.last == 0 { piece.removeLast() }
        let isLast = start + size >= records.count
        #expect(piece.popLast() == (isLast ? 2 : 1))
        plain += piece
    }
    return plain
}

private func derived(
    _ material: SymmetricKey, _ salt: [UInt8], _ purpose: String, _ count: Int
) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(
        inputKeyMaterial: material, salt: salt, info: Array(purpose.utf8), outputByteCount: count)
}

func bytes(_ text: String) throws -> [UInt8] {
    try #require(Base64URL.bytes(of: text))
}

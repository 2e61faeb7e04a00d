import Crypto
// The results of swift-crypto are `Data`, which lives in FoundationEssentials on Linux.
import FoundationEssentials

/// AES-256-GCM over arrays: the one place where swift-crypto's `Data` comes and goes.
enum AESGCM {
    static let nonceByteCount = 12
    static let tagByteCount = 16
    static let overhead = nonceByteCount + tagByteCount

    /// Appends the sealed bytes and the tag, not the nonce.
    static func seal(
        _ plain: UnsafeRawBufferPointer, key: SymmetricKey, nonce: AES.GCM.Nonce, context: [UInt8],
        into sealed: inout [UInt8]
    ) {
        do {
            let box = try AES.GCM.seal(plain, using: key, nonce: nonce, authenticating: context)
            box.ciphertext.withUnsafeBytes { sealed.append(contentsOf: $0) }
            box.tag.withUnsafeBytes { sealed.append(contentsOf: $0) }
        } catch {
            preconditionFailure("AES-256-GCM seals any bytes shorter than 64 GiB: \(error)")
        }
    }

    /// Appends what nonce, sealed bytes and tag in one array held.
    static func open(
        combined: [UInt8], key: SymmetricKey, context: [UInt8], into plain: inout [UInt8]
    ) throws(SealingError) {
        do {
            let box = try AES.GCM.SealedBox(combined: combined)
            let opened = try AES.GCM.open(box, using: key, authenticating: context)
            opened.withUnsafeBytes { plain.append(contentsOf: $0) }
        } catch {
            throw .damaged
        }
    }

    /// Appends what a frame (sealed bytes and tag) held, whose nonce both sides count.
    static func open(
        _ frame: UnsafeRawBufferPointer, key: SymmetricKey, nonce: AES.GCM.Nonce, into plain: inout [UInt8]
    ) throws(SealingError) {
        guard frame.count >= tagByteCount else { throw .damaged }
        let end = frame.count - tagByteCount
        do {
            let box = try AES.GCM.SealedBox(
                nonce: nonce, ciphertext: UnsafeRawBufferPointer(rebasing: frame[..<end]),
                tag: UnsafeRawBufferPointer(rebasing: frame[end...]))
            let opened = try AES.GCM.open(box, using: key)
            opened.withUnsafeBytes { plain.append(contentsOf: $0) }
        } catch {
            throw .damaged
        }
    }

    /// A nonce that counts, for a key that seals one stream only; the last frame's differs from every other.
    static func nonce(frame: UInt64, isLast: Bool) -> AES.GCM.Nonce {
        var bytes: [UInt8] = [isLast ? 1 : 0, 0, 0, 0]
        for shift in stride(from: 56, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: frame >> UInt64(shift)))
        }
        do {
            return try AES.GCM.Nonce(data: bytes)
        } catch {
            preconditionFailure("twelve bytes are a nonce: \(error)")
        }
    }
}

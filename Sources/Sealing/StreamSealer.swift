import Crypto

/// Seals a long value while it arrives. A data key seals at most one stream for a context.
public struct StreamSealer: Sendable {
    private let key: SymmetricKey
    private var frame: UInt64 = 0
    /// Plain bytes that do not fill a frame yet, or fill one of which it is unknown whether it is the last.
    private var waiting: [UInt8] = []

    public init(key: DataKey, context: SealContext) {
        self.key = key.streamKey(for: context)
    }

    /// Takes more bytes; appends the frames that are complete.
    public mutating func append(_ bytes: UnsafeRawBufferPointer, to sealed: inout [UInt8]) {
        var rest = bytes
        if !waiting.isEmpty {
            let taken = min(SealedStream.frameByteCount - waiting.count, rest.count)
            waiting.append(contentsOf: UnsafeRawBufferPointer(rebasing: rest[..<taken]))
            rest = UnsafeRawBufferPointer(rebasing: rest[taken...])
            guard !rest.isEmpty else { return }
            sealWaiting(isLast: false, to: &sealed)
        }
        // Full frames go from the caller's memory; at least a byte stays behind, for the last frame is
        // marked.
        while rest.count > SealedStream.frameByteCount {
            seal(
                UnsafeRawBufferPointer(rebasing: rest[..<SealedStream.frameByteCount]), isLast: false,
                to: &sealed)
            rest = UnsafeRawBufferPointer(rebasing: rest[SealedStream.frameByteCount...])
        }
        waiting.append(contentsOf: rest)
    }

    /// Appends the last frame. The sealer is not used after it.
    public mutating func finish(to sealed: inout [UInt8]) {
        sealWaiting(isLast: true, to: &sealed)
    }

    private mutating func sealWaiting(isLast: Bool, to sealed: inout [UInt8]) {
        let full = waiting
        waiting.removeAll(keepingCapacity: true)
        full.withUnsafeBytes { seal($0, isLast: isLast, to: &sealed) }
    }

    private mutating func seal(
        _ plain: UnsafeRawBufferPointer, isLast: Bool, to sealed: inout [UInt8]
    ) {
        let nonce = AESGCM.nonce(frame: frame, isLast: isLast)
        AESGCM.seal(plain, key: key, nonce: nonce, context: [], into: &sealed)
        frame += 1
    }
}

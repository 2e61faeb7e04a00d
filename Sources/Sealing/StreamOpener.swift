import Crypto

/// Opens what a ``StreamSealer`` sealed, piece by piece; what it gives is verified before it is given.
public struct StreamOpener: Sendable {
    private let key: SymmetricKey
    private var frame: UInt64 = 0
    private var waiting: [UInt8] = []

    public init(key: DataKey, context: SealContext) {
        self.key = key.streamKey(for: context)
    }

    /// Takes more sealed bytes; appends what the complete frames held.
    public mutating func append(
        _ bytes: UnsafeRawBufferPointer, to plain: inout [UInt8]
    ) throws(SealingError) {
        var rest = bytes
        if !waiting.isEmpty {
            let taken = min(SealedStream.sealedFrameByteCount - waiting.count, rest.count)
            waiting.append(contentsOf: UnsafeRawBufferPointer(rebasing: rest[..<taken]))
            rest = UnsafeRawBufferPointer(rebasing: rest[taken...])
            guard !rest.isEmpty else { return }
            try openWaiting(isLast: false, to: &plain)
        }
        while rest.count > SealedStream.sealedFrameByteCount {
            try open(
                UnsafeRawBufferPointer(rebasing: rest[..<SealedStream.sealedFrameByteCount]), isLast: false,
                to: &plain)
            rest = UnsafeRawBufferPointer(rebasing: rest[SealedStream.sealedFrameByteCount...])
        }
        waiting.append(contentsOf: rest)
    }

    /// Appends what the last frame held; ``SealingError/damaged`` when the stream was cut off.
    public mutating func finish(to plain: inout [UInt8]) throws(SealingError) {
        try openWaiting(isLast: true, to: &plain)
    }

    private mutating func openWaiting(isLast: Bool, to plain: inout [UInt8]) throws(SealingError) {
        let full = waiting
        waiting.removeAll(keepingCapacity: true)
        try full.withUnsafeBufferPointer { (bytes) throws(SealingError) in
            try open(UnsafeRawBufferPointer(bytes), isLast: isLast, to: &plain)
        }
    }

    private mutating func open(
        _ sealed: UnsafeRawBufferPointer, isLast: Bool, to plain: inout [UInt8]
    ) throws(SealingError) {
        let nonce = AESGCM.nonce(frame: frame, isLast: isLast)
        try AESGCM.open(sealed, key: key, nonce: nonce, into: &plain)
        frame += 1
    }
}

import Crypto

/// How a long value is sealed piece by piece: frames of 64 KiB, each with a tag, counted and the last one
/// marked, so that frames cannot be left out, swapped or cut off.
public enum SealedStream {
    /// Plain bytes in each frame but the last, which may hold fewer. Larger frames are no faster, smaller
    /// ones cost more for their tags.
    public static let frameByteCount = 65_536
    static let sealedFrameByteCount = frameByteCount + AESGCM.tagByteCount

    /// The sealed length of a stream of a given length. An empty stream is one empty frame.
    public static func sealedByteCount(ofPlain count: Int) -> Int {
        let frames = max(1, (count + frameByteCount - 1) / frameByteCount)
        return count + frames * AESGCM.tagByteCount
    }
}

extension DataKey {
    /// The key of one stream. It depends on the context, so no frame opens elsewhere, and on nothing else: a
    /// data key seals at most one stream per context.
    func streamKey(for context: SealContext) -> SymmetricKey {
        HKDF<SHA256>.expand(
            pseudoRandomKey: key, info: Array("peil 1 stream ".utf8) + context.authenticated,
            outputByteCount: Self.byteCount)
    }
}

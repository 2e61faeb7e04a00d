import Dispatch
import Glibc

/// Reads one blob from its segment. The file is held open, so that a reader ends what it began, whatever is
/// removed.
final class SegmentSource: BlobSource {
    private static let queue = DispatchQueue(label: "peil.blobs.read", attributes: .concurrent)

    private let path: String
    private let extents: Extents
    private let file: Int32

    init(path: String, extents: Extents) throws {
        self.path = path
        self.extents = extents
        file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            throw errno == ENOENT ? BlobError.damaged : .cannotRead(path: path, reason: reason(errno))
        }
    }

    deinit {
        close(file)
    }

    func piece(_ number: Int) async throws -> [UInt8]? {
        let start = number * BlobLimits.flushByteCount
        let count = min(extents.byteCount - start, BlobLimits.flushByteCount)
        guard count > 0 else { return nil }
        return try await withCheckedThrowingContinuation { done in
            Self.queue.async { [self] in done.resume(with: Result { try read(from: start, count: count) }) }
        }
    }

    private func read(from start: Int, count: Int) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                guard let stretch = extents.stretch(at: start + filled, limit: count - filled) else {
                    throw BlobError.damaged
                }
                let target = UnsafeMutableBufferPointer(rebasing: buffer[filled...])
                let got = pread(file, target.baseAddress, stretch.count, stretch.offset)
                guard got >= 0 else { throw BlobError.cannotRead(path: path, reason: reason(errno)) }
                guard got > 0 else { throw BlobError.damaged }
                filled += got
            }
        }
    }
}

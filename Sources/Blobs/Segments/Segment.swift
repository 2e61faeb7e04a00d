import Dispatch
import Glibc
import Synchronization

/// One append-only file that this process writes. Alive as long as it is current, a writer writes in it, or a
/// blob in it waits for its row; only then may it be removed.
final class Segment: Sendable {
    let place: SegmentPlace
    let path: String
    private let file: Int32
    private let end = Mutex(0)
    private let writes: DispatchQueue
    private let syncing: GroupSync

    init(_ place: SegmentPlace, in folder: String, faults: SegmentFaults) throws {
        let path = "\(folder)/\(place.fileName)"
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw BlobError.cannotWrite(path: path, reason: reason(errno)) }
        self.place = place
        self.path = path
        self.file = file
        writes = DispatchQueue(label: "peil.blobs.write.\(place.fileName)")
        syncing = GroupSync(file: file, path: path, faults: faults)
    }

    deinit {
        close(file)
    }

    var byteCount: Int { end.withLock { $0 } }

    /// Appends the bytes; where they went. Not synced yet.
    func append(_ bytes: [UInt8]) async throws -> Int {
        let offset = end.withLock { end in
            defer { end += bytes.count }
            return end
        }
        try await withCheckedThrowingContinuation { done in
            writes.async { [self] in
                done.resume(with: Result { try write(bytes, at: offset) })
            }
        }
        return offset
    }

    /// Returns when everything appended before is on disk. Those who wait together share a sync.
    func sync() async throws {
        try await syncing.wait()
    }

    private func write(_ bytes: [UInt8], at offset: Int) throws {
        try bytes.withUnsafeBytes { whole in
            var rest = whole[...]
            while !rest.isEmpty {
                let count = pwrite(
                    file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count,
                    offset + rest.startIndex)
                guard count > 0 else { throw BlobError.cannotWrite(path: path, reason: reason(errno)) }
                rest = rest.dropFirst(count)
            }
        }
    }
}

func reason(_ code: Int32) -> String {
    String(cString: strerror(code))
}

import CivilTime
import Dispatch
import Glibc
import Synchronization

/// The folder of segments: which one is written in now, and which may go.
///
/// A process never writes in a segment that it did not begin, so a tail torn by a crash stays where no row
/// points.
final class SegmentFolder: Sendable {
    private struct State {
        var current: [Shelf: Segment] = [:]
        var alive: [SegmentPlace: Living] = [:]
        var lastNumber: Int
    }

    private struct Living {
        weak var segment: Segment?
    }

    let path: String
    private let limit: Int
    private let faults: SegmentFaults
    private let state: Mutex<State>
    private let queue = DispatchQueue(label: "peil.blobs.folder")

    /// Makes the folder (0700) where it is not there.
    init(path: String, segmentByteLimit: Int, faults: SegmentFaults) throws {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
            throw BlobError.cannotWrite(path: path, reason: reason(errno))
        }
        self.path = path
        limit = segmentByteLimit
        self.faults = faults
        let last = try Self.places(in: path).map(\.number).max() ?? 0
        state = Mutex(State(lastNumber: last))
    }

    /// The segment to begin a blob in; a new one when there is none yet or it is full. A blob stays in one
    /// segment.
    func segment(for shelf: Shelf) async throws -> Segment {
        if let segment = open(shelf) { return segment }
        return try await withCheckedThrowingContinuation { done in
            queue.async { [self] in done.resume(with: Result { try open(shelf) ?? begin(shelf) }) }
        }
    }

    /// The segments that nobody writes in or waits for, and that were last written before the given moment.
    func idle(before moment: Instant) async throws -> [SegmentPlace] {
        try await withCheckedThrowingContinuation { done in
            queue.async { [self] in
                done.resume(
                    with: Result {
                        try Self.places(in: path).filter { place in
                            !isAlive(place) && writtenAt(place).map { $0 < moment } ?? false
                        }
                    })
            }
        }
    }

    func remove(_ places: [SegmentPlace]) async throws {
        try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
            queue.async { [self] in
                done.resume(
                    with: Result {
                        for place in places {
                            let file = "\(path)/\(place.fileName)"
                            guard unlink(file) == 0 else {
                                throw BlobError.cannotWrite(path: file, reason: reason(errno))
                            }
                        }
                        try syncFolder()
                    })
            }
        }
    }

    private func open(_ shelf: Shelf) -> Segment? {
        state.withLock { state in
            state.current[shelf].flatMap { $0.byteCount < limit ? $0 : nil }
        }
    }

    private func begin(_ shelf: Shelf) throws -> Segment {
        let number = state.withLock { state in
            state.lastNumber += 1
            return state.lastNumber
        }
        let segment = try Segment(SegmentPlace(shelf: shelf, number: number), in: path, faults: faults)
        try syncFolder()
        state.withLock { state in
            state.alive = state.alive.filter { $0.value.segment != nil }
            state.alive[segment.place] = Living(segment: segment)
            state.current[shelf] = segment
        }
        return segment
    }

    private func isAlive(_ place: SegmentPlace) -> Bool {
        state.withLock { $0.alive[place]?.segment != nil }
    }

    private func writtenAt(_ place: SegmentPlace) -> Instant? {
        var status = stat()
        guard stat("\(path)/\(place.fileName)", &status) == 0 else { return nil }
        return Instant(seconds: Int64(status.st_mtim.tv_sec))
    }

    /// A file exists after a crash only when its folder was synced.
    private func syncFolder() throws {
        let folder = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw BlobError.cannotWrite(path: path, reason: reason(errno)) }
        defer { close(folder) }
        guard fsync(folder) == 0 else {
            faults.onFailedSync("\(path): \(reason(errno))")
            throw BlobError.notSynced(path: path, reason: reason(errno))
        }
    }

    private static func places(in path: String) throws -> [SegmentPlace] {
        guard let listing = opendir(path) else {
            throw BlobError.cannotRead(path: path, reason: reason(errno))
        }
        defer { closedir(listing) }
        var places: [SegmentPlace] = []
        while let entry = readdir(listing) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if let place = SegmentPlace(fileName: name) { places.append(place) }
        }
        return places
    }
}

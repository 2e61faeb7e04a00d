public import CivilTime
import Glibc
public import SQL
public import Sealing

/// Blobs in append-only files beside an embedded database, which would write each of them twice.
public final class SegmentBlobStore: BlobStore {
    /// A full segment is closed. Parked batches go a segment at a time, so it bounds what one late batch
    /// holds back; many small files cost more folder syncs.
    public static let segmentByteLimit = 256 << 20

    public let database: any Database
    public let keys: KeyRing
    private let folder: SegmentFolder
    private let now: @Sendable () -> Instant

    /// - Parameter onFailedSync: ends the process. After a failed sync nobody knows what is on the disk.
    public convenience init(
        folder: String, database: any Database, keys: KeyRing, now: @escaping @Sendable () -> Instant,
        onFailedSync: @escaping @Sendable (String) -> Void = endProcess
    ) throws {
        try self.init(
            folder: folder, database: database, keys: keys, now: now,
            segmentByteLimit: Self.segmentByteLimit, faults: SegmentFaults(onFailedSync: onFailedSync))
    }

    /// Says why on one line and ends the process with code 70, "internal software error".
    @Sendable
    public static func endProcess(afterFailedSync reason: String) {
        let line =
            "peil: the disk did not confirm a payload; stopping, to acknowledge nothing false: \(reason)\n"
        // Nothing is to be done about a line that cannot be written.
        _ = write(STDERR_FILENO, line, line.utf8.count)
        _exit(70)
    }

    init(
        folder: String, database: any Database, keys: KeyRing, now: @escaping @Sendable () -> Instant,
        segmentByteLimit: Int, faults: SegmentFaults
    ) throws {
        self.folder = try SegmentFolder(path: folder, segmentByteLimit: segmentByteLimit, faults: faults)
        self.database = database
        self.keys = keys
        self.now = now
    }

    public func begin(_ shelf: Shelf) async throws -> sending BlobWriter {
        let id = Identifier<Blob>.new(milliseconds: now().microseconds / 1_000)
        return BlobWriter(
            id, on: shelf, keys: keys, sink: SegmentSink(segment: try await folder.segment(for: shelf)))
    }

    public func store(_ contents: [[UInt8]], on shelf: Shelf) async throws -> [StoredBlob] {
        let segment = try await folder.segment(for: shelf)
        let milliseconds = now().microseconds / 1_000
        let sealed = contents.map { SealedBlob($0, .new(milliseconds: milliseconds), keys: keys) }
        var offset = try await segment.append(sealed.flatMap(\.bytes))
        try await segment.sync()
        return sealed.map { blob in
            var extents = Extents()
            extents.append(offset: offset, count: blob.bytes.count)
            offset += blob.bytes.count
            return blob.stored(on: shelf, at: .segment(segment, extents))
        }
    }

    @discardableResult
    public func removeUnused() async throws -> Int {
        let idle = try await folder.idle(before: now().advanced(bySeconds: -BlobLimits.unfinishedSeconds))
        let unused = try await database.read { transaction in
            try idle.filter { place in
                let named: Int? = try transaction.value(
                    """
                    SELECT 1
                    FROM blob
                    WHERE shelf = \(place.shelf) AND segment = \(place.number)
                    LIMIT 1
                    """)
                return named == nil
            }
        }
        if !unused.isEmpty { try await folder.remove(unused) }
        return unused.count
    }

    public func source(of row: BlobRow) throws -> any BlobSource {
        guard let number = row.segment, let bytes = row.extents else { throw BlobError.elsewhere }
        guard let extents = Extents(bytes: bytes) else { throw BlobError.damaged }
        let place = SegmentPlace(shelf: row.shelf, number: number)
        return try SegmentSource(path: "\(folder.path)/\(place.fileName)", extents: extents)
    }
}

import Blobs
import CivilTime
import SQL
import Sealing
import Synchronization
import TestKit
import Testing

/// The stores are tested alike: files with SQLite, and rows with both databases.
enum StoreKind: String, CaseIterable, Sendable {
    case segments
    case rowsInSQLite
    case rowsInPostgres

    var database: TestDatabase.Kind { self == .rowsInPostgres ? .postgres : .sqlite }
}

/// A clock that a test sets. It begins now, as segment files carry the system's time.
final class TestClock: Sendable {
    private let moment = Mutex(Instant(seconds: 0))

    var now: @Sendable () -> Instant { { [self] in moment.withLock { $0 } } }

    func set(_ to: Instant) { moment.withLock { $0 = to } }

    /// After all that any test could have written.
    static let muchLater = Instant(seconds: 4_000_000_000)
}

func testKeys(in folder: TemporaryFolder) throws -> KeyRing {
    let path = folder.file("keys")
    try KeyRing.create(folder: path)
    return try KeyRing.load(folder: path)
}

func withStore(
    _ kind: StoreKind, _ body: (any BlobStore, TestClock, TemporaryFolder) async throws -> Void
) async throws {
    let folder = try TemporaryFolder()
    let keys = try testKeys(in: folder)
    let clock = TestClock()
    try await withDatabase(kind.database, BlobSchema.migrations) { database in
        let store: any BlobStore =
            switch kind {
            case .segments:
                try SegmentBlobStore(
                    folder: folder.file("blobs"), database: database, keys: keys, now: clock.now,
                    onFailedSync: { Issue.record("a sync failed: \($0)") })
            case .rowsInSQLite, .rowsInPostgres:
                TableBlobStore(database: database, keys: keys, now: clock.now)
            }
        try await body(store, clock, folder)
    }
}

extension BlobStore {
    /// Stores a payload in pieces and inserts its row.
    func keep(_ bytes: [UInt8], on shelf: Shelf = .parked, piece: Int = 100_000) async throws -> StoredBlob {
        let writer = try await begin(shelf)
        for start in stride(from: 0, to: bytes.count, by: piece) {
            try await writer.append(bytes[start..<min(start + piece, bytes.count)])
        }
        let blob = try await writer.finish()
        try await insert(blob)
        return blob
    }

    func insert(_ blob: StoredBlob) async throws {
        try await database.write { transaction in try blob.insert(in: transaction) }
    }

    func whole(_ blob: StoredBlob) async throws -> [UInt8] {
        try await bytes(of: blob.id, limit: 1 << 30)
    }
}

/// Bytes that repeat at no length that matters, quickly made also in a debug build.
func payload(_ count: Int, seed: Int = 1) -> [UInt8] {
    let period = (0..<8_191).map { UInt8(truncatingIfNeeded: ($0 &+ seed) &* 2_654_435_761 >> 13) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count + period.count)
    while bytes.count < count { bytes += period }
    return Array(bytes.prefix(count))
}

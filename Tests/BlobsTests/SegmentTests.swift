import CivilTime
import Glibc
import SQL
import Sealing
import Synchronization
import TestKit
import Testing

@testable import Blobs

@Suite struct SegmentTests {
    @Test func `each shelf and each start has segments of its own, readable by their owner alone`()
        async throws
    {
        try await withSegments { open in
            let first = try open(.max)
            _ = try await first.store.keep(payload(10), on: .parked)
            _ = try await first.store.keep(payload(10), on: .attachments)
            _ = try await first.store.keep(payload(10), on: .parked)
            #expect(first.files == ["attachments-2.segment", "parked-1.segment"])
            let second = try open(.max)
            _ = try await second.store.keep(payload(10), on: .parked)
            #expect(second.files == ["attachments-2.segment", "parked-1.segment", "parked-3.segment"])
            var status = stat()
            #expect(stat(second.path("parked-3.segment"), &status) == 0)
            #expect(status.st_mode & 0o777 == 0o600)
        }
    }

    @Test func `a full segment is followed by another, and a payload stays in one`() async throws {
        try await withSegments { open in
            let opened = try open(1_000_000)
            var blobs: [StoredBlob] = []
            for seed in 1...3 { blobs.append(try await opened.store.keep(payload(2_500_000, seed: seed))) }
            #expect(opened.files.count == 3)
            for (seed, blob) in zip(1...3, blobs) {
                #expect(try await opened.store.whole(blob) == payload(2_500_000, seed: seed))
            }
        }
    }

    @Test func `a segment goes when no row names it, never while it is written or waited for`() async throws {
        try await withSegments { open in
            let old = try open(1)
            let gone = try await old.store.keep(payload(100))
            let kept = try await old.store.keep(payload(100))
            let database = old.store.database
            try await database.write { transaction in try old.store.delete(gone.id, in: transaction) }

            let new = try open(.max)
            let writer = try await new.store.begin(.parked)
            try await writer.append(payload(5_000_000))
            #expect(try await new.store.removeUnused() == 0)
            new.clock.set(TestClock.muchLater)
            #expect(try await new.store.removeUnused() == 1)
            #expect(new.files == ["parked-2.segment", "parked-3.segment"])
            let stored = try await writer.finish()
            #expect(try await new.store.removeUnused() == 0)
            try await new.store.insert(stored)
            #expect(try await new.store.whole(stored).count == 5_000_000)
            #expect(try await new.store.whole(kept) == payload(100))
        }
    }

    @Test(arguments: [0, 65_000, 65_540, 1_048_600, 2_000_000])
    func `a flipped byte is noticed before it is given`(position: Int) async throws {
        try await withSegments { open in
            let opened = try open(.max)
            let blob = try await opened.store.keep(payload(2_100_000))
            let file = Glibc.open(opened.path("parked-1.segment"), O_RDWR)
            var byte: UInt8 = 0
            pread(file, &byte, 1, position)
            byte ^= 1
            pwrite(file, &byte, 1, position)
            close(file)
            var given: [UInt8] = []
            await #expect(throws: BlobError.damaged) {
                for try await piece in try await opened.store.read(blob.id) { given += piece }
            }
            #expect(payload(2_100_000).starts(with: given))
        }
    }

    @Test(arguments: [0, 1, 1_000_000, 2_000_000])
    func `a torn tail is noticed`(length: Int) async throws {
        try await withSegments { open in
            let opened = try open(.max)
            let blob = try await opened.store.keep(payload(2_100_000))
            truncate(opened.path("parked-1.segment"), length)
            await #expect(throws: BlobError.damaged) { try await opened.store.whole(blob) }
            unlink(opened.path("parked-1.segment"))
            await #expect(throws: BlobError.damaged) { try await opened.store.whole(blob) }
        }
    }

    @Test func `another environment's keys open nothing`() async throws {
        try await withSegments { open in
            let opened = try open(.max)
            let blob = try await opened.store.keep(payload(100))
            let other = TableBlobStore(
                database: opened.store.database, keys: try testKeys(in: TemporaryFolder()),
                now: opened.clock.now)
            await #expect(throws: SealingError.self) { try await other.whole(blob) }
        }
    }

    @Test func `nothing of a payload is in its segment in the clear`() async throws {
        try await withSegments { open in
            let opened = try open(.max)
            _ = try await opened.store.keep(Array(repeating: UInt8(ascii: "A"), count: 200_000))
            let file = Glibc.open(opened.path("parked-1.segment"), O_RDONLY)
            var bytes = [UInt8](repeating: 0, count: 300_000)
            let count = read(file, &bytes, bytes.count)
            close(file)
            #expect(count > 200_000)
            #expect(
                !bytes.prefix(count).split(separator: UInt8(ascii: "A"), omittingEmptySubsequences: false)
                    .isEmpty)
            let run = [UInt8](repeating: UInt8(ascii: "A"), count: 8)
            #expect(bytes.prefix(count).firstRange(of: run) == nil)
        }
    }
}

struct OpenedSegments {
    let store: SegmentBlobStore
    let clock: TestClock
    let folder: String

    var files: [String] {
        guard let listing = opendir(folder) else { return [] }
        defer { closedir(listing) }
        var names: [String] = []
        while let entry = readdir(listing) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name.hasSuffix(".segment") { names.append(name) }
        }
        return names.sorted()
    }

    func path(_ name: String) -> String { "\(folder)/\(name)" }
}

/// Lends a body the way to open (as at a start) a store of segments with a limit of its own.
func withSegments(
    sync: (@Sendable (Int32) -> Int32)? = nil, onFailedSync: (@Sendable (String) -> Void)? = nil,
    _ body: ((Int) throws -> OpenedSegments) async throws -> Void
) async throws {
    let folder = try TemporaryFolder()
    let keys = try testKeys(in: folder)
    var faults = SegmentFaults(onFailedSync: onFailedSync ?? { Issue.record("a sync failed: \($0)") })
    if let sync { faults.sync = sync }
    let path = folder.file("blobs")
    try await withDatabase(.sqlite, BlobSchema.migrations) { database in
        try await body { limit in
            let clock = TestClock()
            let store = try SegmentBlobStore(
                folder: path, database: database, keys: keys, now: clock.now, segmentByteLimit: limit,
                faults: faults)
            return OpenedSegments(store: store, clock: clock, folder: path)
        }
    }
}

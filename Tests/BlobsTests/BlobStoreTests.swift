import Blobs
import CivilTime
import Crypto
import SQL
import Testing

@Suite struct BlobStoreTests {
    @Test(arguments: StoreKind.allCases, [0, 1, 65_536, 1_000_000, 3_300_001])
    func `a payload comes back as it was stored`(kind: StoreKind, count: Int) async throws {
        try await withStore(kind) { store, _, _ in
            let bytes = payload(count)
            let blob = try await store.keep(bytes)
            #expect(blob.length == count)
            #expect(blob.sha256 == Array(SHA256.hash(data: bytes)))
            #expect(try await store.whole(blob) == bytes)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `payloads written side by side do not mix`(kind: StoreKind) async throws {
        try await withStore(kind) { store, _, _ in
            let blobs = try await withThrowingTaskGroup(of: (Int, StoredBlob).self) { group in
                for seed in 1...6 {
                    group.addTask { (seed, try await store.keep(payload(2_500_000, seed: seed))) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            for (seed, blob) in blobs {
                #expect(try await store.whole(blob) == payload(2_500_000, seed: seed))
            }
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `several payloads are stored at once, each with a key of its own`(kind: StoreKind) async throws {
        try await withStore(kind) { store, _, _ in
            let contents = [payload(10), [], payload(200_000), payload(10)]
            let blobs = try await store.store(contents, on: .attachments)
            try await store.database.write { transaction in
                for blob in blobs { try blob.insert(in: transaction) }
            }
            for (blob, bytes) in zip(blobs, contents) {
                #expect(try await store.whole(blob) == bytes)
            }
            #expect(Set(blobs.map(\.id)).count == 4)
            #expect(blobs[0].sha256 == blobs[3].sha256)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `a deleted payload is gone, the others stay`(kind: StoreKind) async throws {
        try await withStore(kind) { store, _, _ in
            let gone = try await store.keep(payload(2_000_000, seed: 1))
            let kept = try await store.keep(payload(2_000_000, seed: 2))
            try await store.database.write { transaction in try store.delete(gone.id, in: transaction) }
            await #expect(throws: BlobError.notFound) { try await store.whole(gone) }
            #expect(try await store.whole(kept) == payload(2_000_000, seed: 2))
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `a payload longer than the reader can take is not read`(kind: StoreKind) async throws {
        try await withStore(kind) { store, _, _ in
            let blob = try await store.keep(payload(1_001))
            await #expect(throws: BlobError.tooLong(bytes: 1_001, limit: 1_000)) {
                try await store.bytes(of: blob.id, limit: 1_000)
            }
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `a payload without its row is not there, and an undone act leaves none`(kind: StoreKind) async throws
    {
        struct Undone: Error {}
        try await withStore(kind) { store, _, _ in
            let writer = try await store.begin(.parked)
            try await writer.append(payload(100))
            let blob = try await writer.finish()
            await #expect(throws: Undone.self) {
                try await store.database.write { transaction in
                    try blob.insert(in: transaction)
                    throw Undone()
                }
            }
            await #expect(throws: BlobError.notFound) { try await store.whole(blob) }
        }
    }

    @Test(arguments: [StoreKind.rowsInSQLite, .rowsInPostgres])
    func `rows that were never finished are removed after a while, and cannot be named then`(
        kind: StoreKind
    )
        async throws
    {
        try await withStore(kind) { store, clock, _ in
            let writer = try await store.begin(.parked)
            try await writer.append(payload(3_000_000))
            #expect(try await store.removeUnused() == 0)
            clock.set(Instant(seconds: 86_401))
            let late = try await writer.finish()
            #expect(try await store.removeUnused() == 1)
            await #expect(throws: BlobError.expired) { try await store.insert(late) }
            #expect(try await rowCount(in: store) == 0)
        }
    }

    @Test(arguments: [StoreKind.rowsInSQLite, .rowsInPostgres])
    func `what a writer abandons leaves no rows`(kind: StoreKind) async throws {
        try await withStore(kind) { store, _, _ in
            let writer = try await store.begin(.parked)
            try await writer.append(payload(3_000_000))
            #expect(try await rowCount(in: store) > 0)
            await writer.abandon()
            #expect(try await rowCount(in: store) == 0)
        }
    }
}

private func rowCount(in store: any BlobStore) async throws -> Int {
    try await store.database.read { transaction in
        let counted: Int? = try transaction.value("SELECT COUNT(*) FROM blob_chunk")
        return counted ?? 0
    }
}

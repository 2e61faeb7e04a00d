public import CivilTime
public import SQL
public import Sealing

/// Blobs as rows: for PostgreSQL, whose replication carries them to the standbys with everything else.
public final class TableBlobStore: BlobStore {
    public let database: any Database
    public let keys: KeyRing
    private let now: @Sendable () -> Instant

    public init(database: any Database, keys: KeyRing, now: @escaping @Sendable () -> Instant) {
        self.database = database
        self.keys = keys
        self.now = now
    }

    public func begin(_ shelf: Shelf) async throws -> sending BlobWriter {
        let id = Identifier<Blob>.new(milliseconds: now().microseconds / 1_000)
        return BlobWriter(id, on: shelf, keys: keys, sink: RowSink(id, database: database, now: now))
    }

    /// Short payloads become rows in the transaction that inserts them; each long one is written on its own.
    public func store(_ contents: [[UInt8]], on shelf: Shelf) async throws -> [StoredBlob] {
        var stored: [StoredBlob] = []
        for bytes in contents {
            let writer = try await begin(shelf)
            try await writer.append(bytes)
            stored.append(try await writer.finish())
        }
        return stored
    }

    @discardableResult
    public func removeUnused() async throws -> Int {
        let moment = now().advanced(bySeconds: -BlobLimits.unfinishedSeconds)
        return try await database.write { transaction in
            try BlobRows.removeUnfinished(before: moment, in: transaction)
        }
    }

    public func source(of row: BlobRow) throws -> any BlobSource {
        guard row.segment == nil else { throw BlobError.elsewhere }
        return RowSource(id: row.id, database: database)
    }
}

/// Reads one blob row by row.
private struct RowSource: BlobSource {
    let id: Identifier<Blob>
    let database: any Database

    func piece(_ number: Int) async throws -> [UInt8]? {
        let id = id
        return try await database.read { transaction in
            try BlobRows.piece(number, of: id, in: transaction)
        }
    }
}

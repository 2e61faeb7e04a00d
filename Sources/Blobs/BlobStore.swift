import CivilTime
public import SQL
public import Sealing

/// Keeps large payloads: sealed, each with a key of its own, so that deleting its row erases it, in backups
/// too.
///
/// Two production conformers: ``SegmentBlobStore`` (files, with an embedded database) and ``TableBlobStore``
/// (rows, which replication carries).
public protocol BlobStore: Sendable {
    var database: any Database { get }
    var keys: KeyRing { get }

    /// Begins a payload that arrives in pieces.
    func begin(_ shelf: Shelf) async throws -> sending BlobWriter

    /// Keeps several payloads that are in memory; they share one write and one sync.
    func store(_ contents: [[UInt8]], on shelf: Shelf) async throws -> [StoredBlob]

    /// Frees what no row names any more and what was never finished. Gives the number of things freed.
    /// For a periodic task; what is being written stays.
    @discardableResult
    func removeUnused() async throws -> Int

    /// The sealed bytes of a blob, in pieces.
    func source(of row: BlobRow) throws -> any BlobSource
}

extension BlobStore {
    /// The payload in pieces, each verified before it is given; the last only after the whole was.
    public func read(_ id: Identifier<Blob>) async throws -> BlobContents {
        let row = try await database.read { transaction in try BlobRow.find(id, in: transaction) }
        guard let row else { throw BlobError.notFound }
        return BlobContents(row: row, key: try keys.unwrap(row.wrappedKey), source: try source(of: row))
    }

    /// The whole payload. The limit is what the caller can hold; a longer one is not read at all.
    public func bytes(of id: Identifier<Blob>, limit: Int) async throws -> [UInt8] {
        let contents = try await read(id)
        guard contents.length <= limit else { throw BlobError.tooLong(bytes: contents.length, limit: limit) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(contents.length)
        for try await piece in contents { bytes += piece }
        return bytes
    }

    /// Deletes the row and with it the key: the payload can never be read again. Its bytes go later.
    public func delete(_ id: Identifier<Blob>, in transaction: any Transaction) throws {
        try transaction.run("DELETE FROM blob_chunk WHERE blob_id = \(id)")
        try transaction.run("DELETE FROM blob WHERE id = \(id)")
    }
}

enum BlobLimits {
    /// Sealed bytes gathered before they are written: large enough for few system calls, small enough for
    /// many writers at once.
    static let flushByteCount = 1 << 20
    /// What was stored and not named by a row after this time is taken for abandoned. No act takes so long,
    /// not even a list of all accounts, for which agreements allow hours.
    static let unfinishedSeconds: Int64 = 86_400
}

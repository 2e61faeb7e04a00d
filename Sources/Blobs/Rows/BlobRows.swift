import CivilTime
import SQL

/// Sealed bytes as rows. Those written before their blob's row exists are marked unfinished, so that what is
/// never finished can be found and removed.
enum BlobRows {
    static func begin(_ id: Identifier<Blob>, at now: Instant, in transaction: any Transaction) throws {
        try transaction.run("INSERT INTO blob_unfinished (blob_id, begun_at) VALUES (\(id), \(now))")
    }

    static func insert(
        _ bytes: [UInt8], ordinal: Int, of id: Identifier<Blob>, in transaction: any Transaction
    ) throws {
        try transaction.run(
            "INSERT INTO blob_chunk (blob_id, ordinal, bytes) VALUES (\(id), \(ordinal), \(bytes))")
    }

    /// Takes the mark away. No mark means that the rows were removed as abandoned.
    static func finish(_ id: Identifier<Blob>, in transaction: any Transaction) throws {
        let unmarked = try transaction.run("DELETE FROM blob_unfinished WHERE blob_id = \(id)")
        guard unmarked == 1 else { throw BlobError.expired }
    }

    static func abandon(_ id: Identifier<Blob>, in transaction: any Transaction) throws {
        try transaction.run("DELETE FROM blob_unfinished WHERE blob_id = \(id)")
        try transaction.run("DELETE FROM blob_chunk WHERE blob_id = \(id)")
    }

    /// Removes what was begun before the moment and never finished, a bounded number at a time.
    static func removeUnfinished(before moment: Instant, in transaction: any Transaction) throws -> Int {
        let ids = try transaction.rows(
            """
            SELECT blob_id
            FROM blob_unfinished
            WHERE begun_at < \(moment)
            ORDER BY begun_at
            LIMIT 100
            """
        ) { row in try row.next(Identifier<Blob>.self) }
        for id in ids { try abandon(id, in: transaction) }
        return ids.count
    }

    static func piece(
        _ number: Int, of id: Identifier<Blob>, in transaction: any Transaction
    ) throws -> [UInt8]? {
        try transaction.value(
            "SELECT bytes FROM blob_chunk WHERE blob_id = \(id) AND ordinal = \(number)")
    }
}

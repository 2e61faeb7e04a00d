import SQL

/// What the database knows of a blob.
public struct BlobRow: Sendable {
    let id: Identifier<Blob>
    let shelf: Shelf
    let length: Int
    let sha256: [UInt8]
    let wrappedKey: [UInt8]
    let segment: Int?
    let extents: [UInt8]?

    static func find(_ id: Identifier<Blob>, in transaction: any Transaction) throws -> BlobRow? {
        try transaction.first(
            "SELECT shelf, length, sha256, wrapped_key, segment, extents FROM blob WHERE id = \(id)"
        ) { row in
            BlobRow(
                id: id, shelf: try row.next(), length: try row.next(), sha256: try row.next(),
                wrappedKey: try row.next(), segment: try row.next(), extents: try row.next())
        }
    }
}

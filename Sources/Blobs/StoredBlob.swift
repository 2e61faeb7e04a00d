public import SQL

/// What an `Identifier<Blob>` names.
public enum Blob {}

/// A payload whose bytes are kept, and which no row names yet. Insert it in the act's transaction; if that
/// never happens, the bytes are removed after a while.
public struct StoredBlob: Sendable {
    public let id: Identifier<Blob>
    public let shelf: Shelf
    /// The number of bytes before sealing.
    public let length: Int
    /// Of the bytes before sealing: tells whether something came a second time unchanged.
    public let sha256: [UInt8]
    let wrappedKey: [UInt8]
    let place: BlobPlace

    /// Writes the row that names the bytes. They are on disk already, or go there with this transaction.
    public func insert(in transaction: any Transaction) throws {
        try place.settle(id, in: transaction)
        let segment = place.segmentNumber
        let extents = place.extents
        try transaction.run(
            """
            INSERT INTO blob (id, shelf, length, sha256, wrapped_key, segment, extents)
            VALUES (\(id), \(shelf), \(length), \(sha256), \(wrappedKey), \(segment), \(extents))
            """)
    }
}

/// Where the sealed bytes are.
enum BlobPlace: Sendable {
    /// In a segment file. Holding on to the segment keeps it from being removed.
    case segment(Segment, Extents)
    /// In rows, in their own transactions, marked as unfinished until the blob's row is there.
    case rows
    /// Still in memory, few enough to become a row in the act's own transaction.
    case memory([UInt8])

    fileprivate var segmentNumber: Int? {
        if case .segment(let segment, _) = self { segment.place.number } else { nil }
    }

    fileprivate var extents: [UInt8]? {
        if case .segment(_, let extents) = self { extents.bytes } else { nil }
    }

    fileprivate func settle(_ id: Identifier<Blob>, in transaction: any Transaction) throws {
        switch self {
        case .segment: break
        case .rows: try BlobRows.finish(id, in: transaction)
        case .memory(let bytes): try BlobRows.insert(bytes, ordinal: 0, of: id, in: transaction)
        }
    }
}

/// What can go wrong with a large payload.
public enum BlobError: Error, Equatable, Sendable {
    /// No row names the blob: it was never stored, or it was deleted.
    case notFound
    /// The bytes are not those that were stored: changed, cut off or missing.
    case damaged
    /// The blob is longer than the reader can take.
    case tooLong(bytes: Int, limit: Int)
    /// The row was written by the other kind of store: embedded segments and rows in the database do not mix.
    case elsewhere
    /// The blob was removed as abandoned before its row was inserted; store it again.
    case expired
    /// The operating system refused to write, such as when the disk is full.
    case cannotWrite(path: String, reason: String)
    /// The operating system refused to read.
    case cannotRead(path: String, reason: String)
    /// A sync failed. What was written since the last one may be lost; the process must end.
    case notSynced(path: String, reason: String)
}

extension BlobError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notFound: "there is no such payload; it may have been deleted"
        case .damaged: "a stored payload was changed or cut off; restore it from the backup"
        case .tooLong(let bytes, let limit): "a payload has \(bytes) bytes where at most \(limit) can be read"
        case .elsewhere: "a payload was stored by the other kind of store (segment files or rows)"
        case .expired: "a payload was removed before the act that stored it ended; try again"
        case .cannotWrite(let path, let reason): "cannot write \(path): \(reason)"
        case .cannotRead(let path, let reason): "cannot read \(path): \(reason)"
        case .notSynced(let path, let reason): "cannot sync \(path): \(reason)"
        }
    }
}

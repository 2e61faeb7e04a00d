public import SQL

/// Where a message lies in somebody's box.
public enum Place: Sendable, Hashable {
    /// Where messages arrive.
    case box
    case archive
    /// Thrown away: can be taken back until its term has passed, then it is erased.
    case bin
    case folder(Folder.ID)
}

/// Stored as a number, so that a place costs one byte in the indexes of the list; folders begin at
/// ``Folder/ID/lowest``.
extension Place: Storable {
    /// Where what was erased lies, which no list shows and which nothing leaves.
    static let erased: Int64 = 3

    public var value: Value {
        switch self {
        case .box: .integer(0)
        case .archive: .integer(1)
        case .bin: .integer(2)
        case .folder(let id): id.value
        }
    }

    public init?(value: Value) {
        switch value {
        case .integer(0): self = .box
        case .integer(1): self = .archive
        case .integer(2): self = .bin
        default:
            guard let id = Folder.ID(value: value) else { return nil }
            self = .folder(id)
        }
    }
}

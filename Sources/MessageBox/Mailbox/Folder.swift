import Identity
public import SQL
import Sealing

/// A folder that somebody made in the own box. Its name is sealed under the person's key.
public struct Folder: Sendable {
    /// Tells a person's folders apart. It means nothing beside the person: nobody can name another's folder.
    public struct ID: Sendable, Hashable, Storable, LosslessStringConvertible {
        let number: Int64

        /// The numbers below are the places that every box has.
        static let lowest: Int64 = 16

        /// Drawn by lot, so that a page that was open when its folder went never means a newer one.
        static func new() -> ID {
            ID(number: Int64.random(in: lowest...Int64(Int32.max)))
        }

        init(number: Int64) {
            self.number = number
        }

        public init?(_ text: String) {
            guard let number = Int64(text), String(number) == text else { return nil }
            self.init(value: .integer(number))
        }

        public var description: String { "\(number)" }
        public var value: Value { .integer(number) }

        public init?(value: Value) {
            guard case .integer(let number) = value, (Self.lowest...Int64(Int32.max)).contains(number) else {
                return nil
            }
            self.number = number
        }
    }

    public let id: ID
    public let name: String
    /// Unread messages in it, counted no further than ``Mailbox/unreadLimit``.
    public let unreadCount: Int

    public init(id: ID, name: String, unreadCount: Int) {
        self.id = id
        self.name = name
        self.unreadCount = unreadCount
    }
}

/// The name of a folder: what people typed, without space around it.
public struct FolderName: Sendable, Equatable {
    public let text: String

    /// What fits beside a count in the narrowest menu, on two lines.
    public static let scalarLimit = 40

    /// Nil when it is empty, too long, or holds a line end or another control character.
    public init?(_ text: String) {
        let scalars = text.unicodeScalars
        let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
        guard let first = scalars.firstIndex(where: { !isSpace($0) }),
            let last = scalars.lastIndex(where: { !isSpace($0) })
        else { return nil }
        let trimmed = scalars[first...last]
        guard trimmed.count <= Self.scalarLimit,
            trimmed.allSatisfy({ $0.properties.generalCategory != .control })
        else { return nil }
        self.text = String(trimmed)
    }

    /// Two folders whose names differ in capitals only cannot be told apart by ear.
    func isHeard(as other: String) -> Bool {
        text.lowercased() == other.lowercased()
    }
}

extension SealContext {
    static func folderName(_ person: Person.ID, _ folder: Folder.ID) -> SealContext {
        SealContext(purpose: "folder.name", id: person.bytes + bigEndian(folder.number))
    }

    static func bigEndian(_ number: Int64) -> [UInt8] {
        stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> Int64($0)) }
    }
}

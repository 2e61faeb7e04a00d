public import SQL

/// The number of an organisation in the Dutch government's register: twenty ASCII digits, not all zero.
///
/// No elfproef applies: only some of its prefixes hold a number that has one.
public struct OIN: Hashable, Sendable {
    public let digits: String

    public init?(_ text: String) {
        let characters = Array(text.utf8)
        guard characters.count == 20, characters.allSatisfy({ (0x30...0x39).contains($0) }),
            characters.contains(where: { $0 != 0x30 })
        else { return nil }
        digits = text
    }
}

extension OIN: CustomStringConvertible {
    public var description: String { digits }
}

extension OIN: Storable {
    public var value: Value { .text(digits) }

    public init?(value: Value) {
        guard case .text(let stored) = value else { return nil }
        self.init(stored)
    }
}

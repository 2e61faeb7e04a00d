import Identity
public import SQL

/// An organisation's own id of a case, as it stands in addresses: 1 to 64 letters, digits, dots, hyphens and
/// underscores, and never a BSN.
public struct CaseKey: Hashable, Sendable, Storable {
    public let text: String

    public init?(_ text: String) {
        let isPlain = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"):
                true
            default: false
            }
        }
        // Nine digits that pass the elfproef are somebody's number: it would stand in addresses and logs.
        guard isPlain, (1...64).contains(text.utf8.count), BSN(text) == nil else { return nil }
        self.text = text
    }

    static let meaning = "id van 1 tot 64 letters, cijfers, punten en streepjes (en geen BSN)"

    public var value: Value { .text(text) }

    public init?(value: Value) {
        guard case .text(let stored) = value else { return nil }
        self.init(stored)
    }
}

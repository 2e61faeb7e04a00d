/// The id of one kind of thing: a UUID of version 7, so that ids sort by the moment they were made.
///
/// `Identifier<Message>` and `Identifier<Account>` are different types: no id can be passed for another.
/// Stored as 16 bytes, shown as text in lower case.
public struct Identifier<Entity>: Hashable, Sendable {
    private let high: UInt64
    private let low: UInt64

    private init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// A new id for a moment given in milliseconds since 1970; the rest is drawn from the generator (RFC 9562
    /// §5.7).
    public static func new(
        milliseconds: Int64, using generator: inout some RandomNumberGenerator
    ) -> Identifier {
        precondition(milliseconds >= 0 && milliseconds < 1 << 48, "UUIDv7 holds 48 bits of milliseconds")
        let high = UInt64(milliseconds) << 16 | 0x7000 | UInt64.random(in: 0...0x0fff, using: &generator)
        let low = 0x8000_0000_0000_0000 | UInt64.random(in: 0...0x3fff_ffff_ffff_ffff, using: &generator)
        return Identifier(high: high, low: low)
    }

    public static func new(milliseconds: Int64) -> Identifier {
        var generator = SystemRandomNumberGenerator()
        return new(milliseconds: milliseconds, using: &generator)
    }

    /// Sorts before every other id: where a keyset page starts.
    public static var lowest: Identifier { Identifier(high: 0, low: 0) }

    /// The moment the id was made, in milliseconds since 1970.
    public var milliseconds: Int64 {
        Int64(high >> 16)
    }

    public var bytes: [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: high >> (56 - 8 * $0)) }
            + (0..<8).map { UInt8(truncatingIfNeeded: low >> (56 - 8 * $0)) }
    }
}

extension Identifier: Comparable {
    public static func < (left: Identifier, right: Identifier) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }
}

extension Identifier: Storable {
    public var value: Value { .bytes(bytes) }

    public init?(value: Value) {
        guard case .bytes(let stored) = value, stored.count == 16 else { return nil }
        high = stored[0..<8].reduce(0) { $0 << 8 | UInt64($1) }
        low = stored[8..<16].reduce(0) { $0 << 8 | UInt64($1) }
    }
}

extension Identifier: LosslessStringConvertible {
    /// 36 ASCII characters, `xxxxxxxx-xxxx-7xxx-xxxx-xxxxxxxxxxxx`.
    public var description: String {
        var text: [UInt8] = []
        text.reserveCapacity(36)
        for (index, byte) in bytes.enumerated() {
            if index == 4 || index == 6 || index == 8 || index == 10 { text.append(UInt8(ascii: "-")) }
            text.append(hexDigits[Int(byte >> 4)])
            text.append(hexDigits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    public init?(_ text: String) {
        let characters = Array(text.utf8)
        guard characters.count == 36 else { return nil }
        var bytes: [UInt8] = []
        var nibbles: [UInt8] = []
        for (index, character) in characters.enumerated() {
            if index == 8 || index == 13 || index == 18 || index == 23 {
                guard character == UInt8(ascii: "-") else { return nil }
            } else {
                guard let nibble = nibbleValue(character) else { return nil }
                nibbles.append(nibble)
            }
        }
        for pair in stride(from: 0, to: 32, by: 2) {
            bytes.append(nibbles[pair] << 4 | nibbles[pair + 1])
        }
        self.init(value: .bytes(bytes))
    }
}

private let hexDigits = Array("0123456789abcdef".utf8)

private func nibbleValue(_ character: UInt8) -> UInt8? {
    switch character {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): character - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): character - UInt8(ascii: "A") + 10
    default: nil
    }
}

public import Identity

/// Nine digits that an afnemer asks about: a citizen service number, or a mistyped one that nobody has.
///
/// Packed, since lists hold a million. It never prints itself, as it may be somebody's.
public struct CitizenNumber: Hashable, Sendable {
    let packed: UInt32

    static let byteCount = 4
    private static let digitCount = 9

    /// Nil for anything but nine ASCII digits.
    public init?(_ text: String) {
        var value: UInt32 = 0
        var count = 0
        for byte in text.utf8 {
            guard (0x30...0x39).contains(byte), count < Self.digitCount else { return nil }
            value = value * 10 + UInt32(byte - 0x30)
            count += 1
        }
        guard count == Self.digitCount else { return nil }
        packed = value
    }

    init(_ bsn: BSN) {
        packed = bsn.digits.utf8.reduce(0) { $0 * 10 + UInt32($1 - 0x30) }
    }

    /// From the four bytes of ``appendPacked(to:)``.
    init(packed bytes: ArraySlice<UInt8>) {
        packed = bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }

    func appendPacked(to bytes: inout [UInt8]) {
        for shift in stride(from: 24, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: packed >> UInt32(shift)))
        }
    }

    /// The nine digits, to echo to whoever sent them.
    public var digits: String { String(decoding: ascii, as: UTF8.self) }

    var ascii: [UInt8] {
        var rest = packed
        var digits = [UInt8](repeating: 0x30, count: Self.digitCount)
        for index in digits.indices.reversed() {
            digits[index] += UInt8(rest % 10)
            rest /= 10
        }
        return digits
    }

    /// Nil when nobody can have this number: it fails the elfproef.
    public var bsn: BSN? { BSN(digits) }
}

extension CitizenNumber: CustomStringConvertible, CustomDebugStringConvertible {
    public var description: String { "•••" }
    public var debugDescription: String { "•••" }
}

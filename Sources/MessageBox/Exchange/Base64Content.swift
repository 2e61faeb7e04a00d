/// The bytes of an attachment, decoded as they come in.
///
/// What counts as base64 is what libxml2 takes for `xs:base64Binary`: any character outside the alphabet is
/// passed over, as RFC 2045 has mail readers do, padding must fit the digits before it, and the bits of the
/// last digit that make no byte must be zero.
struct Base64Content {
    private var bytes: [UInt8] = []
    private let byteLimit: Int
    private(set) var byteCount = 0
    private var digits = 0
    private var bits: UInt32 = 0
    private var lastDigit: UInt8 = 0
    private var padding = 0
    private var isBroken = false

    init(byteLimit: Int) {
        self.byteLimit = byteLimit
    }

    mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
        var rest = piece[...]
        while !isBroken, let character = rest.first {
            var taken = 0
            if digits % 4 == 0, padding == 0, Self.values[Int(character)] < 64 {
                taken = appendQuads(UnsafeBufferPointer(rebasing: rest))
            }
            if taken == 0 {
                take(character)
                taken = 1
            }
            rest = rest.dropFirst(taken)
        }
    }

    /// Decodes four digits at a time up to the first character that is none; answers how many characters that
    /// took.
    private mutating func appendQuads(_ piece: UnsafeBufferPointer<UInt8>) -> Int {
        var quads = min(piece.count / 4, Self.quadsAtOnce)
        let isKept = byteCount <= byteLimit
        if isKept { quads = min(quads, (byteLimit - byteCount) / 3 + 1) }
        let start = bytes.count
        if isKept { bytes.append(contentsOf: repeatElement(0, count: quads * 3)) }
        let block = UnsafeBufferPointer(rebasing: piece.prefix(quads * 4))
        let taken = bytes.withUnsafeMutableBufferPointer { target in
            Self.values.withUnsafeBufferPointer { values in
                Self.decodeQuads(block, values, into: isKept ? target.baseAddress.map { $0 + start } : nil)
            }
        }
        if isKept { bytes.removeLast((quads - taken) * 3) }
        guard taken > 0 else { return 0 }
        lastDigit = Self.values[Int(block[taken * 4 - 1])]
        digits += taken * 4
        count(taken * 3)
        return taken * 4
    }

    /// Room is made for so many quads before it is known how many there are: few, since lines may be short.
    private static let quadsAtOnce = 256

    private static func decodeQuads(
        _ piece: UnsafeBufferPointer<UInt8>, _ values: UnsafeBufferPointer<UInt8>,
        into target: UnsafeMutablePointer<UInt8>?
    ) -> Int {
        var quad = 0
        while quad < piece.count / 4 {
            let first = values[Int(piece[4 * quad])]
            let second = values[Int(piece[4 * quad + 1])]
            let third = values[Int(piece[4 * quad + 2])]
            let fourth = values[Int(piece[4 * quad + 3])]
            guard first | second | third | fourth < 64 else { break }
            if let target {
                target[3 * quad] = first << 2 | second >> 4
                target[3 * quad + 1] = second << 4 | third >> 2
                target[3 * quad + 2] = third << 6 | fourth
            }
            quad += 1
        }
        return quad
    }

    private mutating func take(_ character: UInt8) {
        if character == UInt8(ascii: "=") {
            padding += 1
            return
        }
        let value = Self.values[Int(character)]
        guard value < 64 else { return }
        guard padding == 0 else {
            isBroken = true
            return
        }
        lastDigit = value
        bits = bits << 6 | UInt32(value)
        digits += 1
        if digits % 4 == 0 { keep(bits, 3) }
    }

    /// Keeps the upper bytes of 24 bits.
    private mutating func keep(_ bits: UInt32, _ number: Int) {
        if byteCount + number <= byteLimit {
            for index in 0..<number { bytes.append(UInt8(truncatingIfNeeded: bits >> (16 - 8 * index))) }
        }
        count(number)
    }

    private mutating func count(_ number: Int) {
        byteCount += number
        if byteCount > byteLimit { bytes = [] }
    }

    /// Ends the content; nil when it is no base64 or has no bytes at all (`minLength` 1).
    mutating func finish() -> OfferedAttachment.Content? {
        switch (padding, digits % 4) {
        case (0, 0): break
        case (1, 3) where lastDigit & 0b11 == 0: keep(bits << 6, 2)
        case (2, 2) where lastDigit & 0b1111 == 0: keep(bits << 12, 1)
        default: isBroken = true
        }
        guard !isBroken, byteCount > 0 else { return nil }
        return byteCount > byteLimit ? .tooLarge(byteCount: byteCount) : .bytes(bytes)
    }

    /// The value of each character; 255 for what is none of the 64.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 255, count: 256)
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        for (value, character) in alphabet.utf8.enumerated() { values[Int(character)] = UInt8(value) }
        return values
    }()
}

extension OfferedAttachment.Content {
    /// The content of base64 that is there as a whole, by the same rules; nil when it is none, or has no
    /// bytes.
    public init?(base64 text: String, byteLimit: Int) {
        var content = Base64Content(byteLimit: byteLimit)
        var copy = text
        copy.withUTF8 { content.append($0) }
        guard let finished = content.finish() else { return nil }
        self = finished
    }
}

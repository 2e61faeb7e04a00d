/// Header values as a mail carries them (RFC 5322, RFC 2047).
enum Header {
    /// A line break in a value would begin a header of the writer's choice; no control character has a place
    /// in one.
    static func check(_ value: String) throws(MailError) {
        guard value.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7f }) else {
            throw .invalid("a header holds a line break or a control character")
        }
    }

    /// The text itself where it is short plain ASCII, otherwise encoded words, folded so that no line is too
    /// long.
    static func text(_ value: String) -> String {
        let isPlain =
            value.utf8.count <= plainByteLimit && value.utf8.allSatisfy { $0 < 0x7f }
            && !value.contains("=?")
        return isPlain ? value : encodedWords(value)
    }

    static func mailbox(_ address: MailAddress) -> String {
        guard let name = address.name else { return "<\(address.address)>" }
        let isAtom = name.utf8.count <= plainByteLimit && name.utf8.allSatisfy(isAtomOrSpace)
        return "\(isAtom ? name : encodedWords(name)) <\(address.address)>"
    }

    /// Each word holds whole scalars, so that a reader can decode it by itself (RFC 2047 §5).
    private static func encodedWords(_ value: String) -> String {
        var words: [String] = []
        var waiting: [UInt8] = []
        for scalar in value.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if waiting.count + bytes.count > bytesPerWord {
                words.append("=?UTF-8?B?\(Base64.text(waiting))?=")
                waiting.removeAll()
            }
            waiting += bytes
        }
        words.append("=?UTF-8?B?\(Base64.text(waiting))?=")
        return words.joined(separator: "\r\n ")
    }

    private static func isAtomOrSpace(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    /// With the header's name this stays within the 78 characters that a line should have.
    private static let plainByteLimit = 60
    /// 39 bytes are 52 characters of base64; with its frame and the header's name the line stays under 78.
    private static let bytesPerWord = 39
}

enum Base64 {
    static func text(_ bytes: [UInt8]) -> String {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let three = bytes[start..<min(start + 3, bytes.count)]
            let bits = three.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << (8 * (3 - UInt32(three.count)))
            for place in 0..<4 {
                let isPadding = place > three.count
                let digit = digits[Int(bits >> (18 - 6 * UInt32(place))) & 63]
                text.append(isPadding ? UInt8(ascii: "=") : digit)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}

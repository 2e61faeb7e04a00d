/// A function with its body, in lines from the brace that opens it to the one that closes it.
struct FunctionSize: Sendable {
    let line: Int
    let lineCount: Int

    /// Every `func`, `init`, `deinit` and `subscript` of a file that has a body.
    static func all(in code: String) -> [FunctionSize] {
        let bytes = Array(code.utf8)
        var line = 1
        var sizes: [FunctionSize] = []
        var position = 0
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "\n") { line += 1 }
            guard let word = word(at: position, in: bytes) else {
                position += 1
                continue
            }
            let isCall = position > 0 && bytes[position - 1] == UInt8(ascii: ".")
            if introducers.contains(word), !isCall,
                let body = body(after: position + word.utf8.count, in: bytes)
            {
                sizes.append(
                    FunctionSize(line: line, lineCount: bytes[body].count { $0 == UInt8(ascii: "\n") } + 1))
            }
            position += word.utf8.count
        }
        return sizes
    }

    private static let introducers: Set = ["func", "init", "deinit", "subscript"]
    /// What can only follow a requirement of a protocol, which has no body.
    private static let nextDeclaration: Set = [
        "func", "var", "init", "static", "mutating", "subscript", "associatedtype",
    ]

    /// The range from brace to brace. A closure within parentheses, such as a default argument, is not the
    /// body.
    private static func body(after start: Int, in bytes: [UInt8]) -> ClosedRange<Int>? {
        var depth = 0
        var position = start
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "{") where depth == 0: return closing(of: position, in: bytes)
            case UInt8(ascii: "}") where depth == 0: return nil
            default:
                if depth == 0, let word = word(at: position, in: bytes) {
                    if nextDeclaration.contains(word) { return nil }
                    position += word.utf8.count - 1
                }
            }
            position += 1
        }
        return nil
    }

    private static func closing(of open: Int, in bytes: [UInt8]) -> ClosedRange<Int>? {
        var depth = 0
        for position in open..<bytes.count {
            if bytes[position] == UInt8(ascii: "{") { depth += 1 }
            if bytes[position] == UInt8(ascii: "}") { depth -= 1 }
            if depth == 0 { return open...position }
        }
        return nil
    }

    /// The word that begins here, if one does.
    private static func word(at position: Int, in bytes: [UInt8]) -> String? {
        guard isWordByte(bytes[position]), position == 0 || !isWordByte(bytes[position - 1]) else {
            return nil
        }
        return String(decoding: bytes[position...].prefix(while: isWordByte), as: UTF8.self)
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }
}

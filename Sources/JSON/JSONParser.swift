/// Reads JSON by descent, from the first byte to the last.
struct JSONParser {
    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func document() throws(JSONError) -> JSONValue {
        let value = try value()
        skipSpace()
        guard position == bytes.count else { throw fault }
        return value
    }

    private var fault: JSONError { JSONError(offset: position) }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipSpace() {
        while let byte = next, [0x20, 0x09, 0x0a, 0x0d].contains(byte) { position += 1 }
    }

    /// Whether the byte stands here; if so it is passed.
    private mutating func pass(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func value() throws(JSONError) -> JSONValue {
        skipSpace()
        guard let byte = next else { throw fault }
        switch byte {
        case UInt8(ascii: "{"):
            return .object(try nested { (parser) throws(JSONError) in try parser.object() })
        case UInt8(ascii: "["): return .list(try nested { (parser) throws(JSONError) in try parser.list() })
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "t"): return try word("true", .truth(true))
        case UInt8(ascii: "f"): return try word("false", .truth(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return .number(try number())
        }
    }

    private mutating func nested<Element>(
        _ read: (inout JSONParser) throws(JSONError) -> Element
    ) throws(JSONError) -> Element {
        depth += 1
        guard depth <= JSONValue.depthLimit else { throw fault }
        position += 1
        let element = try read(&self)
        depth -= 1
        return element
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
        let length = word.utf8CodeUnitCount
        guard position + length <= bytes.count,
            word.withUTF8Buffer({ $0.elementsEqual(bytes[position..<position + length]) })
        else { throw fault }
        position += length
        return value
    }
}

extension JSONParser {
    private mutating func object() throws(JSONError) -> [String: JSONValue] {
        var fields: [String: JSONValue] = [:]
        skipSpace()
        if pass("}") { return fields }
        while true {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw fault }
            let name = try text()
            guard fields[name] == nil else { throw fault }
            skipSpace()
            guard pass(":") else { throw fault }
            fields[name] = try value()
            skipSpace()
            if pass("}") { return fields }
            guard pass(",") else { throw fault }
        }
    }

    private mutating func list() throws(JSONError) -> [JSONValue] {
        var items: [JSONValue] = []
        skipSpace()
        if pass("]") { return items }
        while true {
            items.append(try value())
            skipSpace()
            if pass("]") { return items }
            guard pass(",") else { throw fault }
        }
    }

    private mutating func number() throws(JSONError) -> String {
        let start = position
        _ = pass("-")
        if !pass("0") { try digits() }
        if pass(".") { try digits() }
        if pass("e") || pass("E") {
            if !pass("+") { _ = pass("-") }
            try digits()
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func digits() throws(JSONError) {
        let start = position
        while let byte = next, (0x30...0x39).contains(byte) { position += 1 }
        guard position > start else { throw fault }
    }
}

extension JSONParser {
    private mutating func text() throws(JSONError) -> String {
        guard pass("\"") else { throw fault }
        var units: [UInt8] = []
        while let byte = next {
            position += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let text = String(validating: units, as: UTF8.self) else { throw fault }
                return text
            case UInt8(ascii: "\\"): try escape(into: &units)
            case ..<0x20: throw fault
            default: units.append(byte)
            }
        }
        throw fault
    }

    private static let escapes: [UInt8: UInt8] = [
        UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5c, UInt8(ascii: "/"): 0x2f, UInt8(ascii: "b"): 0x08,
        UInt8(ascii: "f"): 0x0c, UInt8(ascii: "n"): 0x0a, UInt8(ascii: "r"): 0x0d, UInt8(ascii: "t"): 0x09,
    ]

    private mutating func escape(into units: inout [UInt8]) throws(JSONError) {
        if pass("u") {
            units.append(contentsOf: String(Character(try scalar())).utf8)
            return
        }
        guard let byte = next, let unit = Self.escapes[byte] else { throw fault }
        position += 1
        units.append(unit)
    }

    /// After `\u`: a scalar, in two halves where UTF-16 needs them. U+0000 is refused, as at every door.
    private mutating func scalar() throws(JSONError) -> Unicode.Scalar {
        let first = try fourDigits()
        var value = first
        if (0xd800...0xdbff).contains(first) {
            guard pass("\\"), pass("u") else { throw fault }
            let second = try fourDigits()
            guard (0xdc00...0xdfff).contains(second) else { throw fault }
            value = 0x10000 + (first - 0xd800) << 10 + (second - 0xdc00)
        }
        guard value != 0, let scalar = Unicode.Scalar(value) else { throw fault }
        return scalar
    }

    private mutating func fourDigits() throws(JSONError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw fault
            }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }
}

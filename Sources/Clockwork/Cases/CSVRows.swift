/// The rows of a file with values between commas (RFC 4180), read one by one; a semicolon is taken too, since
/// Dutch spreadsheets write that.
struct CSVRows: Sequence, IteratorProtocol {
    /// The values of a row, and the line on which it begins, from 1.
    struct Row {
        let line: Int
        let values: [String]
    }

    private let bytes: [UInt8]
    private let separator: UInt8
    private var position = 0
    private var line = 1

    init(_ bytes: [UInt8]) {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        self.bytes = bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes
        let heading = self.bytes.prefix { $0 != UInt8(ascii: "\n") }
        let hasComma = heading.contains(UInt8(ascii: ","))
        separator = !hasComma && heading.contains(UInt8(ascii: ";")) ? UInt8(ascii: ";") : UInt8(ascii: ",")
    }

    /// The next row that is not blank.
    mutating func next() -> Row? {
        while position < bytes.count {
            let begin = line
            let values = row()
            if values != [""] { return Row(line: begin, values: values) }
        }
        return nil
    }

    private mutating func row() -> [String] {
        var values: [String] = []
        while true {
            values.append(bytes[at: position] == UInt8(ascii: "\"") ? quoted() : plain())
            guard bytes[at: position] == separator else { break }
            position += 1
        }
        if bytes[at: position] == UInt8(ascii: "\r") { position += 1 }
        if bytes[at: position] == UInt8(ascii: "\n") {
            position += 1
            line += 1
        }
        return values
    }

    private mutating func plain() -> String {
        let begin = position
        while let byte = bytes[at: position], byte != separator, byte != UInt8(ascii: "\n"),
            byte != UInt8(ascii: "\r") || bytes[at: position + 1] != UInt8(ascii: "\n")
        {
            position += 1
        }
        return String(decoding: bytes[begin..<position], as: UTF8.self).trimmed
    }

    /// Up to the closing quote; two of them are one. What stands between it and the separator is kept.
    private mutating func quoted() -> String {
        var value: [UInt8] = []
        position += 1
        while let byte = bytes[at: position] {
            position += 1
            if byte == UInt8(ascii: "\"") {
                guard bytes[at: position] == byte else { break }
                position += 1
            }
            if byte == UInt8(ascii: "\n") { line += 1 }
            value.append(byte)
        }
        return String(decoding: value, as: UTF8.self).trimmed + plain()
    }
}

extension [UInt8] {
    /// Nil past the end.
    fileprivate subscript(at index: Int) -> UInt8? { index < count ? self[index] : nil }
}

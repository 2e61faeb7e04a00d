/// Bodies in quoted-printable (RFC 2045 §6.7): UTF-8 that survives every server and stays readable in a file.
enum QuotedPrintable {
    /// The longest line, soft break included.
    private static let lineByteLimit = 76

    /// Lines end in CR LF, whatever the text used.
    static func encode(_ text: String, into encoded: inout [UInt8]) {
        let lines = Array(text.utf8).split(separator: newline, omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            encode(line: line.last == carriageReturn ? line.dropLast() : line, into: &encoded)
            if index < lines.count - 1 { encoded += [carriageReturn, newline] }
        }
    }

    private static func encode(line: ArraySlice<UInt8>, into encoded: inout [UInt8]) {
        var column = 0
        for (position, byte) in zip(line.indices, line) {
            let isLastOfLine = position == line.index(before: line.endIndex)
            let isPlain = isPrintable(byte) || (isBlank(byte) && !isLastOfLine)
            let width = isPlain ? 1 : 3
            if column + width > lineByteLimit - 1 {
                encoded += [UInt8(ascii: "="), carriageReturn, newline]
                column = 0
            }
            if isPlain {
                encoded.append(byte)
            } else {
                encoded += [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
            column += width
        }
    }

    private static func isPrintable(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x7f && byte != UInt8(ascii: "=")
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09
    }
}

private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
private let digits = Array("0123456789ABCDEF".utf8)

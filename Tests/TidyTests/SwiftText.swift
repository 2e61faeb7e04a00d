/// A Swift file taken apart into code, comments and the contents of strings.
///
/// Each part has the length of the file: what belongs to another part is blank, and lines keep their numbers.
/// A word in a string or a comment is then no banned word, and a brace in a string opens nothing.
struct SwiftText: Sendable {
    let code: String
    let comments: String
    let strings: String

    init(_ text: String) {
        var scanner = Scanner(text)
        scanner.scanCode(untilParenthesis: false)
        code = scanner.text(of: .code)
        comments = scanner.text(of: .comment)
        strings = scanner.text(of: .string)
    }
}

/// Walks over the bytes and says of each to which part it belongs. Knows nested comments, raw and multi-line
/// strings, interpolation (which is code) and identifiers in backticks; regular expression literals are not
/// used here.
private struct Scanner {
    enum Part { case code, comment, string }

    private let bytes: [UInt8]
    private var parts: [Part] = []

    init(_ text: String) {
        bytes = Array(text.utf8)
        parts.reserveCapacity(bytes.count)
    }

    func text(of part: Part) -> String {
        var kept = bytes
        for position in 0..<bytes.count where parts[position] != part && bytes[position] != newline {
            kept[position] = UInt8(ascii: " ")
        }
        return String(decoding: kept, as: UTF8.self)
    }

    /// The byte ahead by a number of places, or 0 after the end.
    private func ahead(_ places: Int = 0) -> UInt8 {
        let position = parts.count + places
        return position < bytes.count ? bytes[position] : 0
    }

    private mutating func take(_ count: Int, as part: Part) {
        for _ in 0..<min(count, bytes.count - parts.count) { parts.append(part) }
    }

    mutating func scanCode(untilParenthesis: Bool) {
        var depth = 0
        while parts.count < bytes.count {
            switch ahead() {
            case slash where ahead(1) == slash: scanLineComment()
            case slash where ahead(1) == star: scanBlockComment()
            case quote, hash: scanString()
            case backtick: scanBackticks()
            case let byte:
                if byte == openParenthesis { depth += 1 }
                if byte == closeParenthesis { depth -= 1 }
                take(1, as: .code)
                if untilParenthesis && depth == 0 { return }
            }
        }
    }

    private mutating func scanLineComment() {
        while parts.count < bytes.count, ahead() != newline { take(1, as: .comment) }
    }

    private mutating func scanBlockComment() {
        var depth = 0
        repeat {
            let opens = ahead() == slash && ahead(1) == star
            let closes = ahead() == star && ahead(1) == slash
            depth += opens ? 1 : closes ? -1 : 0
            take(opens || closes ? 2 : 1, as: .comment)
        } while depth > 0 && parts.count < bytes.count
    }

    private mutating func scanBackticks() {
        take(1, as: .code)
        while parts.count < bytes.count, ahead() != backtick, ahead() != newline { take(1, as: .string) }
        take(1, as: .code)
    }

    /// A string with its `#` marks and quotes, which are code; marks without a quote are only that.
    private mutating func scanString() {
        var marks = 0
        while ahead(marks) == hash { marks += 1 }
        let quotes =
            ahead(marks) != quote ? 0 : ahead(marks + 1) == quote && ahead(marks + 2) == quote ? 3 : 1
        take(marks + quotes, as: .code)
        guard quotes > 0 else { return }
        while parts.count < bytes.count {
            if ahead() == quote, isEnd(quotes: quotes, marks: marks) {
                take(quotes + marks, as: .code)
                return
            }
            if ahead() == backslash, isRun(of: hash, length: marks, from: 1) {
                scanEscape(marks: marks)
            } else {
                take(1, as: .string)
            }
        }
    }

    private mutating func scanEscape(marks: Int) {
        if ahead(1 + marks) == openParenthesis {
            take(1 + marks, as: .string)
            scanCode(untilParenthesis: true)
        } else {
            take(2 + marks, as: .string)
        }
    }

    private func isEnd(quotes: Int, marks: Int) -> Bool {
        isRun(of: quote, length: quotes, from: 0) && isRun(of: hash, length: marks, from: quotes)
    }

    private func isRun(of byte: UInt8, length: Int, from start: Int) -> Bool {
        (start..<start + length).allSatisfy { ahead($0) == byte }
    }
}

private let newline = UInt8(ascii: "\n")
private let slash = UInt8(ascii: "/")
private let star = UInt8(ascii: "*")
private let quote = UInt8(ascii: "\"")
private let hash = UInt8(ascii: "#")
private let backslash = UInt8(ascii: "\\")
private let backtick = UInt8(ascii: "`")
private let openParenthesis = UInt8(ascii: "(")
private let closeParenthesis = UInt8(ascii: ")")

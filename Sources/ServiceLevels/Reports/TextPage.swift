/// Lines of text of at most so many columns, broken between words.
struct TextPage {
    private let width: Int
    private var lines: [String] = []

    /// As long as the longest name of a field, and two columns between.
    private static let nameWidth = 14

    init(width: Int) {
        self.width = width
    }

    var text: String { lines.joined(separator: "\n") + "\n" }

    mutating func blank() { lines.append("") }

    mutating func rule() { lines.append(String(repeating: "-", count: width)) }

    mutating func line(_ text: String, indent: Int = 0) {
        append(text, first: spaces(indent), rest: spaces(indent))
    }

    /// A sentence in a list.
    mutating func item(_ text: String, indent: Int) {
        append(text, first: spaces(indent) + "- ", rest: spaces(indent + 2))
    }

    /// A name and its value, the values below one another.
    mutating func field(_ name: String, _ value: String, indent: Int = 0) {
        let gap = max(2, Self.nameWidth - name.unicodeScalars.count)
        append(
            value, first: spaces(indent) + name + spaces(gap),
            rest: spaces(indent + name.unicodeScalars.count + gap))
    }

    /// A text at the left and a short one at the right end of the line, or below it where there is no room.
    mutating func ends(_ left: String, _ right: String) {
        let gap = width - left.unicodeScalars.count - right.unicodeScalars.count
        if gap >= 2 {
            lines.append(left + spaces(gap) + right)
        } else {
            line(left)
            lines.append(spaces(max(0, width - right.unicodeScalars.count)) + right)
        }
    }

    private mutating func append(_ text: String, first: String, rest: String) {
        var line = first
        var isEmpty = true
        for word in words(of: text, within: width - rest.unicodeScalars.count) {
            if !isEmpty, line.unicodeScalars.count + 1 + word.unicodeScalars.count > width {
                lines.append(line)
                line = rest
                isEmpty = true
            }
            line += isEmpty ? word : " " + word
            isEmpty = false
        }
        lines.append(line)
    }

    /// The words, those that are longer than a line cut in pieces.
    private func words(of text: String, within room: Int) -> [String] {
        text.split(whereSeparator: \.isWhitespace).flatMap { word -> [String] in
            var rest = word.unicodeScalars[...]
            var pieces: [String] = []
            while !rest.isEmpty {
                pieces.append(String(rest.prefix(max(1, room))))
                rest = rest.dropFirst(max(1, room))
            }
            return pieces
        }
    }

    private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}

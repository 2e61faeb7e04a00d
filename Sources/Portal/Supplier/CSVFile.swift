/// A table as spreadsheets open it: UTF-8 with its mark, semicolons as Dutch spreadsheets expect, and nothing
/// in it that a spreadsheet would take for a formula.
struct CSVFile {
    private var bytes: [UInt8]

    init(columns: [String]) {
        bytes = [0xef, 0xbb, 0xbf]
        add(columns)
    }

    mutating func add(_ cells: [String]) {
        bytes += Array(cells.map(Self.cell).joined(separator: ";").utf8)
        bytes += [0x0d, 0x0a]
    }

    /// What was added since the last time.
    mutating func take() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    /// A cell that begins like a formula gets an apostrophe before it: it then is text to every spreadsheet.
    private static func cell(_ text: String) -> String {
        let dangerous: Set<UInt8> = [
            UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0d,
        ]
        let isDangerous = text.utf8.first.map(dangerous.contains) ?? false
        let safe = isDangerous ? "'" + text : text
        let needsQuotes = safe.utf8.contains { [0x22, 0x3b, 0x0a, 0x0d, 0x2c].contains($0) }
        return needsQuotes ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
    }
}

/// The id that a supplier gave a batch or a message.
///
/// The supplier gets it back as it was sent; it is compared in lower case (decision 6). The schema's pattern
/// `\d` also admits the digits of other scripts: those are no GUID here, since two spellings of one id would
/// pass for two.
public struct SupplierGUID: Sendable {
    /// As sent, to echo.
    public let text: String
    /// In lower case, 36 ASCII characters: what is stored unique and compared.
    public let key: String

    /// Nil for anything but 8-4-4-4-12 ASCII hexadecimal digits, without white space around them.
    public init?(_ text: String) {
        let characters = Array(text.utf8)
        guard characters.count == 36 else { return nil }
        for (index, character) in characters.enumerated() {
            let isHyphenPlace = index == 8 || index == 13 || index == 18 || index == 23
            guard isHyphenPlace ? character == UInt8(ascii: "-") : Self.isHexadecimal(character) else {
                return nil
            }
        }
        self.text = text
        key = text.lowercased()
    }

    private static func isHexadecimal(_ character: UInt8) -> Bool {
        switch character {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }
}

extension SupplierGUID: Hashable {
    public static func == (left: SupplierGUID, right: SupplierGUID) -> Bool {
        left.key == right.key
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(key)
    }
}

extension SupplierGUID: CustomStringConvertible {
    public var description: String { text }
}

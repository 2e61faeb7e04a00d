import CLibXML2

/// What XML 1.0 can carry. Text that arrives by another road, as JSON, must stay within this: messages and
/// reports leave as XML too.
public enum XMLCharacter {
    /// The production `Char` of XML 1.0: tab, line feed, carriage return, and everything from the space
    /// except surrogates, U+FFFE and U+FFFF. U+0000 is not among them.
    public static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }

    /// The first character of a text that XML cannot carry; nil when it can carry all.
    public static func firstForbidden(in text: String) -> Unicode.Scalar? {
        var text = text
        return text.withUTF8(hasNoneForbidden) ? nil : text.unicodeScalars.first { !isAllowed($0) }
    }

    /// True for nearly all texts, by their bytes alone: a forbidden scalar is a control character, or U+FFFE
    /// or U+FFFF, which begin with 0xEF.
    private static func hasNoneForbidden(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.allSatisfy { $0 >= 0x20 && $0 != 0xEF || isWhitespace($0) }
    }

    /// Space, tab, line feed and carriage return: what XML calls white space.
    public static func isWhitespace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    /// Whether `\d` in a schema's pattern matches: the decimal digits of all scripts, not only 0 to 9. Asked
    /// of libxml2, whose table is older than Swift's, so that both judge alike.
    public static func isSchemaDigit(_ scalar: Unicode.Scalar) -> Bool {
        xmlUCSIsCatNd(Int32(bitPattern: scalar.value)) == 1
    }
}

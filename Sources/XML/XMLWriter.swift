/// Writes a document in UTF-8. Names are literals of the program; whatever comes from outside is text or the
/// value of an attribute, and is escaped. Characters that XML cannot carry become U+FFFD, so that what leaves
/// is well-formed.
///
///     var writer = XMLWriter()
///     writer.element("Bericht") { $0.element("BerichtType", text: type) }
public struct XMLWriter {
    public private(set) var bytes: [UInt8]

    public init() {
        bytes = Array(#"<?xml version="1.0" encoding="UTF-8"?>"#.utf8)
    }

    public mutating func element(
        _ name: StaticString, attributes: KeyValuePairs<StaticString, String> = [:],
        _ content: (inout XMLWriter) throws -> Void
    ) rethrows {
        open(name, attributes)
        try content(&self)
        raw("</")
        raw(name)
        raw(">")
    }

    public mutating func element(
        _ name: StaticString, attributes: KeyValuePairs<StaticString, String> = [:], text: String
    ) {
        element(name, attributes: attributes) { $0.escaped(text) }
    }

    private mutating func open(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>) {
        raw("<")
        raw(name)
        for (attribute, value) in attributes {
            raw(" ")
            raw(attribute)
            raw("=\"")
            escaped(value)
            raw("\"")
        }
        raw(">")
    }

    /// White space other than the space is written as a reference: parsers change it in attributes, and line
    /// ends anywhere.
    private mutating func escaped(_ text: String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": raw("&amp;")
            case "<": raw("&lt;")
            case ">": raw("&gt;")
            case "\"": raw("&quot;")
            case "\t": raw("&#9;")
            case "\n": raw("&#10;")
            case "\r": raw("&#13;")
            default:
                let carried = XMLCharacter.isAllowed(scalar) ? scalar : "\u{FFFD}"
                bytes.append(contentsOf: String(carried).utf8)
            }
        }
    }

    private mutating func raw(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }
}

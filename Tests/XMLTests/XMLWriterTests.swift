import Testing
import XML

@Suite struct XMLWriterTests {
    @Test func `markup in text and attributes is escaped, and reads back the same`() throws {
        let hostile = "<b a='1' b=\"2\">&amp;]]>\t\r\n é 👩‍👩‍👧 \u{FEFF}"
        var writer = XMLWriter()
        writer.element("a", attributes: ["x": hostile]) { $0.element("b", text: hostile) }
        let log = try events(of: [writer.bytes[...]])
        #expect(log == ["start a x=\(hostile)", "start ?", "text \(hostile)", "end", "end"])
    }

    @Test func `a quote joined to a combining mark is escaped nevertheless`() throws {
        var writer = XMLWriter()
        writer.element("a", attributes: ["x": "\"\u{301} y='1"]) { _ in }
        #expect(try events(of: [writer.bytes[...]]) == ["start a x=\"\u{301} y='1", "end"])
    }

    @Test func `characters that XML cannot carry are replaced`() throws {
        var writer = XMLWriter()
        writer.element("a", text: "1\u{0}2\u{8}3\u{FFFF}4")
        #expect(
            try events(of: [writer.bytes[...]]) == ["start a", "text 1\u{FFFD}2\u{FFFD}3\u{FFFD}4", "end"])
    }

    @Test(
        arguments: [
            ("", nil), ("gewoon\t\r\n", nil), ("a\u{0}", "\u{0}"), ("\u{1F}", "\u{1F}"),
            ("\u{7F}\u{85}", nil),
            ("\u{FFFE}", "\u{FFFE}"), ("\u{1F600}", nil),
        ] as [(String, Unicode.Scalar?)])
    func `one function finds what XML cannot carry`(text: String, forbidden: Unicode.Scalar?) {
        #expect(XMLCharacter.firstForbidden(in: text) == forbidden)
    }
}

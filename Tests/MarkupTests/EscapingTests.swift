import Testing

@testable import Markup

@Suite struct EscapingTests {
    private func paragraph(_ text: String) -> String {
        var html = HTML()
        html.element(.p, .set(.title, text), text: text)
        return html.description
    }

    @Test func `the five characters of markup stay text`() {
        #expect(
            paragraph("<a href=\"x\">'&'</a>")
                == "<p title=\"&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;\">"
                + "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;</p>")
    }

    @Test(arguments: ["\"\u{301}", "'\u{200D}", "<\u{338}", ">\u{FE0F}", "&\u{20DD}"])
    func `a character of markup under a combining mark is escaped all the same`(text: String) {
        // As one grapheme it equals no quote; a browser reads the quote.
        #expect(text.count == 1)
        let inside = paragraph(text).utf8.dropFirst("<p title=\"".utf8.count).dropLast("</p>".utf8.count)
        let markup = Set("\"'<>".utf8)
        // What remains of them are the quote and bracket that close the attribute and the tag.
        #expect(inside.filter { markup.contains($0) }.count == 2)
    }

    @Test func `other text comes through byte for byte`() {
        let text = "Één café – 日本 👩‍👩‍👧 e\u{301}"
        #expect(Array(paragraph(text).utf8) == Array("<p title=\"\(text)\">\(text)</p>".utf8))
    }

    @Test func `an absent attribute leaves no trace`() {
        var html = HTML()
        html.void(.input, .set(.value, ifPresent: nil), .flag(.required, if: false), .nothing)
        #expect(html.description == "<input>")
    }

    @Test func `a form token never shows in a log`() {
        #expect("\(FormToken("geheim"))" == "•••")
    }
}

import Testing

@testable import Markup

@Suite struct StylesheetTests {
    /// The stylesheet without its token layer.
    private var rules: String {
        Stylesheet.text.replacing(TokenSheet.text, with: "")
    }

    @Test func `raw colours stand in the brand tier only`() {
        #expect(rules.firstMatch(of: /#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(/) == nil)
        #expect(!rules.contains("--brand-"))
    }

    @Test func `every custom property that is used is defined`() {
        let text = Stylesheet.text
        for use in text.matches(of: /var\((--[a-z0-9-]+)/) {
            #expect(text.contains("\(use.1):"), "\(use.1) is not defined")
        }
    }

    @Test func `braces pair up and every layer is declared once at the top`() {
        #expect(rules.count { $0 == "{" } == rules.count { $0 == "}" })
        #expect(Stylesheet.text.hasPrefix("@layer reset, tokens, base, components, pages;"))
    }

    @Test func `nothing is fetched from anywhere`() {
        #expect(!Stylesheet.text.contains("url("))
        #expect(!Stylesheet.text.contains("@import"))
    }

    @Test func `directions are logical`() {
        #expect(
            rules.firstMatch(
                of: /(margin|padding|border)-(left|right|top|bottom)|[ {](left|right|width|height):/) == nil)
    }

    @Test func `the name of the stylesheet follows its content`() {
        #expect(Stylesheet.hash.utf8.count == 16)
        #expect(Stylesheet.location.text == "/stijl/\(Stylesheet.hash).css")
    }
}

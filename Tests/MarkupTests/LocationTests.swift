import Testing

@testable import Markup

@Suite struct LocationTests {
    @Test func `segments and query values are encoded`() {
        let location = Location("berichten box", "a/b?c#d", query: ["na": "é&=", "van": "1"])
        #expect(location.text == "/berichten%20box/a%2Fb%3Fc%23d?na=%C3%A9%26%3D&van=1")
    }

    @Test(arguments: [".", ".."])
    func `a segment of dots does not climb`(segment: String) {
        #expect(!Location("a", segment).text.contains("/."))
        #expect(Location("a", segment).text.hasPrefix("/a/%252E"))
    }

    @Test func `a location without segments is the start page`() {
        #expect(Location() == .root)
    }

    @Test(arguments: ["/", "/berichtenbox", "/a/b?na=1&x=%20#deel"])
    func `a path of this site is taken from elsewhere`(path: String) {
        #expect(Location(path: path)?.text == path)
    }

    @Test(arguments: [
        "", "berichtenbox", "//elders.example", "/\\elders.example", "https://elders.example",
        "javascript:alert(1)",
        "/\u{9}/elders.example", "/a b", "/é",
    ])
    func `what could lead to another site is refused`(path: String) {
        #expect(Location(path: path) == nil)
    }

    @Test func `a path beyond the limit is refused`() {
        #expect(Location(path: "/" + String(repeating: "a", count: 2_000)) == nil)
    }

    @Test func `a mail address cannot carry further fields`() {
        #expect(Location.mail(to: "a@b.example?bcc=c").text == "mailto:a@b.example%3Fbcc%3Dc")
    }

    @Test func `an address of another site stands in the source`() {
        #expect(Location.external("https://www.rijksoverheid.nl/").text == "https://www.rijksoverheid.nl/")
    }

    @Test func `a part of a page is named behind its path`() {
        #expect(Location("box").at("deel 1").text == "/box#deel%201")
    }
}

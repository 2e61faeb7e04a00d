import Testing

@Suite struct PageTests {
    @Test func `every page has one title, its links lead somewhere, and the README leads to it`() throws {
        let tree = try Tree.project.get()
        let pages = tree.markdown.map(Page.init)
        expectNone(pages.flatMap(\.titleFindings))
        expectNone(try pages.flatMap { try $0.deadLinks(in: tree.paths) })
        expectNone(try unreachablePages(in: tree.markdown))
    }

    @Test func `the changelog is in order`() throws {
        let changelog = try #require(Tree.project.get().files.first { $0.path == "CHANGELOG.md" })
        expectNone(changelogFindings(changelog))
    }

    @Test(arguments: ["no title", "# one\n# two", "\n# late", "```\n# in code\n```"])
    func `a page without its one title is found`(text: String) {
        #expect(Page(TextFile(path: "a.md", text: text)).titleFindings.count == 1)
    }

    @Test func `a dead link is found, a live one and one to the outside are not`() throws {
        let page = Page(
            TextFile(
                path: "docs/a.md", text: "# A\n[b](b.md#x) [c](../c.md) [d](https://d.example) [e](e.md)\n"))
        #expect(try page.deadLinks(in: ["docs/b.md", "c.md"]).map(\.line) == [2])
    }

    @Test func `a page that nothing leads to is found`() throws {
        let pages = [
            TextFile(path: "README.md", text: "# R\n[a](docs/a.md)"),
            TextFile(path: "docs/a.md", text: "# A"),
            TextFile(path: "docs/b.md", text: "# B\n[c](c.md)"),
            TextFile(path: "docs/c.md", text: "# C\n[b](b.md)"),
        ]
        #expect(try unreachablePages(in: pages).map(\.path) == ["docs/b.md", "docs/c.md"])
    }

    @Test func `a changelog with another part or beginning is found`() {
        let text = "# Changelog\n## 1.0\n### Misc\n### For users\n"
        #expect(changelogFindings(TextFile(path: "CHANGELOG.md", text: text)).count == 2)
    }
}

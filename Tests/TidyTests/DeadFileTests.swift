import Testing

@Suite struct DeadFileTests {
    @Test func `every file is there for something`() throws {
        let tree = try Tree.project.get()
        expectNone(tree.swift.flatMap(emptySwiftFiles))
        expectNone(unnamedFiles(in: tree.files))
    }

    @Test(arguments: [
        ("Sources/A/A.swift", "// nothing\nimport SQL\n"), ("Sources/A/Placeholder.swift", "enum A {}"),
    ])
    func `a file that holds nothing is found`(path: String, text: String) {
        #expect(emptySwiftFiles(TextFile(path: path, text: text)).count == 1)
    }

    @Test func `a fixture that nothing names is found`() {
        let files = [
            TextFile(path: "Tests/Fixtures/a.xml", text: ""),
            TextFile(path: "Tests/Fixtures/b.xml", text: ""),
            TextFile(path: "Tests/ATests/A.swift", text: #"fixture("a.xml")"#),
        ]
        #expect(unnamedFiles(in: files).map(\.path) == ["Tests/Fixtures/b.xml"])
    }
}

import Testing

@Suite struct WordTests {
    @Test(arguments: WordRule.all)
    func `the tree keeps to the words`(rule: WordRule) throws {
        expectNone(try rule.findings(in: Tree.project.get().swift))
    }

    @Test(arguments: WordRule.all)
    func `each rule finds its own bad example`(rule: WordRule) throws {
        let example = TextFile(path: "\(rule.places[0])/Example/Example.swift", text: rule.bad)
        #expect(try rule.findings(in: [example]).count == 1)
    }

    @Test func `every exception is still there to be excepted`() throws {
        let paths = try Tree.project.get().paths
        for exception in WordRule.all.flatMap(\.allowed.keys) {
            #expect(paths.contains(exception))
        }
    }

    @Test func `a word in a string or a comment is none in the code`() throws {
        let example = TextFile(path: "Sources/A/A.swift", text: #"let text = "try?" // try?"#)
        #expect(try WordRule.errors.flatMap { try $0.findings(in: [example]) }.isEmpty)
    }

    @Test func `a protocol has two conformers in the product, or is none`() throws {
        expectNone(try lonelyProtocols(in: Tree.project.get().modules))
    }

    @Test func `a protocol with one conformer is found`() throws {
        let lonely = TextFile(
            path: "Sources/A/A.swift",
            text: "protocol P: Sendable {}\nstruct S: P {}\nextension S where T: P {}\nprotocol Q {}\n"
                + "struct One: Hashable, Q {}\nextension Two: Q {}")
        #expect(try lonelyProtocols(in: [lonely]).map(\.line) == [1])
    }
}

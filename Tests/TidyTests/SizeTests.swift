import Testing

@Suite struct SizeTests {
    @Test func `no file is over 400 lines`() throws {
        expectNone(try Tree.project.get().swift.flatMap(tooLong))
        #expect(tooLong(TextFile(path: "A.swift", text: String(repeating: "\n", count: 401))).count == 1)
        #expect(tooLong(TextFile(path: "A.swift", text: String(repeating: "\n", count: 400))).isEmpty)
    }

    @Test func `half of the files are at most 90 lines`() throws {
        let median = try Tree.project.get().modules.map(\.lines.count).percentile(0.5)
        #expect(median <= Sizes.medianLinesOfFile)
    }

    @Test func `no function is over 70 lines`() throws {
        expectNone(try Tree.project.get().swift.flatMap(tooLongFunctions))
        let body = String(repeating: "    step()\n", count: 69)
        #expect(tooLongFunctions(TextFile(path: "A.swift", text: "func long() {\n\(body)}")).count == 1)
    }

    @Test func `nine in ten functions are at most 25 lines`() throws {
        let sizes = try Tree.project.get().modules.flatMap { FunctionSize.all(in: $0.swift?.code ?? "") }
        #expect(sizes.map(\.lineCount).percentile(0.9) <= Sizes.usualLinesOfFunction)
    }

    @Test func `no line is over 110 characters`() throws {
        let files = try Tree.project.get().files.filter { file in
            Sizes.code.contains(file.path.split(separator: ".").last.map(String.init) ?? "")
                || file.isBelow(["script", ".ci"])
        }
        expectNone(files.flatMap(tooWide))
        #expect(tooWide(TextFile(path: "A.swift", text: String(repeating: "é", count: 111))).count == 1)
    }

    @Test func `functions are found with their bodies, whatever strings and comments hold`() {
        let text = SwiftText(
            """
            protocol P { func none(); init(a: Int) }
            struct S {
                init(a: () -> Void = { }) throws {
                    // } a comment
                    let text = "} \\(call { 1 }) {"
                    self.init()
                }
                func one() -> [Int] { [1] }
                subscript(at: Int) -> Int {
                    at
                }
            }
            """)
        #expect(FunctionSize.all(in: text.code).map(\.lineCount) == [5, 1, 3])
        #expect(FunctionSize.all(in: text.code).map(\.line) == [3, 8, 9])
    }

    @Test func `a Swift file falls apart into code, comments and strings`() {
        let text = SwiftText(
            """
            a("b \\(c("d")) e") /* f /* g */ h */ // i
            let `j k` = #"l \\(m) "n \\#(o)"#
            """)
        #expect(words(text.code) == ["a", "c", "let", "o"])
        #expect(words(text.strings) == ["b", "d", "e", "j", "k", "l", "m", "n"])
        #expect(words(text.comments) == ["f", "g", "h", "i"])
    }

    private func words(_ text: String) -> [String] {
        text.split { !$0.isLetter }.map(String.init)
    }
}

import Testing

@Suite struct ArrowTests {
    @Test func `modules import lower levels only, and each library has one owner`() throws {
        expectNone(try Tree.project.get().modules.flatMap(importsAgainstTheLevels))
    }

    @Test(arguments: [
        ("Sources/MessageBox/Box.swift", "import ServiceLevels"),
        ("Sources/Journal/Entry.swift", "public import Identity"),
        ("Sources/MessageBox/Box.swift", "@preconcurrency import GRDB"),
        ("Sources/XML/Parser.swift", "internal import struct Foundation.URL"),
        ("Sources/Platform/Run.swift", "import NIOFileSystem"),
        ("Sources/Common/Box.swift", ""),
    ])
    func `an arrow that points up or past its owner is found`(path: String, text: String) throws {
        #expect(try importsAgainstTheLevels(TextFile(path: path, text: text)).count == 1)
    }

    @Test(arguments: [
        ("Sources/MessageBox/Box.swift", "public import SQL\nimport Crypto // import GRDB"),
        ("Sources/XML/Parser.swift", "// Data is what the caller has.\nimport Foundation"),
        ("Sources/API/Routes.swift", "import Foundation"),
    ])
    func `an arrow that points down is let through`(path: String, text: String) throws {
        #expect(try importsAgainstTheLevels(TextFile(path: path, text: text)).isEmpty)
    }

    @Test func `every folder of modules is in the table, and every name in the table is a folder`() throws {
        let folders = Set(
            try Tree.project.get().modules.map { $0.path.split(separator: "/")[1] }.map(String.init))
        #expect(folders == Set(Levels.modules.joined()))
    }

    @Test func `the manifest declares what is imported, and nothing else`() throws {
        let tree = try Tree.project.get()
        let manifest = try #require(tree.files.first { $0.path == "Package.swift" })
        expectNone(try declarationsAgainstImports(manifest: manifest, files: tree.swift))
    }

    @Test func `a missing and an unused declaration are found`() throws {
        let manifest = TextFile(
            path: "Package.swift",
            text: """
                let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
                module("SQL"), module("Work", ["SQL", crypto, .product(name: "Yams", package: "Yams")]),
                tests("WorkTests", ["Work"]),
                """)
        let files = [
            TextFile(path: "Sources/Work/Lane.swift", text: "import Crypto\nimport Metrics\nimport Yams"),
            TextFile(
                path: "Tests/WorkTests/LaneTests.swift", text: "import SQL\nimport Testing\nimport Work"),
        ]
        #expect(
            try declarationsAgainstImports(manifest: manifest, files: files).map(\.text) == [
                "Work declares SQL and does not import it",
                "Work imports Metrics without declaring it",
                "WorkTests imports SQL without declaring it",
            ])
    }
}

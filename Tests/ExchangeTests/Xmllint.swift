import Foundation

/// The judgement of xmllint, libxml2's own program, on documents against a schema of
/// `Tests/Fixtures/schemas`.
enum Xmllint {
    struct Judgement {
        let isValid: Bool
        /// The document was read, but breaks the rules of namespaces; xmllint goes on all the same.
        let hasNamespaceError: Bool
    }

    static let schemas = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures/schemas")

    /// Judges many documents with one process for each five hundred.
    static func judge(_ documents: [[UInt8]], schema: String) async throws -> [Judgement] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "xmllint-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (number, document) in documents.enumerated() {
            try Data(document).write(to: folder.appending(path: "\(number).xml"))
        }
        var judgements: [Judgement] = []
        for start in stride(from: 0, to: documents.count, by: 500) {
            let numbers = start..<min(start + 500, documents.count)
            let report = try await run(numbers.map { "\($0).xml" }, schema, in: folder)
            let lines = report.split(separator: "\n")
            let valid = Set(lines.filter { $0.hasSuffix(" validates") }.map { $0.prefix { $0 != " " } })
            let strange = Set(
                lines.filter { $0.contains(": namespace error :") }.map { $0.prefix { $0 != ":" } })
            judgements += numbers.map {
                Judgement(
                    isValid: valid.contains("\($0).xml"), hasNamespaceError: strange.contains("\($0).xml"))
            }
        }
        try FileManager.default.removeItem(at: folder)
        return judgements
    }

    private static func run(_ files: [String], _ schema: String, in folder: URL) async throws -> String {
        try await withCheckedThrowingContinuation { continuation in
            // Waiting for a process blocks its thread; not one of the cooperative pool.
            DispatchQueue.global().async {
                continuation.resume(with: Result { try wait(for: files, schema, in: folder) })
            }
        }
    }

    private static func wait(for files: [String], _ schema: String, in folder: URL) throws -> String {
        let report = folder.appending(path: "report")
        try Data().write(to: report)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/xmllint")
        process.arguments =
            ["--noout", "--nonet", "--schema", schemas.appending(path: schema).path()] + files
        process.currentDirectoryURL = folder
        process.standardError = try FileHandle(forWritingTo: report)
        try process.run()
        process.waitUntilExit()
        return String(decoding: try Data(contentsOf: report), as: UTF8.self)
    }
}

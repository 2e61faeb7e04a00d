import Foundation

/// One text file of the project, by its path from the root.
struct TextFile: Sendable {
    let path: String
    let text: String
    /// What is code, comment and string in a Swift file.
    let swift: SwiftText?

    init(path: String, text: String) {
        self.path = path
        self.text = text
        swift = path.hasSuffix(".swift") ? SwiftText(text) : nil
    }

    /// With the empty piece after a last line break left out.
    var lines: [Substring] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.last == "" ? lines.dropLast() : lines
    }

    var name: String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    func isBelow(_ prefixes: [String]) -> Bool {
        prefixes.contains { path == $0 || path.hasPrefix($0 + "/") }
    }
}

/// Something that breaks a rule, and where.
struct Finding: Sendable, CustomStringConvertible {
    let path: String
    var line: Int?
    let text: String

    var description: String {
        "\(path)\(line.map { ":\($0)" } ?? ""): \(text)"
    }
}

/// The project as it lies on disk, read once for all rules.
struct Tree: Sendable {
    /// Every UTF-8 file that is no build product and not ignored by git.
    let files: [TextFile]
    /// Every path, of folders and of files that are no text too.
    let paths: Set<String>

    static let project = Result { try Tree(root: root) }

    private static var root: URL {
        // Links are followed, so that a copy of the package made of links looks at the real tree.
        URL(filePath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    }

    private static let skippedAnywhere: Set = [
        ".git", ".venv", ".swiftpm", ".pytest_cache", "__pycache__",
    ]
    private static let skippedAtRoot: Set = ["data", "keys", "tmp", "Package.resolved"]
    /// Larger files are material, not text that somebody wrote.
    private static let sizeLimit = 2_000_000

    init(root: URL) throws {
        var files: [TextFile] = []
        var paths: Set<String> = []
        var folders = [""]
        while let folder = folders.popLast() {
            let place = folder.isEmpty ? root : root.appending(path: folder)
            for name in try FileManager.default.contentsOfDirectory(atPath: place.path).sorted() {
                guard !Self.isSkipped(name, in: folder) else { continue }
                let path = folder.isEmpty ? name : "\(folder)/\(name)"
                paths.insert(path)
                let attributes = try FileManager.default.attributesOfItem(
                    atPath: root.appending(path: path).path)
                if attributes[.type] as? FileAttributeType == .typeDirectory {
                    folders.append(path)
                } else if (attributes[.size] as? Int ?? 0) <= Self.sizeLimit,
                    let text = String(
                        validating: try Data(contentsOf: root.appending(path: path)), as: UTF8.self)
                {
                    files.append(TextFile(path: path, text: text))
                }
            }
        }
        self.files = files
        self.paths = paths
    }

    private static func isSkipped(_ name: String, in folder: String) -> Bool {
        skippedAnywhere.contains(name) || name.hasPrefix(".build")
            || folder.isEmpty && skippedAtRoot.contains(name)
    }

    /// The Swift files that the project consists of: its modules and their tests.
    var swift: [TextFile] {
        files.filter { $0.swift != nil && $0.isBelow(["Sources", "Tests"]) }
    }

    /// The modules of the product; what only tests use is none.
    var modules: [TextFile] {
        swift.filter { $0.isBelow(["Sources"]) && !$0.isBelow(["Sources/TestKit"]) }
    }

    var markdown: [TextFile] {
        files.filter { $0.path.hasSuffix(".md") }
    }
}

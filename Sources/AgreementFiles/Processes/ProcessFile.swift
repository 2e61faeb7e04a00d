public import Agreements

/// The text of a process type, as people write it in `agreements/processes/`, and the process it says.
public struct ProcessFile: Sendable {
    /// Where it came from, for messages.
    public let name: String
    public let text: String
    public let process: ProcessType
    /// Where its key and its links stand, for what only the other files show to be wrong.
    private let lines: (process: Int, links: Int)

    private static let suffix = ".yaml"

    /// Reads a text as a process type.
    ///
    /// - Throws: ``AgreementFileError`` with all that is wrong with it.
    public init(name: String, text: String) throws(AgreementFileError) {
        let reader = Reader()
        let draft = AgreementFile.root(of: text, reader).flatMap(reader.processDraft)
        draft?.check()
        guard let draft, reader.problems.isEmpty else {
            throw AgreementFileError(file: name, problems: reader.problems.sorted { $0.line < $1.line })
        }
        self.name = name
        self.text = text
        process = draft.process
        lines = (draft.top.line(of: "process"), draft.top.line(of: "links"))
    }

    /// Reads all process types of a folder: its files that end in `.yaml`, in order of name, each named after
    /// its process, with links to each other only.
    ///
    /// - Throws: ``AgreementFileError`` for the first wrong file, or the error of the file system.
    public static func folder(_ path: String) async throws -> [ProcessFile] {
        let texts = try await AgreementFile.texts(in: path)
        let files = try texts.map { try ProcessFile(name: $0.name, text: $0.text) }
        try check(together: files)
        return files
    }

    /// Checks what one file cannot know: that it has its process' name, and that its links lead somewhere.
    ///
    /// - Throws: ``AgreementFileError`` of the first file that does not fit the others.
    public static func check(together files: [ProcessFile]) throws(AgreementFileError) {
        let known = files.map(\.process.key)
        for file in files {
            let problems = file.misnamed + file.unknownLinks(among: known)
            guard problems.isEmpty else { throw AgreementFileError(file: file.name, problems: problems) }
        }
    }

    private var misnamed: [AgreementFileError.Problem] {
        let fileName = name.split(separator: "/").last.map(String.init) ?? name
        guard fileName != process.key + Self.suffix else { return [] }
        return [
            problem("process", lines.process, "the name of the file, \(fileName)", found: "'\(process.key)'")
        ]
    }

    private func unknownLinks(among known: [String]) -> [AgreementFileError.Problem] {
        process.links.filter { !known.contains($0) }.map { link in
            problem("links", lines.links, "process types of this folder", found: "'\(link)'")
        }
    }

    private func problem(
        _ key: String, _ line: Int, _ expected: String, found: String
    ) -> AgreementFileError.Problem {
        AgreementFileError.Problem(line: line, clause: nil, key: key, expected: expected, found: found)
    }
}

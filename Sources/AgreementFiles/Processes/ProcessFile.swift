public import Agreements
// Dispatch, to read files off the cooperative pool; FoundationEssentials, because the standard library
// cannot read one.
import Dispatch
import FoundationEssentials
import Yams

/// The text of a process type, as people write it in `agreements/processes/`, and the process it says.
public struct ProcessFile: Sendable {
    /// Where it came from, for messages.
    public let name: String
    public let text: String
    public let process: ProcessType

    /// A process is read by people; a larger file is something else.
    public static let sizeLimitBytes = 200_000

    /// Reads a text as a process type.
    ///
    /// - Throws: ``AgreementFileError`` with all that is wrong with it.
    public init(name: String, text: String) throws(AgreementFileError) {
        let reader = Reader()
        let draft = Self.root(of: text, reader).flatMap(reader.processDraft)
        draft?.check(reader)
        guard let draft, reader.problems.isEmpty else {
            throw AgreementFileError(file: name, problems: reader.problems.sorted { $0.line < $1.line })
        }
        self.name = name
        self.text = text
        process = draft.process
    }

    /// Reads all process types of a folder: its files that end in `.yaml`, in order of name, each named after
    /// its process, with links to each other only.
    ///
    /// - Throws: ``AgreementFileError`` for the first wrong file, or the error of the file system.
    public static func folder(_ path: String) async throws -> [ProcessFile] {
        let queue = DispatchQueue(label: "peil.process-files")
        return try await withCheckedThrowingContinuation { continuation in
            queue.async {
                continuation.resume(with: Result { try readFolder(path) })
            }
        }
    }

    private static func readFolder(_ path: String) throws -> [ProcessFile] {
        let names = try FileManager.default.contentsOfDirectory(atPath: path)
        let files = try names.filter { $0.hasSuffix(suffix) }.sorted().map { name in
            let file = path + "/" + name
            let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw AgreementFileError(
                    file: file, problems: [problem("", "text in UTF-8", found: "other bytes")])
            }
            return try ProcessFile(name: file, text: text)
        }
        try together(files)
        return files
    }

    /// Checks what one file cannot know: that it has its process' name, and that its links lead somewhere.
    ///
    /// - Throws: ``AgreementFileError`` of the first file that does not fit the others.
    public static func together(_ files: [ProcessFile]) throws(AgreementFileError) {
        let known = files.map(\.process.key)
        for file in files {
            let fileName = file.name.split(separator: "/").last.map(String.init) ?? file.name
            let key = file.process.key
            var problems =
                fileName == key + suffix
                ? [] : [problem("process", "the name of the file, \(fileName)", found: "'\(key)'")]
            problems += file.process.links.filter { !known.contains($0) }.map { link in
                problem("links", "process types of this folder", found: "'\(link)'")
            }
            guard problems.isEmpty else { throw AgreementFileError(file: file.name, problems: problems) }
        }
    }

    private static let suffix = ".yaml"

    private static func problem(
        _ key: String, _ expected: String, found: String, line: Int = 0
    ) -> AgreementFileError.Problem {
        AgreementFileError.Problem(line: line, clause: nil, key: key, expected: expected, found: found)
    }

    private static func root(of text: String, _ reader: Reader) -> Node? {
        guard text.utf8.count <= sizeLimitBytes else {
            reader.report(problem("", "at most \(sizeLimitBytes) bytes", found: "\(text.utf8.count)"))
            return nil
        }
        do {
            if let root = try compose(yaml: text) { return root }
            reader.report(problem("", "a process", found: "an empty file"))
        } catch let error as YamlError {
            reader.report(problem(error))
        } catch {
            reader.report(problem("", "one YAML document", found: "\(error)"))
        }
        return nil
    }

    /// What the YAML parser says, with the line, and without the whole text that its own words repeat.
    private static func problem(_ error: YamlError) -> AgreementFileError.Problem {
        switch error {
        case .scanner(_, let found, let mark, _), .parser(_, let found, let mark, _),
            .composer(_, let found, let mark, _):
            problem("", "YAML", found: found, line: mark.line)
        case .duplicatedKeysInMapping(let keys, let context):
            problem(
                keys.joined(separator: ", "), "each key once", found: "the same key again",
                line: context.mark.line)
        default: problem("", "YAML", found: "something unreadable")
        }
    }
}

public import Agreements
// Dispatch, to read files off the cooperative pool; FoundationEssentials, because the standard library
// cannot read one.
import Dispatch
import FoundationEssentials
import Yams

/// The text of an agreement, as it is written and published, and the agreement it says.
public struct AgreementFile: Sendable {
    /// Where it came from, for messages.
    public let name: String
    public let text: String
    public let agreement: Agreement
    /// What it says about process types, to be held against their files; see ``AgreementFolder``.
    let mentions: [ProcessMention]

    /// An agreement is a document that people read; a larger file is something else.
    public static let sizeLimitBytes = 1_000_000

    /// Reads a text as an agreement.
    ///
    /// - Throws: ``AgreementFileError`` with all that is wrong with it.
    public init(name: String, text: String) throws(AgreementFileError) {
        self.name = name
        self.text = text
        let reader = Reader()
        let agreement = Self.root(of: text, reader).flatMap(reader.agreement)
        guard let agreement, reader.problems.isEmpty else {
            throw AgreementFileError(file: name, problems: reader.problems.sorted { $0.line < $1.line })
        }
        self.agreement = agreement
        mentions = reader.mentions
    }

    /// Reads all agreements of a folder: its files that end in `.yaml`, in order of name.
    ///
    /// - Throws: ``AgreementFileError`` for the first wrong file, or the error of the file system.
    public static func folder(_ path: String) async throws -> [AgreementFile] {
        try await texts(in: path).map { try AgreementFile(name: $0.name, text: $0.text) }
    }

    /// The texts of a folder, not yet read as anything; off the cooperative pool, which must not wait for a
    /// disk.
    static func texts(in path: String) async throws -> [(name: String, text: String)] {
        let queue = DispatchQueue(label: "peil.agreement-files")
        return try await withCheckedThrowingContinuation { continuation in
            queue.async {
                continuation.resume(with: Result { try textsOnDisk(in: path) })
            }
        }
    }

    private static func textsOnDisk(in path: String) throws -> [(name: String, text: String)] {
        let names = try FileManager.default.contentsOfDirectory(atPath: path)
        return try names.filter { $0.hasSuffix(".yaml") }.sorted().map { name in
            let file = path + "/" + name
            let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw AgreementFileError(
                    file: file, problems: [.wholeFile("text in UTF-8", found: "other bytes")])
            }
            return (file, text)
        }
    }

    /// The document as it stands; nil after a report of why there is none.
    static func root(of text: String, _ reader: Reader) -> Node? {
        guard text.utf8.count <= sizeLimitBytes else {
            reader.report(.wholeFile("at most \(sizeLimitBytes) bytes", found: "\(text.utf8.count)"))
            return nil
        }
        do {
            guard let root = try compose(yaml: text) else {
                reader.report(.wholeFile("an agreement", found: "an empty file"))
                return nil
            }
            return root
        } catch let error as YamlError {
            reader.report(AgreementFileError.Problem(error))
        } catch {
            reader.report(.wholeFile("one YAML document", found: "\(error)"))
        }
        return nil
    }
}

extension AgreementFileError.Problem {
    fileprivate static func wholeFile(_ expected: String, found: String) -> Self {
        Self(line: 0, clause: nil, key: "", expected: expected, found: found)
    }

    /// What the YAML parser says, with the line, and without the whole text that its own description repeats.
    fileprivate init(_ error: YamlError) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            self.init(line: mark.line, clause: nil, key: "", expected: "YAML", found: problem)
        case .duplicatedKeysInMapping(let keys, let context):
            self.init(
                line: context.mark.line, clause: nil, key: keys.joined(separator: ", "),
                expected: "each key once", found: "the same key again")
        case .reader(let problem, _, _, _):
            self.init(line: 0, clause: nil, key: "", expected: "text in UTF-8", found: problem)
        default:
            self.init(line: 0, clause: nil, key: "", expected: "YAML", found: "something unreadable")
        }
    }
}

import Yams

/// The sources of personal data of an installation, as its policy file has them.
public struct SourceFile: Sendable, Decodable {
    public let sources: [Entry]

    public struct Entry: Sendable, Decodable {
        public let key: String
        public let kind: String
        public let title: Bilingual
        public let owner: Owner
        public let address: String
        public let timeoutMilliseconds: Int
        public let correction: Bilingual
        public let fields: [Field]
        /// How this installation shows who it is; nil where the source asks nothing.
        public let credentials: Credentials?

        enum CodingKeys: String, CodingKey {
            case key, kind, title, owner, address, correction, fields, credentials
            case timeoutMilliseconds = "timeout_ms"
        }
    }

    /// Names of files in the folder of keys. The secrets themselves never stand in a policy.
    public struct Credentials: Sendable, Decodable {
        /// Holds a token that is shown as a bearer.
        public let tokenFile: String?
        /// PEM with our certificate and its chain.
        public let certificateFile: String?
        /// PEM with its key.
        public let keyFile: String?
        /// PEM with the authorities that the source's own certificate may come from, where they are not those
        /// of the machine.
        public let trustFile: String?

        enum CodingKeys: String, CodingKey {
            case tokenFile = "token_file"
            case certificateFile = "certificate_file"
            case keyFile = "key_file"
            case trustFile = "trust_file"
        }

        fileprivate var files: [String] {
            [tokenFile, certificateFile, keyFile, trustFile].compactMap(\.self)
        }
    }

    public struct Owner: Sendable, Decodable {
        public let oin: String
        public let name: String
    }

    public struct Field: Sendable, Decodable {
        public let path: String
        public let label: Bilingual
        public let notation: String?
    }

    public struct Bilingual: Sendable, Decodable {
        public let nl: String
        public let en: String
    }

    public static let kinds = ["brp", "woz", "bag", "income"]
    public static let notations = ["text", "date", "euro", "number", "area"]
    /// The address of a source that the program answers for itself, where nothing is real.
    public static let stub = "stub"
    /// A page that shows all of them stays one page.
    static let countLimit = 20
    static let fieldLimit = 50
    /// Longer than this nobody waits for a page.
    static let timeouts = 100...10_000

    public init(text: String, name: String) throws(PolicyFileError) {
        do {
            self = try YAMLDecoder().decode(SourceFile.self, from: text)
        } catch {
            throw PolicyFileError(
                description: "\(name): expected sources, each with key, kind, title, owner, address, "
                    + "timeout_ms, correction and fields: \(error)")
        }
        guard sources.count <= Self.countLimit else {
            throw PolicyFileError(description: "\(name): at most \(Self.countLimit) sources")
        }
        guard Set(sources.map(\.key)).count == sources.count else {
            throw PolicyFileError(description: "\(name): a key stands for one source")
        }
        for source in sources {
            if let flaw = source.flaw {
                throw PolicyFileError(description: "\(name): source '\(source.key)': \(flaw)")
            }
        }
    }
}

extension SourceFile.Entry {
    /// What is wrong with it, with what was expected.
    fileprivate var flaw: String? {
        if !key.isPlain || key == "inzage" {
            return "key is lower-case letters, digits and hyphens, not 'inzage'"
        }
        if !SourceFile.kinds.contains(kind) {
            return "kind is one of \(SourceFile.kinds.joined(separator: ", "))"
        }
        if owner.oin.utf8.count != 20 || !owner.oin.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            return "owner.oin is twenty digits, in quotes"
        }
        if !SourceFile.timeouts.contains(timeoutMilliseconds) {
            return "timeout_ms is \(SourceFile.timeouts.lowerBound) to \(SourceFile.timeouts.upperBound)"
        }
        if !isSafe { return "address is https (http on this machine only), or '\(SourceFile.stub)'" }
        if let flaw = credentials?.flaw { return flaw }
        if credentials != nil, address == SourceFile.stub { return "a stub takes no credentials" }
        if !(1...SourceFile.fieldLimit).contains(fields.count) {
            return "fields are 1 to \(SourceFile.fieldLimit)"
        }
        return fields.lazy.compactMap(\.flaw).first
    }

    /// The question holds somebody's number: it never travels in clear.
    private var isSafe: Bool {
        address == SourceFile.stub || address.hasPrefix("https://")
            || ["http://127.0.0.1:", "http://localhost:"].contains { address.hasPrefix($0) }
    }
}

extension SourceFile.Credentials {
    fileprivate var flaw: String? {
        if (certificateFile == nil) != (keyFile == nil) {
            return "certificate_file and key_file go together"
        }
        if files.isEmpty {
            return "credentials name a token_file, a certificate_file with its key_file, or a trust_file"
        }
        let isName = { (name: String) in
            (1...100).contains(name.utf8.count) && !name.hasPrefix(".")
                && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) }
        }
        return files.allSatisfy(isName)
            ? nil : "a file of credentials is a name within the folder of keys, without a path"
    }
}

extension SourceFile.Field {
    fileprivate var flaw: String? {
        let names = path.split(separator: ".", omittingEmptySubsequences: false)
        let isPath = names.allSatisfy { name in
            !name.isEmpty && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        }
        if !isPath {
            return "a path is names of letters and digits with dots between, not '\(path.prefix(40))'"
        }
        if !SourceFile.notations.contains(notation ?? "text") {
            return "notation is one of \(SourceFile.notations.joined(separator: ", "))"
        }
        return nil
    }
}

extension String {
    fileprivate var isPlain: Bool {
        (1...40).contains(utf8.count)
            && allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
    }
}

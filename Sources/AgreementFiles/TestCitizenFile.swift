import Yams

/// The citizens of preproduction as their policy file has them: who they are, and what each always does.
public struct TestCitizenFile: Sendable {
    public let citizens: [Entry]

    public struct Entry: Sendable, Decodable {
        public let bsn: String
        public let name: String
        public let behaviour: String
        /// How long the validation service waits; only where the behaviour is to wait.
        public let validationSeconds: Int?
        /// How long after receipt the processing report waits; only where the behaviour is to wait.
        public let reportSeconds: Int?

        enum CodingKeys: String, CodingKey {
            case bsn, name, behaviour
            case validationSeconds = "validation_seconds"
            case reportSeconds = "report_seconds"
        }
    }

    private struct Document: Decodable {
        let citizens: [Entry]

        enum CodingKeys: String, CodingKey {
            case citizens = "test_citizens"
        }
    }

    public init(text: String, name: String) throws(PolicyFileError) {
        do {
            citizens = try YAMLDecoder().decode(Document.self, from: text).citizens
        } catch {
            throw PolicyFileError(
                description: "\(name): expected test_citizens, each with bsn, name and behaviour: \(error)")
        }
    }
}

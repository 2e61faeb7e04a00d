import Yams

/// The one table of how long what is kept, as its policy file has it.
public struct RetentionFile: Sendable {
    /// The content of deliveries, after receipt.
    public let parkedDays: Int

    private struct Document: Decodable {
        let retention: Terms

        struct Terms: Decodable {
            let parkedDays: Int

            enum CodingKeys: String, CodingKey {
                case parkedDays = "parked_days"
            }
        }
    }

    public init(text: String, name: String) throws(PolicyFileError) {
        do {
            parkedDays = try YAMLDecoder().decode(Document.self, from: text).retention.parkedDays
        } catch {
            throw PolicyFileError(description: "\(name): expected retention with parked_days: \(error)")
        }
        guard (1...3_650).contains(parkedDays) else {
            throw PolicyFileError(description: "\(name): parked_days is 1 to 3650")
        }
    }
}

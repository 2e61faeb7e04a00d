import Yams

/// The one table of how long what is kept, as its policy file has it.
public struct RetentionFile: Sendable {
    /// The content of deliveries, after receipt.
    public let parkedDays: Int
    /// Messages in the bin of a box, after they were thrown away.
    public let binDays: Int

    private struct Document: Decodable {
        let retention: Terms

        struct Terms: Decodable {
            let parkedDays: Int
            let binDays: Int

            enum CodingKeys: String, CodingKey {
                case parkedDays = "parked_days"
                case binDays = "bin_days"
            }
        }
    }

    public init(text: String, name: String) throws(PolicyFileError) {
        do {
            let terms = try YAMLDecoder().decode(Document.self, from: text).retention
            (parkedDays, binDays) = (terms.parkedDays, terms.binDays)
        } catch {
            throw PolicyFileError(
                description: "\(name): expected retention with parked_days and bin_days: \(error)")
        }
        for (key, days) in [("parked_days", parkedDays), ("bin_days", binDays)] {
            guard (1...3_650).contains(days) else {
                throw PolicyFileError(description: "\(name): \(key) is 1 to 3650")
            }
        }
    }
}

import Yams

/// The one table of how long what is kept, as its policy file has it.
public struct RetentionFile: Sendable {
    /// The content of deliveries, after receipt.
    public let parkedDays: Int
    /// The content of a closed account, after closing.
    public let closedAccountDays: Int

    private struct Document: Decodable {
        let retention: Terms

        struct Terms: Decodable {
            let parkedDays: Int
            let closedAccountDays: Int

            enum CodingKeys: String, CodingKey {
                case parkedDays = "parked_days"
                case closedAccountDays = "closed_account_days"
            }
        }
    }

    public init(text: String, name: String) throws(PolicyFileError) {
        let terms: Document.Terms
        do {
            terms = try YAMLDecoder().decode(Document.self, from: text).retention
        } catch {
            throw PolicyFileError(
                description: "\(name): expected retention with parked_days and closed_account_days: \(error)")
        }
        for (key, days) in [
            ("parked_days", terms.parkedDays), ("closed_account_days", terms.closedAccountDays),
        ] where !(1...3_650).contains(days) {
            throw PolicyFileError(description: "\(name): \(key) is 1 to 3650")
        }
        parkedDays = terms.parkedDays
        closedAccountDays = terms.closedAccountDays
    }
}

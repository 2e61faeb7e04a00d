import Yams

/// The one table of how long what is kept, as its policy file has it.
public struct RetentionFile: Sendable {
    /// The content of deliveries, after receipt.
    public let parkedDays: Int
    /// Idempotency keys, after the first request under them.
    public let idempotencyKeyDays: Int
    /// Messages in the bin of a box, after they were thrown away.
    public let binDays: Int
    /// The content of a closed account, after closing.
    public let closedAccountDays: Int
    /// Reports, for fetching, after the agreement's last day of offering them.
    public let reportFetchDays: Int
    /// That an event about a case came, after its receipt.
    public let caseEventDays: Int

    private struct Document: Decodable {
        let retention: Terms

        struct Terms: Decodable {
            let parkedDays: Int
            let idempotencyKeyDays: Int
            let binDays: Int
            let closedAccountDays: Int
            let reportFetchDays: Int
            let caseEventDays: Int

            enum CodingKeys: String, CodingKey {
                case parkedDays = "parked_days"
                case idempotencyKeyDays = "idempotency_key_days"
                case binDays = "bin_days"
                case closedAccountDays = "closed_account_days"
                case reportFetchDays = "report_fetch_days"
                case caseEventDays = "case_event_days"
            }
        }
    }

    public init(text: String, name: String) throws(PolicyFileError) {
        let terms: Document.Terms
        do {
            terms = try YAMLDecoder().decode(Document.self, from: text).retention
        } catch {
            throw PolicyFileError(
                description: "\(name): expected retention with every term in days: \(error)")
        }
        for (key, days) in [
            ("parked_days", terms.parkedDays), ("idempotency_key_days", terms.idempotencyKeyDays),
            ("bin_days", terms.binDays), ("closed_account_days", terms.closedAccountDays),
            ("report_fetch_days", terms.reportFetchDays), ("case_event_days", terms.caseEventDays),
        ] where !(1...3_650).contains(days) {
            throw PolicyFileError(description: "\(name): \(key) is 1 to 3650")
        }
        parkedDays = terms.parkedDays
        idempotencyKeyDays = terms.idempotencyKeyDays
        binDays = terms.binDays
        closedAccountDays = terms.closedAccountDays
        reportFetchDays = terms.reportFetchDays
        caseEventDays = terms.caseEventDays
    }
}

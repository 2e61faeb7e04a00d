public import CivilTime
public import SQL
public import Sealing

/// One processing of personal data: which organisation, what for, about whom. Written before the data is
/// given, in the same transaction, or the data is not given. The citizen reads it; which employee it was is
/// in the audit trail.
public struct ProcessingLine: Sendable {
    public enum Outcome: Int, Sendable, Storable {
        case given = 0
        case refused = 1
        case failed = 2
    }

    public let activity: ProcessingActivity
    /// The OIN of the organisation that asked; nil for the citizen and for the product itself.
    public let organisation: String?
    /// Whom it was about, under the log's own key. Those named in one call share a line. Nil: everyone with
    /// an account, as when all subscriptions are read.
    public let subjects: [Pseudonym]?
    public let outcome: Outcome
    public let at: Instant
    public let traceID: String?

    /// A line of more subjects would be slow to read for each of them; split it.
    public static let subjectLimit = 10_000

    public init(
        activity: ProcessingActivity, organisation: String?, subjects: [Pseudonym]?,
        outcome: Outcome = .given,
        at now: Instant, traceID: String? = nil
    ) {
        if let subjects {
            precondition(
                (1...Self.subjectLimit).contains(subjects.count), "a line is about someone; split long lists")
        }
        self.activity = activity
        self.organisation = organisation
        self.subjects = subjects
        self.outcome = outcome
        at = now
        self.traceID = traceID
    }

    @discardableResult
    public func record(in transaction: any Transaction) throws -> Identifier<ProcessingLine> {
        let id = Identifier<ProcessingLine>.new(milliseconds: at.microseconds / 1_000)
        let packed = PackedSubjects.pack(subjects ?? [])
        let count = subjects?.count ?? 0
        try transaction.run(
            """
            INSERT INTO processing_line
              (id, at, activity, organisation, purpose, outcome, trace_id, everyone, subject_count, subjects)
            VALUES
              (\(id), \(at), \(activity), \(organisation), \(activity.purpose), \(outcome), \(traceID),
               \(subjects == nil), \(count), \(packed))
            """)
        if count > 0 {
            try transaction.run(
                "INSERT INTO processing_unindexed (line, subject_count) VALUES (\(id), \(count))")
        }
        return id
    }
}

public import CivilTime
public import Identity
public import SQL

/// One change of somebody's settings, dated and kept: what a person looks back at, and what shows that a
/// preference was processed (SNO-07). It holds no address.
public struct SettingChange: Sendable, Equatable {
    public enum Subject: String, Sendable, Storable {
        /// Messages of an organisation: `yes`, `no`.
        case organisation
        /// Messages of one kind: `yes`, `no`, `follows`.
        case type
        /// The address: `confirmed`, `removed`, `unreachable`.
        case email
        /// By mail: `yes`, `no`.
        case byEmail = "by-email"
        /// By push: `yes`, `no`.
        case byPush = "by-push"
        /// When: `at-once`, or the hour of the day.
        case pace
        /// `nl`, `en`.
        case language
    }

    public let subject: Subject
    public var organisation: Organisation.ID?
    public var type: String?
    public let outcome: String

    static let follows = "follows"
    static let atOnce = "at-once"

    static func text(_ wants: Bool) -> String { wants ? "yes" : "no" }

    func record(for person: Person.ID, in transaction: any Transaction, at now: Instant) throws {
        try transaction.run(
            """
            INSERT INTO setting_change
              (person_id, subject, organisation_id, type_code, outcome, changed_at)
            VALUES (\(person), \(subject), \(organisation), \(type), \(outcome), \(now))
            """)
    }
}

/// A change as its holder reads it, with names in place of ids.
public struct SettingStory: Sendable {
    public let number: Int64
    public let subject: SettingChange.Subject
    public let organisation: String?
    public let type: String?
    public let outcome: String
    public let at: Instant

    /// One page of the story.
    public static let pageLimit = 50

    /// The changes before a number, newest first. The caller has noted the look in the processing log.
    static func page(
        of person: Person.ID, before number: Int64?, in transaction: any Transaction
    ) throws -> [SettingStory] {
        try transaction.rows(
            """
            SELECT setting_change.number, setting_change.subject, organisation.name,
              COALESCE(message_type.title, setting_change.type_code), setting_change.outcome,
              setting_change.changed_at
            FROM setting_change
            LEFT JOIN organisation ON organisation.id = setting_change.organisation_id
            LEFT JOIN message_type ON message_type.organisation_id = setting_change.organisation_id
              AND message_type.code = setting_change.type_code
            WHERE setting_change.person_id = \(person) AND setting_change.number < \(number ?? Int64.max)
            ORDER BY setting_change.number DESC
            LIMIT \(pageLimit)
            """
        ) { row in
            SettingStory(
                number: try row.next(), subject: try row.next(), organisation: try row.next(),
                type: try row.next(), outcome: try row.next(), at: try row.next())
        }
    }
}

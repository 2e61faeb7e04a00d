public import CivilTime
public import Identity
import Journal
public import Markup
public import SQL

extension PersonalSettings {
    /// What a person asks to change about how they are told: parts that are nil stay as they are.
    public struct ContactWish: Sendable, Equatable {
        public var byEmail: Bool?
        public var byPush: Bool?
        public var pace: Pace?
        public var language: Language?

        public enum Pace: Sendable, Equatable {
            case atOnce
            /// An hour from 0 to 23 in Amsterdam.
            case daily(hour: Int)

            var hour: Int? {
                if case .daily(let hour) = self { hour } else { nil }
            }
        }

        public init(
            byEmail: Bool? = nil, byPush: Bool? = nil, pace: Pace? = nil, language: Language? = nil
        ) {
            self.byEmail = byEmail
            self.byPush = byPush
            self.pace = pace
            self.language = language
        }
    }

    /// Changes how the person is told. What waits already for its hour keeps it.
    ///
    /// - Parameter revision: of the contact that the wish was made against; nil where a later choice simply
    ///   wins, as for the language.
    public func change(
        _ wish: ContactWish, expecting revision: Int?, at now: Instant
    ) async throws {
        try await facilities.database.write { transaction in
            try change(wish, expecting: revision, in: transaction, at: now)
        }
    }

    func change(
        _ wish: ContactWish, expecting revision: Int?, in transaction: any Transaction, at now: Instant
    ) throws {
        try note(.changeSettings, in: transaction, at: now)
        guard let contact = try Contact.find(owner, in: transaction) else { throw PreferenceError.noBox }
        if let revision, revision != contact.revision { throw PreferenceError.changedElsewhere }
        let hour = wish.pace.map(\.hour) ?? contact.dailyHour
        let changes = wish.changes(of: contact)
        guard !changes.isEmpty else { return }
        try transaction.run(
            """
            UPDATE box
            SET by_email = \(wish.byEmail ?? contact.byEmail), by_push = \(wish.byPush ?? contact.byPush),
              daily_hour = \(hour), language = \(wish.language ?? contact.language),
              revision = revision + 1
            WHERE person_id = \(owner)
            """)
        for change in changes { try change.record(for: owner, in: transaction, at: now) }
        let detail = changes.map { "\($0.subject.rawValue)=\($0.outcome)" }.joined(separator: " ")
        try audit("contact.change", detail: detail, in: transaction, at: now)
    }

    /// The language that the person chose; nil where there is no choice. For the frame of each page, which
    /// holds nothing else that is personal.
    public static func language(
        of person: Person.ID, in transaction: any Transaction
    ) throws -> Language? {
        try transaction.value("SELECT language FROM box WHERE person_id = \(person)", as: Language?.self)
            ?? nil
    }
}

extension Contact {
    /// `nl` or `en`; nil where the person has not chosen.
    public var languageCode: String? { language?.rawValue }
}

extension PersonalSettings.ContactWish {
    /// Nil for a language that pages are not written in.
    public init?(languageCode: String) {
        guard let language = Language(rawValue: languageCode) else { return nil }
        self.init(language: language)
    }

    fileprivate func changes(of contact: Contact) -> [SettingChange] {
        var changes: [SettingChange] = []
        if let byEmail, byEmail != contact.byEmail {
            changes.append(SettingChange(subject: .byEmail, outcome: SettingChange.text(byEmail)))
        }
        if let byPush, byPush != contact.byPush {
            changes.append(SettingChange(subject: .byPush, outcome: SettingChange.text(byPush)))
        }
        if let pace, pace.hour != contact.dailyHour {
            changes.append(
                SettingChange(subject: .pace, outcome: pace.hour.map(String.init) ?? SettingChange.atOnce))
        }
        if let language, language != contact.language {
            changes.append(SettingChange(subject: .language, outcome: language.rawValue))
        }
        return changes
    }
}

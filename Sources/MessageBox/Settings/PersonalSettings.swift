public import CivilTime
public import Identity
import Journal
public import SQL
import Sealing

/// One person's own settings. Every look and every change leaves its line in the processing log first, or
/// does not happen.
public struct PersonalSettings: Sendable {
    let owner: Person.ID
    let facilities: Facilities

    public init(of owner: Person.ID, facilities: Facilities) {
        self.owner = owner
        self.facilities = facilities
    }

    /// All of them together, with the address readable.
    public struct Overview: Sendable {
        public let preferences: Preferences
        public let contact: Contact
        public let email: String?
        /// The address that waits for its code.
        public let waitingEmail: String?
        /// Higher at each change of any of them.
        public var revision: Int { preferences.revision + contact.revision }
    }

    public func overview(at now: Instant) async throws -> Overview {
        try await facilities.database.write { transaction in
            let person = try note(.readSettings, in: transaction, at: now)
            return try overview(of: person, in: transaction, at: now)
        }
    }

    /// Changes both kinds of settings together, after a look at what they are now.
    ///
    /// - Parameter check: throws where the change was made against something else; nothing is changed then.
    /// - Returns: what they became.
    public func change(
        _ wishes: [PreferenceWish], _ contact: ContactWish, at now: Instant,
        check: @escaping @Sendable (Overview) throws -> Void
    ) async throws -> Overview {
        try await facilities.database.write { transaction in
            let person = try note(.changeSettings, in: transaction, at: now)
            let current = try overview(of: person, in: transaction, at: now)
            try check(current)
            try change(wishes, expecting: .all(current.revision), in: transaction, at: now)
            try change(contact, expecting: nil, in: transaction, at: now)
            return try overview(of: person, in: transaction, at: now)
        }
    }

    private func overview(
        of person: Person, in transaction: any Transaction, at now: Instant
    ) throws -> Overview {
        let keys = facilities.keys
        guard let contact = try Contact.find(owner, in: transaction) else { throw PreferenceError.noBox }
        return Overview(
            preferences: try Preferences.find(of: owner, in: transaction), contact: contact,
            email: try contact.email?.text(person, keys),
            waitingEmail: try EmailConfirmation.find(owner, in: transaction)?
                .openAddress(of: person, keys, at: now))
    }

    /// What was changed before a number, newest first.
    public func story(before number: Int64?, at now: Instant) async throws -> [SettingStory] {
        let owner = owner
        return try await facilities.database.write { transaction in
            try note(.readSettings, in: transaction, at: now)
            return try SettingStory.page(of: owner, before: number, in: transaction)
        }
    }

    /// Finds the person and writes the line in the log.
    @discardableResult
    func note(
        _ activity: ProcessingActivity, in transaction: any Transaction, at now: Instant
    ) throws -> Person {
        guard let person = try Person.find(owner, in: transaction) else { throw PreferenceError.noBox }
        try ProcessingLine(
            activity: activity, organisation: nil, subjects: [try person.logPseudonym(facilities.keys)],
            at: now
        ).record(in: transaction)
        return person
    }

    /// Who did what, for the audit trail; never with an address.
    func audit(
        _ act: String, detail: String = "", in transaction: any Transaction, at now: Instant
    ) throws {
        try AuditEntry(
            actor: .citizen(owner.description), act: act,
            object: .init(kind: "person", id: owner.description), detail: detail, at: now
        ).record(in: transaction)
    }
}

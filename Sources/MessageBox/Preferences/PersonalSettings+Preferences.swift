public import CivilTime
import Identity
import Journal
import SQL

extension PersonalSettings {
    /// What a change is made against: refused where it is something else by now.
    public enum Expected: Sendable {
        /// The revision of the one organisation that a form is about.
        case organisation(Int)
        /// The revision of all settings together.
        case all(Int)
    }

    /// Changes who may write digitally: all of what is asked, or nothing (SNO-07).
    public func change(
        _ wishes: [PreferenceWish], expecting expected: Expected, at now: Instant
    ) async throws {
        try await facilities.database.write { transaction in
            try change(wishes, expecting: expected, in: transaction, at: now)
        }
    }

    func change(
        _ wishes: [PreferenceWish], expecting expected: Expected, in transaction: any Transaction,
        at now: Instant
    ) throws {
        try note(.changeSettings, in: transaction, at: now)
        guard let contact = try Contact.find(owner, in: transaction) else { throw PreferenceError.noBox }
        let known = try Preferences.find(of: owner, in: transaction)
        if case .all(let revision) = expected, known.revision + contact.revision != revision {
            throw PreferenceError.changedElsewhere
        }
        for wish in wishes {
            let found = known.organisations.first { $0.organisation.oin == wish.organisation }
            guard let current = found else { throw PreferenceError.unknownOrganisation }
            if case .organisation(let revision) = expected, current.revision != revision {
                throw PreferenceError.changedElsewhere
            }
            try apply(wish, to: current, in: transaction, at: now)
        }
    }

    private func apply(
        _ wish: PreferenceWish, to current: Preferences.OfOrganisation, in transaction: any Transaction,
        at now: Instant
    ) throws {
        let organisation = current.organisation.id
        if let wants = wish.wants {
            try Preference.set(owner, wants: wants, from: organisation, in: transaction, at: now)
        }
        for (code, choice) in wish.types.sorted(by: { $0.key < $1.key }) {
            guard current.types.contains(where: { $0.code == code }) else {
                throw PreferenceError.unknownType
            }
            try Preference.set(
                owner, wants: choice.wants, type: code, of: organisation, in: transaction, at: now)
        }
        try AuditEntry(
            actor: .citizen(owner.description), act: "preference.change",
            object: .init(kind: "organisation", id: organisation.description), at: now
        ).record(in: transaction)
    }
}

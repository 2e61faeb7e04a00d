import CivilTime
public import Identity
import Journal
public import SQL
import Sealing

/// One person's view of the own box. Every look leaves a line in the processing log first, or does not
/// happen.
public struct Mailbox: Sendable {
    let owner: Person.ID
    let facilities: Facilities

    /// The most messages one page of the list holds.
    public static let pageLimit = 200

    public init(of owner: Person.ID, facilities: Facilities) {
        self.owner = owner
        self.facilities = facilities
    }

    func log(_ activity: ProcessingActivity, at now: Instant) async throws -> Opened {
        try await act(activity, at: now) { box, _ in box }
    }

    /// Runs an act on the box, after its line in the processing log, in one transaction with it.
    func act<Outcome: Sendable>(
        _ activity: ProcessingActivity, at now: Instant,
        _ body: @escaping @Sendable (Opened, any Transaction) throws -> Outcome
    ) async throws -> Outcome {
        let (owner, facilities) = (owner, facilities)
        return try await facilities.database.write { transaction in
            try body(
                Self.opened(owner, activity, facilities: facilities, in: transaction, at: now), transaction)
        }
    }

    /// Writes the line in the processing log, and opens the box.
    static func opened(
        _ owner: Person.ID, _ activity: ProcessingActivity, facilities: Facilities,
        in transaction: any Transaction, at now: Instant
    ) throws -> Opened {
        guard let person = try Person.find(owner, in: transaction) else { throw MailboxError.noBox }
        let subject = try person.logPseudonym(facilities.keys)
        try ProcessingLine(activity: activity, organisation: nil, subjects: [subject], at: now)
            .record(in: transaction)
        let box = try Box.find(person, in: transaction)
        return Opened(
            person: person, key: try person.key(facilities.keys), showsUntil: box?.showsUntil(now) ?? now)
    }

    /// The box after its line in the processing log was written.
    struct Opened: Sendable {
        let person: Person
        let key: DataKey
        /// Messages that were published after this do not show.
        let showsUntil: Instant
    }
}

public enum MailboxError: Error, Equatable, Sendable {
    case noBox
    /// Not in this box, not published yet, erased, or never there: the reader is not told which.
    case noSuchMessage
    case noSuchAttachment
    case noSuchFolder
    /// Another folder of this box has this name, or one that differs in capitals only.
    case folderNameTaken
    /// ``Mailbox/folderLimit`` is reached.
    case tooManyFolders
    /// An act on none, or on more than ``Mailbox/selectionLimit`` messages.
    case selectionSize
    /// The message no longer is as the asker saw it: another browser changed it.
    case changedMeanwhile
    /// Only what lies in the bin is erased.
    case notInBin
    /// What was moved then has been moved again, or erased.
    case nothingToUndo
}

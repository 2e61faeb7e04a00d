import CivilTime
import Identity
import SQL
import Work

/// What one item of a notification lane asks for.
enum Errand: Sendable, Equatable {
    /// A message has arrived.
    case arrival(Message.ID)
    /// What came since the day before, together.
    case digest(Digest.ID)
    /// A deadline is near and the message unread.
    case reminder(Message.ID)
    /// The code that confirms an address.
    case code(Person.ID, EmailConfirmation.ID)
    /// The word to an address that it is no longer the one in use; the address itself, sealed.
    case farewell(Person.ID, Contact.EmailID, sealed: [UInt8])

    /// What somebody waits for at the screen does not stand in line behind a day's post.
    private var destination: String {
        switch self {
        case .arrival, .digest, .reminder: Contact.Channel.email.rawValue
        case .code, .farewell: "email-settings"
        }
    }

    func enqueue(in transaction: any Transaction, dueAt: Instant, at now: Instant) throws {
        try Work.enqueue(
            NewWorkItem(kind: .notification, destination: destination, payload: payload, dueAt: dueAt),
            in: transaction, at: now)
    }
}

extension Errand {
    private enum Tag: UInt8 {
        case digest = 1
        case reminder, code, farewell
    }

    private static let idLength = 16

    /// An arrival is the bare id, as it has been since the first release.
    var payload: [UInt8] {
        switch self {
        case .arrival(let message): message.bytes
        case .digest(let digest): [Tag.digest.rawValue] + digest.bytes
        case .reminder(let message): [Tag.reminder.rawValue] + message.bytes
        case .code(let person, let id): [Tag.code.rawValue] + person.bytes + id.bytes
        case .farewell(let person, let id, let sealed):
            [Tag.farewell.rawValue] + person.bytes + id.bytes + sealed
        }
    }

    /// Nil for what no version of this program wrote.
    init?(payload: [UInt8]) {
        if payload.count == Self.idLength {
            guard let message = Message.ID(value: .bytes(payload)) else { return nil }
            self = .arrival(message)
            return
        }
        guard let tag = payload.first.flatMap(Tag.init) else { return nil }
        let first = Array(payload.dropFirst().prefix(Self.idLength))
        let second = Array(payload.dropFirst(1 + Self.idLength).prefix(Self.idLength))
        switch tag {
        case .digest:
            guard let id = Digest.ID(value: .bytes(first)) else { return nil }
            self = .digest(id)
        case .reminder:
            guard let id = Message.ID(value: .bytes(first)) else { return nil }
            self = .reminder(id)
        case .code:
            guard let person = Person.ID(value: .bytes(first)),
                let id = EmailConfirmation.ID(value: .bytes(second))
            else { return nil }
            self = .code(person, id)
        case .farewell:
            guard let person = Person.ID(value: .bytes(first)),
                let id = Contact.EmailID(value: .bytes(second))
            else { return nil }
            let sealed = Array(payload.dropFirst(1 + 2 * Self.idLength))
            self = .farewell(person, id, sealed: sealed)
        }
    }
}

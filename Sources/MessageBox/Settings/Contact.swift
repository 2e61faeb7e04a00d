public import CivilTime
public import Identity
public import Markup
public import SQL
import Sealing

/// How a person is reached: in which language, by which channels, at once or once a day.
public struct Contact: Sendable {
    public typealias EmailID = Identifier<EmailAddress>

    let person: Person.ID
    /// Nil where the person has not chosen.
    public let language: Language?
    public let byEmail: Bool
    public let byPush: Bool
    /// The hour in Amsterdam at which what came is told together; nil tells each at once.
    public let dailyHour: Int?
    /// Higher at each change: what a form was filled in against.
    public let revision: Int
    public let email: EmailAddress?

    /// A way to tell people. A new one is a case here and a way to send.
    enum Channel: String, Sendable, Storable {
        case email
    }

    /// The channels that are open now: an address that mail does not reach is none.
    var channels: [Channel] {
        byEmail && email?.unreachableAt == nil && email != nil ? [.email] : []
    }

    /// When something that shows at a moment is told.
    func tellingMoment(of moment: Instant) -> Instant {
        guard let dailyHour, let time = TimeOfDay(hour: dailyHour, minute: 0) else { return moment }
        let today = Instant(LocalTime(date: moment.localDate, time: time))
        guard today < moment else { return today }
        return Instant(LocalTime(date: moment.localDate.advanced(byDays: 1), time: time))
    }
}

/// The confirmed address of a person, sealed, with what is known of its reach.
public struct EmailAddress: Sendable {
    /// Names the address to mail servers: an address that was replaced is not blamed for another's bounce.
    public let id: Contact.EmailID
    let sealed: [UInt8]
    public let confirmedAt: Instant?
    /// Since when mail does not arrive; nil while it does.
    public let unreachableAt: Instant?
}

extension Contact {
    /// How a person is reached; nil without a box.
    static func find(_ person: Person.ID, in transaction: any Transaction) throws -> Contact? {
        try transaction.first(
            """
            SELECT language, by_email, by_push, daily_hour, revision, email_id, email_sealed,
              email_confirmed_at, email_unreachable_at
            FROM box
            WHERE person_id = \(person)
            """
        ) { row in
            let language: Language? = try row.next()
            let (byEmail, byPush): (Bool, Bool) = (try row.next(), try row.next())
            let (hour, revision): (Int?, Int) = (try row.next(), try row.next())
            return Contact(
                person: person, language: language, byEmail: byEmail, byPush: byPush, dailyHour: hour,
                revision: revision, email: try EmailAddress(&row))
        }
    }
}

extension Contact {
    /// What every page of a person goes by: nothing that is written in the processing log.
    public struct Standing: Sendable {
        public let language: Language?
        public let byEmail: Bool
        public let hasEmail: Bool
        public let unreachableAt: Instant?
    }

    /// Nil without a box.
    public static func standing(
        of person: Person.ID, in transaction: any Transaction
    ) throws -> Standing? {
        try find(person, in: transaction).map { contact in
            Standing(
                language: contact.language, byEmail: contact.byEmail, hasEmail: contact.email != nil,
                unreachableAt: contact.email?.unreachableAt)
        }
    }
}

extension EmailAddress {
    fileprivate init?(_ row: inout Row) throws {
        let (id, sealed): (Contact.EmailID?, [UInt8]?) = (try row.next(), try row.next())
        let (confirmedAt, unreachableAt): (Instant?, Instant?) = (try row.next(), try row.next())
        guard let id, let sealed else { return nil }
        self.init(id: id, sealed: sealed, confirmedAt: confirmedAt, unreachableAt: unreachableAt)
    }

    /// The address itself, for its holder and for the mail server.
    func text(_ person: Person, _ keys: KeyRing) throws -> String {
        let bytes = try person.key(keys).open(sealed, for: .email(person.id))
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Language: Storable {}

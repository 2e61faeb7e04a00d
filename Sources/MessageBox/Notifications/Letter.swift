import CivilTime
import Identity
import Mail
import Markup
import SQL
import Sealing

/// One mail to one person, addressed.
struct Letter: Sendable {
    let errand: Errand
    let person: Person
    let address: String
    /// The address in use that a bounce would be about; nil for one that is not in use.
    let email: Contact.EmailID?
    let content: NotificationMail.Content
    let language: Language
}

extension Letter {
    /// Nil when there is nobody to be told any more: the message is gone or was read, the box is not active,
    /// the channel is closed, the code was used.
    static func find(
        _ errand: Errand, facilities: Facilities, in transaction: any Transaction
    ) throws -> Letter? {
        switch errand {
        case .arrival(let id):
            try Subject.find(id, facilities, in: transaction).flatMap { subject in
                try about(subject.person, .arrival(subject.heading), errand, facilities, in: transaction)
            }
        case .reminder(let id):
            try Subject.find(id, facilities, in: transaction).flatMap { subject in
                guard !subject.isRead, let deadline = subject.deadline else { return nil }
                return try about(
                    subject.person, .reminder(subject.heading, by: deadline), errand, facilities,
                    in: transaction)
            }
        case .digest(let id):
            try Digest.person(of: id, in: transaction).flatMap { person in
                let counts = try Digest.counts(of: id, in: transaction)
                guard !counts.isEmpty else { return nil }
                return try about(person, .digest(counts), errand, facilities, in: transaction)
            }
        case .code(let person, let id):
            try code(id, of: person, facilities, in: transaction)
        case .farewell(let person, let email, let sealed):
            try farewell(to: sealed, of: person, email, facilities, in: transaction)
        }
    }

    /// To the address in use, of an active box whose holder wants mail.
    private static func about(
        _ id: Person.ID, _ content: NotificationMail.Content, _ errand: Errand, _ facilities: Facilities,
        in transaction: any Transaction
    ) throws -> Letter? {
        guard let person = try Person.find(id, in: transaction),
            try Box.find(person, in: transaction)?.state == .active,
            let contact = try Contact.find(id, in: transaction), contact.channels.contains(.email),
            let email = contact.email
        else { return nil }
        return Letter(
            errand: errand, person: person, address: try email.text(person, facilities.keys),
            email: email.id, content: content, language: contact.language ?? .dutch)
    }

    private static func code(
        _ id: EmailConfirmation.ID, of personID: Person.ID, _ facilities: Facilities,
        in transaction: any Transaction
    ) throws -> Letter? {
        guard let person = try Person.find(personID, in: transaction),
            let waiting = try EmailConfirmation.find(personID, in: transaction), waiting.id == id,
            let code = try waiting.code(of: person, facilities.keys), let sealed = waiting.sealedAddress
        else { return nil }
        let address = try person.key(facilities.keys).open(sealed, for: .waitingAddress(id))
        let language = try PersonalSettings.language(of: personID, in: transaction)
        return Letter(
            errand: .code(personID, id), person: person, address: String(decoding: address, as: UTF8.self),
            email: nil,
            content: .code(code, minutes: Int(facilities.notifications.codeSeconds / 60)),
            language: language ?? .dutch)
    }

    private static func farewell(
        to sealed: [UInt8], of personID: Person.ID, _ email: Contact.EmailID, _ facilities: Facilities,
        in transaction: any Transaction
    ) throws -> Letter? {
        guard let person = try Person.find(personID, in: transaction) else { return nil }
        let address = try person.key(facilities.keys).open(sealed, for: .email(personID))
        let language = try PersonalSettings.language(of: personID, in: transaction)
        return Letter(
            errand: .farewell(personID, email, sealed: sealed), person: person,
            address: String(decoding: address, as: UTF8.self), email: nil, content: .addressChanged,
            language: language ?? .dutch)
    }
}

/// A message as its notification speaks of it.
private struct Subject {
    let person: Person.ID
    let heading: NotificationMail.Heading
    let isRead: Bool
    let deadline: Moment?

    /// Nil for a message that was thrown away: nobody is told of that, and what was erased has no heading.
    static func find(
        _ id: Message.ID, _ facilities: Facilities, in transaction: any Transaction
    ) throws -> Subject? {
        try transaction.first(
            """
            SELECT message.person_id, message.heading_sealed, message.read_at, message.action_deadline_at,
              organisation.name, COALESCE(message_type.sensitive, 1)
            FROM message
            JOIN organisation ON organisation.id = message.organisation_id
            LEFT JOIN message_type ON message_type.organisation_id = message.organisation_id
              AND message_type.code = message.type_code
            WHERE message.id = \(id) AND message.place NOT IN (\(Place.bin), 3)
            """
        ) { row in
            let (personID, sealed): (Person.ID, [UInt8]) = (try row.next(), try row.next())
            let (readAt, deadline): (Instant?, Instant?) = (try row.next(), try row.next())
            let (sender, isSensitive): (String, Bool) = (try row.next(), try row.next())
            return (personID, sealed, readAt, deadline, sender, isSensitive)
        }.flatMap { personID, sealed, readAt, deadline, sender, isSensitive in
            var subject: String?
            if !isSensitive, let person = try Person.find(personID, in: transaction) {
                subject = try Message.openHeading(sealed, id: id, with: person.key(facilities.keys)).subject
            }
            return Subject(
                person: personID, heading: .init(sender: sender, subject: subject), isRead: readAt != nil,
                deadline: deadline.map { Moment(day: $0.localDate) })
        }
    }
}

extension Moment {
    fileprivate init(day: CivilDate) {
        let (year, month, day, weekday) = (day.year, day.month, day.day, day.weekday.rawValue)
        self.init(year: year, month: month, day: day, weekday: weekday)
    }
}

public import CivilTime
import Identity
import Journal
public import Mail
import Markup
import SQL
public import Work

/// Sends the notifications of a channel in their order; a retry leaves the line (DESIGN, decision 8).
///
/// Mail goes out at least once: a mail sent just before a crash is sent again, under the same Message-ID.
public struct NotificationSending: Sendable {
    let facilities: Facilities
    let route: MailRoute
    /// The address that notifications come from, and what a reader types to come to the box.
    let sender: MailAddress
    let site: String
    let now: @Sendable () -> Instant

    public init(
        facilities: Facilities, route: MailRoute, sender: MailAddress, site: String,
        now: @escaping @Sendable () -> Instant
    ) {
        self.facilities = facilities
        self.route = route
        self.sender = sender
        self.site = site
        self.now = now
    }

    /// Mails that have gone out and are not noted yet: after a crash, so many may go out again. Enough to
    /// share a sync.
    private static let unnotedLimit = 32

    /// Serves what one lease holds: mails go out one after the other, and what came of each is noted
    /// meanwhile, so that none waits for the disk.
    public func serve(_ lane: LeasedLane) async throws {
        let letters = try await address(lane)
        try await withThrowingTaskGroup(of: Void.self) { notes in
            for (index, (item, letter)) in zip(lane.items, letters).enumerated() {
                if index >= Self.unnotedLimit { try await notes.next() }
                let attempt = await attempt(letter)
                notes.addTask { try await note(attempt, item, of: lane) }
            }
            try await notes.waitForAll()
        }
    }

    /// Looks up who is to be told, with the line in the processing log first, and notes the first attempt of
    /// each.
    private func address(_ lane: LeasedLane) async throws -> [Letter?] {
        let (facilities, now) = (facilities, now())
        return try await facilities.database.write { transaction in
            var subjects: [Person] = []
            let letters = try lane.items.map { item -> Letter? in
                guard let id = Message.ID(value: .bytes(item.payload)) else { return nil }
                guard let letter = try Letter.find(id, facilities: facilities, in: transaction) else {
                    return nil
                }
                try transaction.run(
                    """
                    UPDATE notification SET first_attempt_at = \(now)
                    WHERE message_id = \(id) AND first_attempt_at IS NULL
                    """)
                subjects.append(letter.person)
                return letter
            }
            if !subjects.isEmpty {
                let pseudonyms = try subjects.map { try $0.logPseudonym(facilities.keys) }
                try ProcessingLine(activity: .notify, organisation: nil, subjects: pseudonyms, at: now)
                    .record(in: transaction)
            }
            return letters
        }
    }

    /// What came of one mail.
    private enum Attempt: Sendable {
        case nobody
        case sent(Letter)
        case refused(Letter)
        case later(reason: String)
    }

    private func attempt(_ letter: Letter?) async -> Attempt {
        guard let letter else { return .nobody }
        do {
            try await route.send(try letter.mail(from: sender, site: site, at: now()))
            return .sent(letter)
        } catch MailError.temporary(let reason) {
            return .later(reason: reason)
        } catch {
            return .refused(letter)
        }
    }

    private func note(_ attempt: Attempt, _ item: WorkItem, of lane: LeasedLane) async throws {
        switch attempt {
        case .nobody: try await drop(item, of: lane)
        case .sent(let letter): try await settle(item, of: lane, letter, refused: false)
        case .refused(let letter): try await settle(item, of: lane, letter, refused: true)
        case .later(let reason): try await retry(item, of: lane, reason: reason)
        }
    }

    private func retry(_ item: WorkItem, of lane: LeasedLane, reason: String) async throws {
        let wait = lane.kind.backOff.microseconds(
            afterFailures: item.failures + 1, jitter: Double.random(in: 0...1))
        let again = now().advanced(byMicroseconds: wait)
        try await facilities.database.write { try lane.retry(item, at: again, reason: reason, in: $0) }
    }

    /// There is nobody to tell any more; the notification is not left open as if it were late.
    private func drop(_ item: WorkItem, of lane: LeasedLane) async throws {
        let now = now()
        try await facilities.database.write { transaction in
            if let message = Message.ID(value: .bytes(item.payload)) {
                try transaction.run(
                    """
                    UPDATE notification SET refused_at = \(now)
                    WHERE message_id = \(message) AND sent_at IS NULL
                    """
                )
            }
            try lane.complete(item, in: transaction)
        }
    }

    private func settle(
        _ item: WorkItem, of lane: LeasedLane, _ letter: Letter, refused: Bool
    ) async throws {
        let now = now()
        try await facilities.database.write { transaction in
            let sentAt = refused ? nil : now
            let refusedAt = refused ? now : nil
            try transaction.run(
                """
                UPDATE notification SET sent_at = \(sentAt), refused_at = \(refusedAt)
                WHERE message_id = \(letter.message)
                """)
            try lane.complete(item, in: transaction)
        }
    }
}

/// One notification, addressed.
private struct Letter: Sendable {
    let message: Message.ID
    let person: Person
    let address: String
    let organisation: String

    /// Nil when the message is gone, or its reader has no address or no active box any more: nobody is to be
    /// told then.
    static func find(
        _ id: Message.ID, facilities: Facilities, in transaction: any Transaction
    ) throws -> Letter? {
        let found = try transaction.first(
            """
            SELECT message.person_id, organisation.name
            FROM message
            JOIN organisation ON organisation.id = message.organisation_id
            WHERE message.id = \(id)
            """
        ) { row in (try row.next(Person.ID.self), try row.next(String.self)) }
        guard let (personID, organisation) = found,
            let person = try Person.find(personID, in: transaction),
            let box = try Box.find(person, in: transaction), box.state == .active,
            let address = try box.email(facilities.keys)
        else { return nil }
        return Letter(message: id, person: person, address: address, organisation: organisation)
    }

    func mail(from sender: MailAddress, site: String, at now: Instant) throws(MailError) -> Mail {
        let text = NotificationMail(sender: organisation, site: site)
        return try Mail(
            from: sender, to: try MailAddress(address), subject: text.subject, text: text.text,
            html: text.html,
            messageID: "\(message)@\(site.split(separator: ":").first ?? "peil")", date: now)
    }
}

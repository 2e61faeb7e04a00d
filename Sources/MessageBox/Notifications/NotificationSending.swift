public import CivilTime
import Identity
import Journal
public import Mail
import SQL
public import Work

/// Sends the notifications of a channel in their order; a retry leaves the line (DESIGN, decision 8).
///
/// Mail goes out at least once: a mail sent just before a crash is sent again, under the same Message-ID.
public struct NotificationSending: Sendable {
    let facilities: Facilities
    let route: MailRoute
    let post: PostOffice
    let now: @Sendable () -> Instant

    /// - Parameters:
    ///   - sender: the address that notifications come from; bounces come back to it with a mark added.
    ///   - site: what a reader types to come to the box.
    public init(
        facilities: Facilities, route: MailRoute, sender: MailAddress, site: String,
        now: @escaping @Sendable () -> Instant
    ) {
        self.facilities = facilities
        self.route = route
        post = PostOffice(sender: sender, site: site)
        self.now = now
    }

    /// Mails that have gone out and are not noted yet: after a crash, so many may go out again. Enough to
    /// share a sync.
    private static let unnotedLimit = 32

    /// Serves what one lease holds: mails go out one after the other, and what came of each is noted
    /// meanwhile, so that none waits for the disk.
    public func serve(_ lane: LeasedLane) async throws {
        let letters = try await address(lane)
        var refusals = Refusals()
        try await withThrowingTaskGroup(of: Void.self) { notes in
            for (index, (item, letter)) in zip(lane.items, letters).enumerated() {
                if index >= Self.unnotedLimit { try await notes.next() }
                let attempt = await attempt(letter)
                refusals.count(attempt)
                notes.addTask { try await note(attempt, item, of: lane) }
            }
            try await notes.waitForAll()
        }
        try await blame(refusals)
    }

    /// Looks up who is to be told, with the line in the processing log first, and notes the first attempt of
    /// each.
    private func address(_ lane: LeasedLane) async throws -> [Letter?] {
        guard route.reachesPeople else { return lane.items.map { _ in nil } }
        let (facilities, now) = (facilities, now())
        return try await facilities.database.write { transaction in
            let letters = try lane.items.map { item -> Letter? in
                guard let errand = Errand(payload: item.payload),
                    let letter = try Letter.find(errand, facilities: facilities, in: transaction)
                else { return nil }
                try errand.noteAttempt(in: transaction, at: now)
                return letter
            }
            let subjects = try letters.compactMap { try $0?.person.logPseudonym(facilities.keys) }
            if !subjects.isEmpty {
                try ProcessingLine(activity: .notify, organisation: nil, subjects: subjects, at: now)
                    .record(in: transaction)
            }
            return letters
        }
    }

    /// What came of one mail.
    fileprivate enum Attempt: Sendable {
        case nobody
        case sent
        case refused(Letter, code: Int)
        case later(Letter, reason: String)
    }

    private func attempt(_ letter: Letter?) async -> Attempt {
        guard let letter else { return .nobody }
        do {
            try await route.send(try post.mail(letter, at: now()))
            return .sent
        } catch MailError.temporary(let reason) {
            return .later(letter, reason: reason)
        } catch MailError.permanent(let code, _) {
            return .refused(letter, code: code)
        } catch {
            return .refused(letter, code: 0)
        }
    }

    private func note(_ attempt: Attempt, _ item: WorkItem, of lane: LeasedLane) async throws {
        switch attempt {
        case .sent: try await settle(item, of: lane, isSent: true)
        // Nobody is to be told any more: the notification is not left open as if it were late.
        case .nobody, .refused: try await settle(item, of: lane, isSent: false)
        case .later(let letter, let reason): try await retry(item, letter, of: lane, reason: reason)
        }
    }

    private func settle(_ item: WorkItem, of lane: LeasedLane, isSent: Bool) async throws {
        let now = now()
        try await facilities.database.write { transaction in
            try Errand(payload: item.payload)?.settle(isSent: isSent, in: transaction, at: now)
            try lane.complete(item, in: transaction)
        }
    }

    private func retry(
        _ item: WorkItem, _ letter: Letter, of lane: LeasedLane, reason: String
    ) async throws {
        let wait = lane.kind.backOff.microseconds(
            afterFailures: item.failures + 1, jitter: Double.random(in: 0...1))
        let (facilities, now) = (facilities, now())
        let again = now.advanced(byMicroseconds: wait)
        try await facilities.database.write { transaction in
            guard try lane.retry(item, at: again, reason: reason, in: transaction) == .dead else { return }
            try letter.errand.settle(isSent: false, in: transaction, at: now)
            if let email = letter.email {
                _ = try Bounce.passing.note(of: email, facilities.notifications, in: transaction, at: now)
            }
        }
    }
}

/// What a lease was refused, to tell a wrong address from a wrong relay.
private struct Refusals: Sendable {
    private(set) var letters: [(email: Contact.EmailID, bounce: Bounce)] = []
    private var sentCount = 0

    /// So many different people do not all lose their address at once.
    private static let suspectCount = 10

    mutating func count(_ attempt: NotificationSending.Attempt) {
        switch attempt {
        case .sent: sentCount += 1
        case .refused(let letter, let code):
            if let email = letter.email { letters.append((email, Bounce(replyCode: code))) }
        case .nobody, .later: break
        }
    }

    /// Whether it is the relay that refuses everything, and no address is to blame.
    var isOfRelay: Bool { sentCount == 0 && letters.count >= Self.suspectCount }
}

extension NotificationSending {
    /// An address that was refused is not written to again; not when everything was refused, such as by a
    /// relay that does not know us any more.
    private func blame(_ refusals: Refusals) async throws {
        guard !refusals.letters.isEmpty, !refusals.isOfRelay else { return }
        let (facilities, now) = (facilities, now())
        try await facilities.database.write { transaction in
            for (email, bounce) in refusals.letters {
                _ = try bounce.note(of: email, facilities.notifications, in: transaction, at: now)
            }
        }
    }
}

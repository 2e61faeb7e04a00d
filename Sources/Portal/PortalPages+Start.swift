import CivilTime
import Hummingbird
import Identity
import Markup
import MessageBox
import Routes
import SQL

extension PortalPages {
    var startEndpoints: [Endpoint] {
        [.anyone(.get, "/", start)]
    }

    private static let latestCount = 5
    /// How many of the newest messages are looked through for deadlines.
    private static let deadlineWindow = 50

    private func start(_ visit: Visit) async throws -> Response {
        switch visit.caller {
        case .citizen(let person):
            return try await page(
                StartPage(reader: .citizen(try await overview(of: person, visit))), .start, for: visit)
        case .staff(let role):
            let mayRead = role.capabilities.contains(.readServiceLevels)
            let reader = StartPage.Reader.staff(
                name: role.title, serviceLevels: mayRead ? .serviceLevels : nil)
            return try await page(StartPage(reader: reader), .start, for: visit)
        case .supplier:
            return Self.redirect(to: .supplier)
        case .newcomer: return Self.redirect(to: .terms)
        case .nobody, .organisation:
            return try await page(StartPage(reader: .signedOut(signIn: .signIn)), .start, for: visit)
        }
    }

    private func overview(of person: Person.ID, _ visit: Visit) async throws -> StartPage.Citizen {
        let mailbox = Mailbox(of: person, facilities: facilities)
        let listing = try await mailbox.list(olderThan: nil, limit: Self.deadlineWindow, at: visit.at)
        let near = listing.headings.filter { heading in
            guard let deadline = heading.actionDeadlineAt else { return false }
            let days = deadline.localDate.dayNumber - visit.at.localDate.dayNumber
            return (-Deadline.nearDays...Deadline.nearDays).contains(days)
        }.sorted { ($0.actionDeadlineAt ?? visit.at) < ($1.actionDeadlineAt ?? visit.at) }
        return StartPage.Citizen(
            name: try await name(of: person), newCount: try await mailbox.unreadCount(at: visit.at),
            latest: listing.headings.filter { !$0.isRead }.prefix(Self.latestCount)
                .map { MessageListItem($0, at: visit.at) },
            deadlines: near.prefix(Self.latestCount).map { MessageListItem($0, at: visit.at) }, box: .box)
    }
}

extension MessageListItem {
    /// A message as a row of a list, seen from a moment.
    init(_ heading: Message.Heading, at now: Instant) {
        self.init(
            sender: heading.sender, subject: heading.subject,
            location: Location("berichtenbox", heading.id.description), received: Moment(heading.publishedAt),
            deadline: heading.actionDeadlineAt.map { Deadline($0.localDate, at: now) },
            isUnread: !heading.isRead, attachments: heading.attachmentCount)
    }
}

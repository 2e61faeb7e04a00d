import CivilTime
import HTTPTypes
import Hummingbird
import Identity
import Markup
import MessageBox
import NIOCore
import Routes
import SQL
import ServiceLevels

extension PortalPages {
    var boxEndpoints: [Endpoint] {
        [
            .citizen(.get, "/berichtenbox", measuredAs: MeasuredFunction.presentation, showBox),
            .citizen(.get, "/berichtenbox/{id}", measuredAs: MeasuredFunction.presentation, showMessage),
            .citizen(.get, "/berichtenbox/{id}/bijlagen/{nummer}", sendAttachment),
        ]
    }

    private static let pageLength = 25

    private func showBox(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        let mailbox = Mailbox(of: person, facilities: facilities)
        let position = try visit.query("voor").map { try Self.position($0) }
        let listing = try await mailbox.list(olderThan: position, limit: Self.pageLength, at: visit.at)
        let older = listing.hasOlder ? listing.headings.last : nil
        let content = BoxPage(
            messages: listing.headings.map { MessageListItem($0, at: visit.at) },
            unreadCount: try await mailbox.unreadCount(at: visit.at),
            older: older.map { Location("berichtenbox", query: ["voor": Self.text(of: $0)]) },
            newer: listing.hasNewer ? .box : nil)
        return try await page(content, .box, for: visit)
    }

    /// A position in the address of a page: the moment and the id of the message it follows.
    private static func position(_ text: String) throws(Problem) -> BoxPosition {
        let parts = text.split(separator: "_")
        guard parts.count == 2, let moment = Int64(parts[0]), let id = Message.ID(String(parts[1])) else {
            throw Problem(.notFound)
        }
        return BoxPosition(publishedAt: Instant(microseconds: moment), id: id)
    }

    private static func text(of heading: Message.Heading) -> String {
        "\(heading.publishedAt.microseconds)_\(heading.id)"
    }

    private func showMessage(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        guard let id = Message.ID(visit.parameter("id")) else { throw Problem(.notFound) }
        let message = try await Mailbox(of: person, facilities: facilities).open(id, at: visit.at)
        let heading = message.heading
        let content = MessagePage(
            subject: heading.subject, sender: heading.sender, received: Moment(heading.publishedAt),
            reference: heading.reference,
            deadline: heading.actionDeadlineAt.map { Deadline($0.localDate, at: visit.at) },
            text: message.text.withLineBreaks,
            attachments: message.attachments.map { attachment in
                FileLink(
                    attachment.description,
                    Location("berichtenbox", id.description, "bijlagen", String(attachment.number)),
                    kind: "PDF",
                    sizeBytes: attachment.byteCount)
            }, box: .box)
        return try await page(content, .box, for: visit)
    }

    /// Always a download, never shown in place: a file of another organisation is not a page of this site.
    private func sendAttachment(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        guard let id = Message.ID(visit.parameter("id")), let number = Int(visit.parameter("nummer")) else {
            throw Problem(.notFound)
        }
        let (_, bytes) = try await Mailbox(of: person, facilities: facilities).attachment(
            number, of: id, at: visit.at)
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/pdf",
                .contentDisposition: "attachment; filename=\"bijlage-\(number).pdf\"",
            ], body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

extension String {
    /// Senders write a line break as the four characters `\r\n` (the interface's own convention).
    fileprivate var withLineBreaks: String {
        replacing("\\r\\n", with: "\n")
    }
}

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
    var messageEndpoints: [Endpoint] {
        [
            .citizen(.get, "/berichtenbox/{id}", measuredAs: MeasuredFunction.presentation, showMessage),
            .citizen(.get, "/berichtenbox/{id}/afdrukken", printMessage),
            .citizen(.get, "/berichtenbox/{id}/bijlagen/{nummer}", sendAttachment),
        ]
    }

    private func showMessage(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        guard let id = Message.ID(visit.parameter("id")) else { throw Problem(.notFound) }
        let mailbox = Mailbox(of: person, facilities: facilities)
        let message = try await mailbox.open(id, at: visit.at)
        let folders = try await mailbox.folders(at: visit.at)
        let place = message.heading.place
        let around = try await around(person, visit)
        let strings = around.strings
        let back =
            place == .box
            ? strings.backToBox : strings.backTo(place.name(folders, in: strings) ?? strings.box)
        var content = page(of: message, back: TextLink(back, place.location, kind: .back), visit)
        content.printing = Location("berichtenbox", id.description, "afdrukken")
        var form = form(
            BoxAddress(place: place), folders, FormToken(FormSecret.expected(for: visit.request) ?? ""),
            in: strings)
        form.chosen = HiddenField(BoxAct.messageFieldName, id.description)
        form.ticking = nil
        content.form = form
        return try await self.page(content, .box, for: visit, around: around)
    }

    private func printMessage(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        guard let id = Message.ID(visit.parameter("id")) else { throw Problem(.notFound) }
        let message = try await Mailbox(of: person, facilities: facilities).look(at: id, at: visit.at)
        let back = TextLink(try await strings(for: visit).backToMessage, .message(id), kind: .back)
        return try await self.page(page(of: message, back: back, visit), .box, for: visit)
    }

    private func page(of message: Message, back: TextLink, _ visit: Visit) -> MessagePage {
        let heading = message.heading
        return MessagePage(
            subject: heading.subject, sender: heading.sender, received: Moment(heading.publishedAt),
            reference: heading.reference,
            deadline: heading.actionDeadlineAt.map { Deadline($0.localDate, at: visit.at) },
            text: Message.withLineBreaks(message.text),
            attachments: message.attachments.map { attachment in
                FileLink(
                    attachment.description,
                    Location("berichtenbox", heading.id.description, "bijlagen", String(attachment.number)),
                    kind: "PDF", sizeBytes: attachment.byteCount)
            }, place: back)
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

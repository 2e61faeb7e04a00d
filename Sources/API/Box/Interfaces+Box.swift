import CivilTime
import HTTPTypes
import Hummingbird
import Identity
import MessageBox
import NIOCore
import Routes
import SQL
import ServiceLevels

extension Interfaces {
    var boxEndpoints: [Endpoint] {
        [
            .citizen(
                .get, "/api/v1/mijn/berichten", measuredAs: MeasuredFunction.presentation, listMessages
            ).described(.listMessages),
            .citizen(
                .get, "/api/v1/mijn/berichten/{id}", measuredAs: MeasuredFunction.presentation, showMessage
            ).described(.showMessage),
            .citizen(.patch, "/api/v1/mijn/berichten/{id}", arrangeMessage).described(.arrangeMessage),
            .citizen(.delete, "/api/v1/mijn/berichten/{id}", eraseMessage).described(.eraseMessage),
            .citizen(.get, "/api/v1/mijn/berichten/{id}/bijlagen/{nummer}", sendAttachment)
                .described(.sendAttachment),
            .citizen(.post, "/api/v1/mijn/bewerkingen", arrangeMessages).described(.arrangeMessages),
            .citizen(.post, "/api/v1/mijn/zoekopdrachten", searchMessages).described(.searchMessages),
        ] + boxFolderEndpoints
    }

    private func listMessages(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        let limit = try visit.number(
            "limiet", in: 1...Mailbox.pageLimit, default: BoxRequest.standardLimit)
        let word = visit.query("plaats") ?? PlaceWord.box.rawValue
        guard let place = PlaceWord(rawValue: word)?.place(folder: visit.query("map")) else {
            throw Problem(
                .invalidInput, "De plaats klopt niet.",
                faults: [.init(path: "plaats", reason: "is geen plaats; bij \"map\" hoort het id in map")])
        }
        let unreadOnly = try visit.flag("ongelezen")
        let listing = try await Mailbox(of: person, facilities: facilities).list(
            place, unreadOnly: unreadOnly,
            olderThan: try visit.query("na").map { text in try BoxPosition(cursor: text) },
            limit: limit, at: visit.at)
        var next = "/api/v1/mijn/berichten?limiet=\(limit)&plaats=\(word)"
        if let folder = visit.query("map") { next += "&map=\(folder)" }
        if unreadOnly { next += "&ongelezen=true" }
        let last = listing.hasOlder ? listing.headings.last.map(BoxPosition.init) : nil
        return try visit.json(
            Page(
                items: listing.headings.map(BoxSummary.init), volgende: last.map { "\(next)&na=\($0.cursor)" }
            ))
    }

    /// Reading by a program does not mark a message as read: who shows it to somebody says so (`PATCH`).
    private func showMessage(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        let id = try visit.messageID()
        let message = try await Mailbox(of: person, facilities: facilities).look(at: id, at: visit.at)
        let heading = message.heading
        return visit.answer(
            try .json(BoxMessage(message)), EntityTag(id, heading.place, isRead: heading.isRead))
    }

    private func arrangeMessage(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        let id = try visit.messageID()
        try visit.require(mediaType: "application/merge-patch+json", "application/json")
        let change = try BoxRequest.change(json: try await visit.body(upTo: BoxRequest.bytesLimit))
        let changed = try await Mailbox(of: person, facilities: facilities).arrange(
            id, place: change.place, isRead: change.isRead,
            seen: { try visit.requireMatch(EntityTag(id, $0.place, isRead: $0.isRead)) }, at: visit.at)
        let tag = EntityTag(id, changed.place, isRead: changed.isRead)
        return try .json(BoxArrangement(id, changed), headers: [.eTag: tag.text])
    }

    private func eraseMessage(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        try await Mailbox(of: person, facilities: facilities).erase([try visit.messageID()], at: visit.at)
        return Response(status: .noContent)
    }

    private func sendAttachment(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        guard let number = Int(visit.parameter("nummer")) else { throw Problem(.notFound) }
        let (_, bytes) = try await Mailbox(of: person, facilities: facilities).attachment(
            number, of: try visit.messageID(), at: visit.at)
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/pdf",
                .contentDisposition: "attachment; filename=\"bijlage-\(number).pdf\"",
            ], body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private func arrangeMessages(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        try visit.require(mediaType: "application/json")
        let (ids, change) = try BoxRequest.selection(
            json: try await visit.body(upTo: BoxRequest.bytesLimit))
        try await Mailbox(of: person, facilities: facilities).arrange(
            ids, place: change.place, isRead: change.isRead, at: visit.at)
        return Response(status: .noContent)
    }

    private func searchMessages(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        try visit.require(mediaType: "application/json")
        let search = try BoxRequest.search(json: try await visit.body(upTo: BoxRequest.bytesLimit))
        let found = try await Mailbox(of: person, facilities: facilities).search(
            search.question, in: search.place,
            olderThan: try search.after.map { text in try BoxPosition(cursor: text) }, limit: search.limit,
            at: visit.at)
        return try .json(BoxFindings(found))
    }
}

extension Visit {
    fileprivate func messageID() throws(Problem) -> Message.ID {
        guard let id = Message.ID(parameter("id")) else { throw Problem(.notFound) }
        return id
    }

    /// A yes or no from the query; absent is no.
    fileprivate func flag(_ name: String) throws(Problem) -> Bool {
        switch query(name) {
        case nil, "false": return false
        case "true": return true
        default:
            throw Problem(
                .invalidInput, "De parameter \(name) klopt niet.",
                faults: [.init(path: name, reason: "true of false")])
        }
    }
}

import CivilTime
import Hummingbird
import Identity
import Markup
import MessageBox
import Routes
import SQL

extension PortalPages {
    var boxActEndpoints: [Endpoint] {
        [
            .citizen(.post, "/berichtenbox/verplaatsingen", act),
            .citizen(.post, "/berichtenbox/ongedaan", undo),
        ]
    }

    /// 200 messages at 46 bytes, and the fields around them.
    static let selectionBytesLimit = 16_384

    private func act(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        let form = FormFields(try await visit.formBody(upTo: Self.selectionBytesLimit))
        try FormSecret.check(form[FormToken.fieldName], in: visit.request)
        let address = try BoxAddress(form)
        guard let act = form[BoxAct.fieldName].flatMap(BoxAct.init) else { throw Problem(.notFound) }
        let ids = Set(form.all(BoxAct.messageFieldName).compactMap { Message.ID($0) }).sorted()
        guard !ids.isEmpty else { return Self.redirect(to: address, .noneChosen) }
        let mailbox = Mailbox(of: person, facilities: facilities)
        switch act {
        case .archive: return try await move(ids, to: .archive, mailbox, address, visit)
        case .bin: return try await move(ids, to: .bin, mailbox, address, visit)
        case .move:
            guard let place = form[BoxAct.placeFieldName].flatMap(Place.init(word:)) else {
                throw Problem(.notFound)
            }
            return try await move(ids, to: place, mailbox, address, visit)
        case .putBack:
            try await mailbox.putBack(ids, at: visit.at)
            return Self.redirect(to: address, .putBack)
        case .read, .unread:
            try await mailbox.mark(ids, read: act == .read, at: visit.at)
            return Self.redirect(to: address, .marked)
        case .erase: return try await askToErase(ids, address, visit)
        case .eraseNow:
            try await mailbox.erase(ids, at: visit.at)
            return Self.redirect(to: address, .erased)
        }
    }

    private func move(
        _ ids: [Message.ID], to place: Place, _ mailbox: Mailbox, _ address: BoxAddress, _ visit: Visit
    ) async throws -> Response {
        let move = try await mailbox.move(ids, to: place, at: visit.at)
        return Self.redirect(to: address.location.with("verplaatst", "\(move.at.microseconds)"))
    }

    private func askToErase(
        _ ids: [Message.ID], _ address: BoxAddress, _ visit: Visit
    ) async throws -> Response {
        let content = ErasePage(
            count: ids.count, action: .boxActs,
            token: FormToken(FormSecret.expected(for: visit.request) ?? ""),
            fields: address.fields + ids.map { HiddenField(BoxAct.messageFieldName, $0.description) },
            back: address.location)
        return try await page(content, .box, for: visit)
    }

    private func undo(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        let form = FormFields(try await visit.formBody(upTo: Self.selectionBytesLimit))
        try FormSecret.check(form[FormToken.fieldName], in: visit.request)
        let address = try BoxAddress(form)
        guard let moment = form["moment"].flatMap(Int64.init) else { throw Problem(.notFound) }
        do {
            try await Mailbox(of: person, facilities: facilities)
                .undo(moveOf: Instant(microseconds: moment), at: visit.at)
            return Self.redirect(to: address, .putBack)
        } catch MailboxError.nothingToUndo {
            return Self.redirect(to: address, .cannotUndo)
        }
    }

    static func redirect(to address: BoxAddress, _ outcome: BoxOutcome) -> Response {
        redirect(to: address.location.with("gedaan", outcome.rawValue))
    }
}

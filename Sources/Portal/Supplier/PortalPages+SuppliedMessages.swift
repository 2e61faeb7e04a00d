import CivilTime
import Foundation
import HTTPTypes
import Hummingbird
import Identity
import Markup
import MessageBox
import Routes
import SQL

extension PortalPages {
    var suppliedMessageEndpoints: [Endpoint] {
        [
            .supplier(.readSupplies, .get, "/leverancier/berichten", listSupplied),
            .supplier(.readSupplies, .post, "/leverancier/berichten/zoeken", searchSupplied),
            .supplier(.readSupplies, .get, "/leverancier/berichten/{id}/{nummer}", showStory),
        ]
    }

    private static let suppliedPageLength = 50

    private func listSupplied(_ visit: Visit, _ member: SupplierMember) async throws -> Response {
        let today = visit.at.localDate
        let asked = visit.query("dag").flatMap { $0.isEmpty ? nil : $0 }
        guard let day = asked.map({ CivilDate($0) }) ?? today else { throw Problem(.notFound) }
        var code: ProcessingCode?
        let outcome = visit.query("uitkomst") ?? ""
        if !outcome.isEmpty {
            guard let known = ProcessingCode(rawValue: outcome) else { throw Problem(.notFound) }
            code = known
        }
        let before = try visit.query("voor").map { try Self.place($0) }
        let id = member.organisation.id
        let (found, waiting) = try await database.read { [code] transaction in
            (
                try SuppliedMessage.list(
                    of: id, on: day, with: code, before: before, limit: Self.suppliedPageLength + 1,
                    in: transaction),
                try SupplyTotals.figures(of: id, over: day...day, in: transaction)[day]?.waiting ?? 0
            )
        }
        let shown = found.prefix(Self.suppliedPageLength)
        let older = found.count > shown.count ? shown.last?.place : nil
        let content = SuppliedMessagesPage(
            scope: .day(day, outcome: outcome, waiting: waiting), entries: shown.map { .init($0) },
            older: older.map { .suppliedMessages(on: day, outcome: code, before: $0) },
            newest: before.map { _ in .suppliedMessages(on: day, outcome: code) },
            codes: Self.outcomes, today: today, form: visit.formToken)
        return try await page(content, .supplier(.messages), for: visit)
    }

    /// What a message can be filtered by: the code that is never given is left out.
    private static let outcomes = ProcessingCode.allCases.filter { $0 != .oinDiffers }.map(\.rawValue)

    private static func place(_ text: String) throws(Problem) -> SuppliedMessage.Place {
        let parts = text.split(separator: "_")
        guard parts.count == 2, let delivery = Delivery.ID(String(parts[0])), let position = Int(parts[1])
        else { throw Problem(.notFound) }
        return SuppliedMessage.Place(delivery: delivery, position: position)
    }

    private func searchSupplied(_ visit: Visit, _ member: SupplierMember) async throws -> Response {
        let form = try await Self.form(of: visit)
        let text = (form["zoek"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        let (id, keys) = (member.organisation.id, facilities.keys)
        guard !text.isEmpty, !text.utf8.contains(0) else {
            return try await searchPage(.nothingAsked, [], visit, status: .badRequest)
        }
        let (found, batch) = try await database.read { transaction -> ([SuppliedMessage], Delivery?) in
            guard let guid = SupplierGUID(text) else {
                let found = try SuppliedMessage.search(
                    reference: text, of: id, keys: keys, in: transaction)
                return (found, nil)
            }
            let found = try SuppliedMessage.search(guid, of: id, in: transaction)
            guard found.isEmpty else { return (found, nil) }
            return (found, try Delivery.last(guid, of: id, in: transaction))
        }
        if found.count == 1 { return Self.redirect(to: .story(of: found[0].place)) }
        if let batch, batch.organisation == id, batch.processedAt != nil {
            return Self.redirect(to: .supplierReport(batch.id))
        }
        return try await searchPage(.found(text: text), found.map { .init($0) }, visit)
    }

    private func searchPage(
        _ scope: SuppliedMessagesPage.Scope, _ entries: [SuppliedMessagesPage.Entry], _ visit: Visit,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let content = SuppliedMessagesPage(
            scope: scope, entries: entries, older: nil, newest: nil, codes: Self.outcomes,
            today: visit.at.localDate, form: visit.formToken)
        return try await page(content, .supplier(.messages), for: visit, status: status)
    }

    private func showStory(_ visit: Visit, _ member: SupplierMember) async throws -> Response {
        guard let delivery = Delivery.ID(visit.parameter("id")), let position = Int(visit.parameter("nummer"))
        else { throw Problem(.notFound) }
        let place = SuppliedMessage.Place(delivery: delivery, position: position)
        let keys = facilities.keys
        let story = try await database.write { transaction in
            try MessageStory.tell(
                of: place, for: member.organisation, keys: keys, in: transaction, at: visit.at)
        }
        guard let story else { throw Problem(.notFound) }
        return try await page(
            MessageStoryPage(story, at: visit.at), .supplier(.messages), for: visit)
    }
}

extension SuppliedMessagesPage.Entry {
    init(_ message: SuppliedMessage) {
        self.init(
            messageID: message.messageID.text, location: .story(of: message.place), type: message.typeCode,
            code: message.code.rawValue, isProcessed: message.code == .processed,
            received: Moment(message.receivedAt))
    }
}

extension MessageStoryPage {
    init(_ story: MessageStory, at now: Instant) {
        let message = story.message
        self.init(
            messageID: message.messageID.text, batchID: message.batchID.text,
            position: message.place.position, messageCount: story.messageCount, type: message.typeCode,
            code: message.code.rawValue, stage: message.stage.rawValue,
            report: story.processedAt.map { _ in .supplierReport(message.place.delivery) },
            steps: Self.steps(of: story, at: now))
    }

    private static func steps(of story: MessageStory, at now: Instant) -> [Step] {
        let message = story.message
        var steps = [
            Step(
                kind: .received(isBatch: story.form == .xml, by: story.deliveredBy?.name),
                at: Moment(message.receivedAt))
        ]
        if let placed = story.placed {
            steps.append(Step(kind: .stored, at: Moment(placed.storedAt)))
        }
        if let processedAt = story.processedAt {
            let isProcessed = message.code == .processed
            steps.append(
                Step(
                    kind: isProcessed ? .processed : .rejected(code: message.code.rawValue),
                    at: Moment(processedAt)))
        } else {
            steps.append(Step(kind: .waiting, at: Moment(message.receivedAt)))
        }
        if let placed = story.placed { steps += Self.steps(of: placed, at: now) }
        return steps
    }

    private static func steps(of placed: MessageStory.Placed, at now: Instant) -> [Step] {
        let shown = Moment(placed.publishedAt)
        if placed.isWithheld { return [Step(kind: .withheld, at: shown)] }
        guard placed.publishedAt <= now else { return [Step(kind: .willShow, at: shown)] }
        let notified = placed.notifiedAt.map { [Step(kind: .notified, at: Moment($0))] } ?? []
        return [Step(kind: .shown, at: shown)] + notified
    }
}

extension Location {
    static let suppliedMessages = Location("leverancier", "berichten")

    static func suppliedMessages(
        on day: CivilDate, outcome: ProcessingCode? = nil, before: SuppliedMessage.Place? = nil
    ) -> Location {
        let code = outcome?.rawValue ?? ""
        guard let before else {
            return Location(
                "leverancier", "berichten", query: ["dag": day.description, "uitkomst": code])
        }
        return Location(
            "leverancier", "berichten",
            query: [
                "dag": day.description, "uitkomst": code, "voor": "\(before.delivery)_\(before.position)",
            ])
    }

    static func story(of place: SuppliedMessage.Place) -> Location {
        Location("leverancier", "berichten", "\(place.delivery)", "\(place.position)")
    }
}

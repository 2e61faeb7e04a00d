import CivilTime
import Identity
import SQL
import Sealing

/// Judges one message after the other, in the order the report's stages have (DESIGN, decision 7). Only
/// reads.
struct Judging {
    let facilities: Facilities
    let transaction: any Transaction
    let now: Instant

    func verdict(on entry: Portion.Entry) throws -> Verdict {
        let offered = entry.offered
        if let fault = formFault(of: entry) { return fault }
        let organisation = entry.delivery.organisation
        if try isTaken(offered.messageID, organisation) { return .rejected(.alreadyExists, .storing) }
        if let rehearsed = rehearsedVerdict(on: offered) { return rehearsed }
        guard let type = offered.typeCode, try MessageType.isActive(type, of: organisation, in: transaction)
        else { return .rejected(.typeNotSupported, .typeCheck) }
        if let fault = dateFault(of: entry) ?? attachmentFault(of: offered) { return fault }
        return try addressee(of: offered, type, organisation)
    }

    private func formFault(of entry: Portion.Entry) -> Verdict? {
        if !entry.offered.faults.isEmpty { return .rejected(.schemaInvalid, .schemaCheck) }
        guard SupplierGUID(entry.offered.batchID) == entry.delivery.batchID else {
            return .rejected(.technicalProblem, .schemaCheck)
        }
        let age = entry.delivery.receivedAt.microseconds(since: entry.delivery.madeAt)
        if age > facilities.limits.dateRangeSeconds * 1_000_000 {
            return .rejected(.createdTooLongAgo, .dateCheck)
        }
        return nil
    }

    private func isTaken(_ id: SupplierGUID, _ organisation: Organisation.ID) throws -> Bool {
        let taken: Int64? = try transaction.value(
            "SELECT 1 FROM message_key WHERE organisation_id = \(organisation) AND key = \(id.key)")
        return taken != nil
    }

    /// What a test citizen of preproduction always gets; nil for whom the ordinary course is to be tried.
    private func rehearsedVerdict(on offered: OfferedMessage) -> Verdict? {
        guard let number = CitizenNumber(offered.recipient) else { return nil }
        return switch facilities.rehearsal?.behaviour(of: number) {
        case .unknownType: .rejected(.typeNotSupported, .typeCheck)
        case .fault: .rejected(.technicalProblem, .storing)
        default: nil
        }
    }

    private func dateFault(of entry: Portion.Entry) -> Verdict? {
        guard case .at(let publication) = entry.offered.publication else { return nil }
        let ahead = publication.microseconds(since: entry.delivery.receivedAt)
        guard ahead > facilities.limits.dateRangeSeconds * 1_000_000 else { return nil }
        return .rejected(.publicationTooFarAhead, .dateCheck)
    }

    private func attachmentFault(of offered: OfferedMessage) -> Verdict? {
        guard offered.attachmentBytes <= facilities.limits.attachmentBytes else {
            return .rejected(.attachmentTooLarge, .attachmentCheck)
        }
        guard offered.attachments.compactMap(\.bytes).allSatisfy(PDF.looksRight) else {
            return .rejected(.technicalProblem, .attachmentCheck)
        }
        return nil
    }

    private func addressee(
        of offered: OfferedMessage, _ type: String, _ organisation: Organisation.ID
    ) throws -> Verdict {
        guard let bsn = BSN(offered.recipient),
            try Subscribers.among(
                [CitizenNumber(bsn)], of: organisation, type: type, keys: facilities.keys, in: transaction
            ).isEmpty == false,
            let person = try Person.find(bsn, keys: facilities.keys, in: transaction),
            let contact = try Contact.find(person.id, in: transaction)
        else { return .rejected(.notActiveOrSubscribed, .recipientCheck) }
        return .accepted(Addressee(person: person, contact: facilities.tellsPeople ? contact : nil))
    }
}

/// What counts as a PDF here: its marks at the start and near the end (INTERFACES, details). Whether it opens
/// is not tried.
enum PDF {
    private static let start = Array("%PDF-".utf8)
    private static let end = Array("%%EOF".utf8)
    private static let endWithinBytes = 1_024

    static func looksRight(_ bytes: [UInt8]) -> Bool {
        guard bytes.starts(with: start) else { return false }
        let tail = bytes.suffix(endWithinBytes)
        return tail.indices.dropLast(end.count - 1).contains {
            tail[$0..<($0 + end.count)].elementsEqual(end)
        }
    }
}

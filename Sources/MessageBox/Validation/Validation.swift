public import CivilTime
public import Identity
import Journal
import SQL
import Sealing

/// The validation service: who would get a message (SNO-14). It answers yes or no for each number and never
/// why: no box, an unopened one, no wish for this organisation and a number nobody has look alike.
public enum Validation {
    public struct Answer: Sendable {
        public let number: CitizenNumber
        /// Whether a message sent now would reach its box.
        public let isWelcome: Bool
    }

    /// Answers for each number, in the order asked. The look-up leaves its line in the log before it happens:
    /// one row that names everybody.
    ///
    /// - Parameters:
    ///   - caller: the organisation that asks, for itself or for one that mandated it.
    ///   - name: how the caller came in, for the audit trail.
    public static func answer(
        _ request: ValidationRequest, by caller: Organisation, name: String, facilities: Facilities,
        at now: Instant
    ) async throws -> [Answer] {
        let citizens = Set(request.numbers).compactMap(Citizen.init)
        let organisation = try await log(
            request, citizens, by: caller, name: name, facilities: facilities, at: now)
        let keys = facilities.keys
        let welcome = try await facilities.database.read { transaction in
            try Subscribers.among(
                citizens.map(\.number), of: organisation, type: request.typeCode, keys: keys, in: transaction)
        }
        return request.numbers.map { Answer(number: $0, isWelcome: welcome.contains($0)) }
    }

    private static func log(
        _ request: ValidationRequest, _ citizens: [Citizen], by caller: Organisation, name: String,
        facilities: Facilities, at now: Instant
    ) async throws -> Organisation.ID {
        let subjects = citizens.map { facilities.keys.pseudonym(of: $0.bsn.digits, for: .log) }
        let count = request.numbers.count
        return try await facilities.database.write { transaction in
            let organisation = try caller.actingFor(request.supplier, in: transaction)
            guard try MessageType.isActive(request.typeCode, of: organisation.id, in: transaction) else {
                throw RequestError.typeNotSupported
            }
            try AuditEntry(
                actor: .organisation("\(caller.id)", name: name), act: "validation.ask",
                object: .init(kind: "organisation", id: "\(organisation.id)"), detail: "\(count)", at: now
            ).record(in: transaction)
            // Where no number can be anybody's, nobody is looked up.
            if !subjects.isEmpty {
                try ProcessingLine(
                    activity: .validate, organisation: organisation.oin.digits, subjects: subjects, at: now
                ).record(in: transaction)
            }
            return organisation.id
        }
    }

    /// A number that passes the elfproef.
    private struct Citizen: Sendable {
        let number: CitizenNumber
        let bsn: BSN

        init?(_ number: CitizenNumber) {
            guard let bsn = number.bsn else { return nil }
            self.number = number
            self.bsn = bsn
        }
    }
}

extension Organisation {
    /// The organisation that this one asks for: itself, or one that mandated it.
    func actingFor(_ oin: OIN?, in transaction: any Transaction) throws -> Organisation {
        guard let oin, oin != self.oin else { return self }
        guard let other = try Organisation.find(oin, in: transaction),
            try other.mayBeActedFor(by: id, in: transaction)
        else { throw RequestError.notYourOrganisation(oin) }
        return other
    }
}

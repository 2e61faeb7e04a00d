public import CivilTime
public import Identity
public import SQL
public import Sealing

/// What the acts on running cases work with.
public struct CaseRegister: Sendable {
    let database: any Database
    let keys: KeyRing

    public init(database: any Database, keys: KeyRing) {
        self.database = database
        self.keys = keys
    }
}

/// What an organisation is told of a push; the same for a case of somebody without an account.
public struct CaseReceipt: Sendable, Equatable {
    public let caseKey: CaseKey
    public let outcome: CasePush.Outcome
    public let receivedAt: Instant
}

extension CaseRegister {
    /// Takes a push of one organisation.
    ///
    /// - Parameter name: how the caller came in, for the audit trail.
    public func take(
        _ push: CasePush, by organisation: Organisation, name: String, at now: Instant
    ) async throws -> CaseReceipt {
        let keys = keys
        return try await database.write { transaction in
            try CaseTaking(push, from: organisation, name: name, keys: keys, at: now).take(in: transaction)
        }
    }

    /// Takes a case back: nobody sees it any more, and its content is erased.
    public func remove(
        caseID: String, by organisation: Organisation, name: String, at now: Instant
    ) async throws {
        guard let key = CaseKey(caseID) else { throw RunningCaseError.notKnown }
        _ = try await take(.removal(of: key, at: now), by: organisation, name: name, at: now)
    }
}

extension CasePush {
    static func removal(of key: CaseKey, at now: Instant) -> CasePush {
        CasePush(
            caseKey: key, key: "verwijderd \(now.microseconds)", wording: "", at: now, kind: .closed,
            state: .removed, content: ContentChange(), citizen: nil, title: nil, text: nil)
    }
}

public import CivilTime
public import Identity
public import Journal
public import SQL
public import Sealing

/// Who looked at a person's data, as that person reads it: when, which organisation, for what. Never which
/// employee.
public struct LookReader: Sendable {
    let owner: Person.ID
    let database: any Database
    let keys: KeyRing

    public init(of owner: Person.ID, database: any Database, keys: KeyRing) {
        self.owner = owner
        self.database = database
        self.keys = keys
    }

    /// One look at, or one use of, the person's data.
    public struct Look: Sendable {
        public let id: Identifier<ProcessingLine>
        public let at: Instant
        public let activity: ProcessingActivity
        public let purpose: String
        public let outcome: ProcessingLine.Outcome
        /// Nil where no organisation asked.
        public let organisation: Party?
    }

    public struct Party: Sendable, Hashable {
        public let oin: String
        /// Nil for an organisation that is not registered here any more.
        public let name: String?
    }

    public struct Page: Sendable {
        public let looks: [Look]
        public let hasOlder: Bool
    }

    /// A page of looks, newest first, before the one given. Reading it is itself a look, and written first.
    public func page(
        _ whose: ProcessingLog.Looks, before id: Identifier<ProcessingLine>? = nil, limit: Int,
        at now: Instant
    ) async throws -> Page {
        let (owner, keys) = (owner, keys)
        let subject = try await database.write { transaction in
            let citizen = try OwnNumber.open(owner, keys: keys, in: transaction)
            try ProcessingLine(
                activity: .readLog, organisation: nil,
                subjects: [keys.pseudonym(of: citizen.digits, for: .log)], at: now
            ).record(in: transaction)
            return keys.livePseudonyms(of: citizen.digits, for: .log)
        }
        return try await database.read { transaction in
            let lines = try ProcessingLog.lines(
                about: subject, whose, before: id, limit: limit + 1, in: transaction)
            let names = try Organisation.names(
                of: Set(lines.compactMap { $0.organisation.flatMap(OIN.init) }), in: transaction)
            return Page(
                looks: lines.prefix(limit).map { Look($0, names: names) }, hasOlder: lines.count > limit)
        }
    }
}

extension LookReader.Look {
    fileprivate init(_ line: ProcessingLog.Recorded, names: [OIN: String]) {
        self.init(
            id: line.id, at: line.at, activity: line.activity, purpose: line.purpose, outcome: line.outcome,
            organisation: line.organisation.map { oin in
                LookReader.Party(oin: oin, name: OIN(oin).flatMap { names[$0] })
            })
    }
}

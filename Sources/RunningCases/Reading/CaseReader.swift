public import CivilTime
public import Identity
import Journal
public import SQL
import Sealing

/// One person's view of the own cases. Every look leaves a line in the processing log first, or does not
/// happen.
public struct CaseReader: Sendable {
    let owner: Person.ID
    let register: CaseRegister

    /// Nobody has so many at once; what lies beyond shows when others are closed.
    public static let openLimit = 200
    public static let pageLimit = 200

    public init(of owner: Person.ID, in register: CaseRegister) {
        self.owner = owner
        self.register = register
    }

    /// A place in the list of closed cases: the one after which a page starts.
    public struct Position: Sendable, Equatable {
        public let changedAt: Instant
        public let id: RunningCase.ID

        public init(changedAt: Instant, id: RunningCase.ID) {
            self.changedAt = changedAt
            self.id = id
        }
    }

    public struct Listing: Sendable {
        /// Those with a step for the person first, then the last changed first.
        public let open: [RunningCase]
        /// Last closed first.
        public let closed: [RunningCase]
        public let hasMoreClosed: Bool
    }

    /// The open cases, and a page of the closed ones.
    public func list(
        closedAfter position: Position? = nil, limit: Int, at now: Instant
    ) async throws -> Listing {
        precondition((1...Self.pageLimit).contains(limit), "the caller bounds the page")
        let key = try await log(.readCases, at: now)
        let (owner, start) = (owner, position ?? Position(changedAt: Self.end, id: .lowest))
        return try await register.database.read { transaction in
            try Self.listing(of: owner, closedAfter: start, limit: limit, key, in: transaction)
        }
    }

    static func listing(
        of owner: Person.ID, closedAfter start: Position, limit: Int, _ key: DataKey,
        in transaction: any Transaction
    ) throws -> Listing {
        let open = try cases(
            """
            SELECT running_case.id, organisation.name, state, changed_at, content_sealed
            FROM running_case
            JOIN organisation ON organisation.id = running_case.organisation_id
            WHERE person_id = \(owner) AND is_closed = 0
            ORDER BY changed_at DESC, running_case.id DESC
            LIMIT \(openLimit)
            """, key, in: transaction)
        let closed = try cases(
            """
            SELECT running_case.id, organisation.name, state, changed_at, content_sealed
            FROM running_case
            JOIN organisation ON organisation.id = running_case.organisation_id
            WHERE person_id = \(owner) AND is_closed = 1
              AND (changed_at, running_case.id) < (\(start.changedAt), \(start.id))
            ORDER BY changed_at DESC, running_case.id DESC
            LIMIT \(limit + 1)
            """, key, in: transaction)
        return Listing(
            open: open.filter { $0.step != nil } + open.filter { $0.step == nil },
            closed: Array(closed.prefix(limit)), hasMoreClosed: closed.count > limit)
    }

    /// One case with its story, oldest first.
    public func open(
        _ id: RunningCase.ID, at now: Instant
    ) async throws -> (found: RunningCase, story: [CaseMoment]) {
        let key = try await log(.readCase, at: now)
        let owner = owner
        return try await register.database.read { transaction in
            let found = try Self.cases(
                """
                SELECT running_case.id, organisation.name, state, changed_at, content_sealed
                FROM running_case
                JOIN organisation ON organisation.id = running_case.organisation_id
                WHERE running_case.id = \(id) AND person_id = \(owner)
                """, key, in: transaction)
            guard let found = found.first else { throw NoSuchCase() }
            return (found, try Self.story(of: id, key, in: transaction))
        }
    }

    /// How many open cases ask something of a person, counted no further than a badge shows.
    public static func stepCount(of owner: Person.ID, in transaction: any Transaction) throws -> Int {
        try transaction.value(
            """
            SELECT COUNT(*) FROM (
              SELECT 1 FROM running_case
              WHERE person_id = \(owner) AND is_closed = 0 AND has_step = 1
              LIMIT \(openLimit)
            ) AS asking
            """) ?? 0
    }

    /// After every moment there is.
    static let end = Instant(microseconds: .max)
}

extension CaseReader {
    private func log(_ activity: ProcessingActivity, at now: Instant) async throws -> DataKey {
        let (owner, keys) = (owner, register.keys)
        return try await register.database.write { transaction in
            guard let person = try Person.find(owner, in: transaction) else { throw NoSuchCase() }
            try ProcessingLine(
                activity: activity, organisation: nil, subjects: [try person.logPseudonym(keys)], at: now
            ).record(in: transaction)
            return try person.key(keys)
        }
    }

    private static func cases(
        _ statement: Statement, _ key: DataKey, in transaction: any Transaction
    ) throws -> [RunningCase] {
        try transaction.rows(statement) { row in
            let id: RunningCase.ID = try row.next()
            return RunningCase(
                id: id, organisation: try row.next(), state: try row.next(), changedAt: try row.next(),
                content: try CaseContent.open(try row.next(), of: id, with: key))
        }
    }

    static func story(
        of id: RunningCase.ID, _ key: DataKey, in transaction: any Transaction
    ) throws -> [CaseMoment] {
        try transaction.rows(
            """
            SELECT kind, at, text_sealed FROM case_push
            WHERE case_id = \(id) AND text_sealed IS NOT NULL
            ORDER BY at, push_key
            LIMIT \(CasePush.countLimit)
            """
        ) { row in
            let (kind, at) = (try row.next(CaseMoment.Kind.self), try row.next(Instant.self))
            let words = String(decoding: try key.open(try row.next(), for: .story(id)), as: UTF8.self)
                .split(separator: "\0", maxSplits: 1, omittingEmptySubsequences: false)
            let text = words.count > 1 && !words[1].isEmpty ? String(words[1]) : nil
            return CaseMoment(
                kind: kind, at: at, title: words[0].isEmpty ? nil : String(words[0]), text: text)
        }
    }
}

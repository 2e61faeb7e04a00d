public import CivilTime
public import Identity
public import SQL

/// A call that an organisation made in preproduction, with how it ended.
public struct Attempt: Sendable, Hashable {
    /// Method and path as the route is described: `POST /api/v1/validaties`.
    let route: String
    /// The stable number of the problem, or the HTTP status where there was none.
    let outcome: Int

    public init(route: String, outcome: Int) {
        self.route = route
        self.outcome = outcome
    }
}

extension Attempt {
    /// Remembers that it was made; of the same ones only the last.
    public func note(
        by organisation: Organisation.ID, in transaction: any Transaction, at now: Instant
    ) throws {
        try transaction.run(
            """
            INSERT INTO rehearsal_attempt (organisation_id, route, outcome, last_at)
            VALUES (\(organisation), \(route), \(outcome), \(now))
            ON CONFLICT (organisation_id, route, outcome) DO UPDATE SET last_at = excluded.last_at
            """)
    }

    /// Every attempt of an organisation with its moment; there are no more than routes times problems.
    static func made(
        by organisation: Organisation.ID, in transaction: any Transaction
    ) throws -> [Attempt: Instant] {
        let rows = try transaction.rows(
            """
            SELECT route, outcome, last_at FROM rehearsal_attempt
            WHERE organisation_id = \(organisation)
            ORDER BY route, outcome
            """
        ) { row in
            (Attempt(route: try row.next(), outcome: try row.next()), try row.next(Instant.self))
        }
        return Dictionary(uniqueKeysWithValues: rows)
    }
}

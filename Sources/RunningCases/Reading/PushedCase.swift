public import CivilTime
public import Identity
public import SQL

/// A case as its organisation sees it here: where it stands, never what it says. Cases of people without an
/// account look like the others.
public struct PushedCase: Sendable {
    public let id: RunningCase.ID
    public let caseKey: CaseKey
    public let state: RunningCase.State
    public let changedAt: Instant
    public let receivedAt: Instant

    public static let pageLimit = 200

    /// The cases of an organisation in the order in which they came, after the one given.
    public static func list(
        of organisation: Organisation.ID, after id: RunningCase.ID?, limit: Int,
        in transaction: any Transaction
    ) throws -> [PushedCase] {
        precondition((1...pageLimit + 1).contains(limit), "the caller bounds the page")
        return try transaction.rows(
            """
            SELECT id, case_key, state, changed_at, received_at FROM running_case
            WHERE organisation_id = \(organisation) AND id > \(id ?? .lowest)
            ORDER BY id
            LIMIT \(limit)
            """, read)
    }

    public static func find(
        _ caseID: String, of organisation: Organisation.ID, in transaction: any Transaction
    ) throws -> PushedCase? {
        guard let key = CaseKey(caseID) else { return nil }
        return try transaction.first(
            """
            SELECT id, case_key, state, changed_at, received_at FROM running_case
            WHERE organisation_id = \(organisation) AND case_key = \(key)
            """, read)
    }

    private static func read(_ row: inout Row) throws -> PushedCase {
        PushedCase(
            id: try row.next(), caseKey: try row.next(), state: try row.next(), changedAt: try row.next(),
            receivedAt: try row.next())
    }
}

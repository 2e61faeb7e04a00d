import CivilTime
import Identity
import SQL

/// A case as its row has it, before a push.
struct KnownCase {
    let id: RunningCase.ID
    let person: Person.ID?
    let state: RunningCase.State
    let stateAt: Instant
    let contentAt: Instant
    let changedAt: Instant
    let sealedContent: [UInt8]?
    let pushCount: Int

    static func find(
        _ key: CaseKey, of organisation: Organisation.ID, in transaction: any Transaction
    ) throws -> KnownCase? {
        try transaction.first(
            """
            SELECT id, person_id, state, state_at, content_at, changed_at, content_sealed, push_count
            FROM running_case
            WHERE organisation_id = \(organisation) AND case_key = \(key)
            """
        ) { row in
            KnownCase(
                id: try row.next(), person: try row.next(), state: try row.next(), stateAt: try row.next(),
                contentAt: try row.next(), changedAt: try row.next(), sealedContent: try row.next(),
                pushCount: try row.next())
        }
    }

    /// What a push of this identity got the first time; nil when it is new.
    func earlier(
        _ push: CasePush, in transaction: any Transaction
    ) throws -> (code: [UInt8], outcome: CasePush.Outcome, at: Instant)? {
        try transaction.first(
            """
            SELECT content_code, outcome, received_at FROM case_push
            WHERE case_id = \(id) AND push_key = \(push.key)
            """
        ) { row in (try row.next(), try row.next(), try row.next()) }
    }
}

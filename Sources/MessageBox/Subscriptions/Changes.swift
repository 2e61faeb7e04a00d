import CivilTime
import Identity
import SQL

/// An account at the moment of its last change: of its box, or of its wish for the organisation.
struct Change: Sendable {
    let moment: Instant
    let isActive: Bool
    let sealed: SealedNumber

    fileprivate init(_ row: inout Row) throws {
        moment = try row.next()
        isActive = try row.next()
        sealed = try SealedNumber(&row)
    }

    func isBefore(_ other: Change) -> Bool {
        (moment, sealed.person) < (other.moment, other.sealed.person)
    }
}

/// The accounts that changed, in two lines that share none: each stands in the line of what changed last.
///
/// An account whose box changed counts where its holder has told this organisation yes or no before: of
/// others the organisation is not to know that they have a box.
enum Changes {
    /// Where a page begins: after this account at this moment.
    struct Place: Sendable {
        let moment: Instant
        let person: Person.ID
    }

    static func ofWishes(
        _ organisation: Organisation.ID, after place: Place, until end: Instant,
        in transaction: any Transaction
    ) throws -> [Change] {
        try transaction.rows(
            """
            SELECT preference.changed_at,
              CASE WHEN preference.reaches = 1 AND box.state = 'active' THEN 1 ELSE 0 END,
              person.id, person.wrapped_key, person.bsn_sealed
            FROM preference
            JOIN box ON box.person_id = preference.person_id
            JOIN person ON person.id = preference.person_id
            WHERE preference.organisation_id = \(organisation)
              AND (preference.changed_at, preference.person_id) > (\(place.moment), \(place.person))
              AND preference.changed_at <= \(end)
              AND box.changed_at <= preference.changed_at
            ORDER BY preference.changed_at, preference.person_id
            LIMIT \(SubscriptionRun.accountsPerPage)
            """
        ) { row in try Change(&row) }
    }

    static func ofBoxes(
        _ organisation: Organisation.ID, after place: Place, until end: Instant,
        in transaction: any Transaction
    ) throws -> [Change] {
        try transaction.rows(
            """
            SELECT box.changed_at,
              CASE WHEN preference.reaches = 1 AND box.state = 'active' THEN 1 ELSE 0 END,
              person.id, person.wrapped_key, person.bsn_sealed
            FROM box
            JOIN preference ON preference.person_id = box.person_id
              AND preference.organisation_id = \(organisation)
            JOIN person ON person.id = box.person_id
            WHERE (box.changed_at, box.person_id) > (\(place.moment), \(place.person))
              AND box.changed_at <= \(end)
              AND box.changed_at > preference.changed_at
            ORDER BY box.changed_at, box.person_id
            LIMIT \(SubscriptionRun.accountsPerPage)
            """
        ) { row in try Change(&row) }
    }
}

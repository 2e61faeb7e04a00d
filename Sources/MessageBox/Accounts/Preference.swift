public import CivilTime
public import Identity
public import SQL

/// Which organisations may write to a person digitally (SNO-07). No preference means no.
public enum Preference {
    public static func set(
        _ person: Person.ID, wants: Bool, from organisation: Organisation.ID, in transaction: any Transaction,
        at now: Instant
    ) throws {
        try transaction.run(
            """
            INSERT INTO preference (person_id, organisation_id, wanted, changed_at)
            VALUES (\(person), \(organisation), \(wants), \(now))
            ON CONFLICT (person_id, organisation_id) DO UPDATE
            SET wanted = excluded.wanted, changed_at = excluded.changed_at
            """)
    }

    static func isWanted(
        by person: Person.ID, from organisation: Organisation.ID, in transaction: any Transaction
    ) throws -> Bool {
        try transaction.value(
            """
            SELECT wanted FROM preference
            WHERE person_id = \(person) AND organisation_id = \(organisation)
            """) ?? false
    }
}

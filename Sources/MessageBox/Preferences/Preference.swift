public import CivilTime
public import Identity
public import SQL

/// Which organisations may write to a person digitally, and which of their kinds of message (SNO-07).
///
/// A kind of message without a choice of its own follows the organisation. No choice at all means no: the
/// agreement counts those "die hebben aangegeven elektronisch berichten te willen ontvangen" (SNO, 2.1.1).
public enum Preference {
    /// Sets the choice about an organisation as a whole. Nothing is changed, and no moment kept, where it was
    /// so already.
    public static func set(
        _ person: Person.ID, wants: Bool, from organisation: Organisation.ID, in transaction: any Transaction,
        at now: Instant
    ) throws {
        let known = try transaction.value(
            """
            SELECT wanted FROM preference
            WHERE person_id = \(person) AND organisation_id = \(organisation)
            """, as: Bool.self)
        guard known != wants else { return }
        if known == nil {
            try transaction.run(
                """
                INSERT INTO preference (person_id, organisation_id, wanted, reaches, changed_at)
                VALUES (\(person), \(organisation), \(wants), \(wants), \(now))
                """)
        } else {
            try transaction.run(
                """
                UPDATE preference SET wanted = \(wants)
                WHERE person_id = \(person) AND organisation_id = \(organisation)
                """)
            try moveOn(person, organisation, in: transaction, at: now)
        }
        try SettingChange(
            subject: .organisation, organisation: organisation, outcome: SettingChange.text(wants)
        ).record(for: person, in: transaction, at: now)
    }

    /// Sets the choice about one kind of message; nil follows the organisation again.
    public static func set(
        _ person: Person.ID, wants: Bool?, type code: String, of organisation: Organisation.ID,
        in transaction: any Transaction, at now: Instant
    ) throws {
        let known = try transaction.value(
            """
            SELECT wanted FROM type_preference
            WHERE person_id = \(person) AND organisation_id = \(organisation) AND type_code = \(code)
            """, as: Bool.self)
        guard known != wants else { return }
        if let wants {
            try transaction.run(
                """
                INSERT INTO type_preference (person_id, organisation_id, type_code, wanted, changed_at)
                VALUES (\(person), \(organisation), \(code), \(wants), \(now))
                ON CONFLICT (person_id, organisation_id, type_code) DO UPDATE
                SET wanted = excluded.wanted, changed_at = excluded.changed_at
                """)
        } else {
            try transaction.run(
                """
                DELETE FROM type_preference
                WHERE person_id = \(person) AND organisation_id = \(organisation) AND type_code = \(code)
                """)
        }
        try transaction.run(
            """
            INSERT INTO preference (person_id, organisation_id, wanted, reaches, changed_at)
            VALUES (\(person), \(organisation), 0, 0, \(now))
            ON CONFLICT (person_id, organisation_id) DO NOTHING
            """)
        try SettingChange(
            subject: .type, organisation: organisation, type: code,
            outcome: wants.map(SettingChange.text) ?? SettingChange.follows
        ).record(for: person, in: transaction, at: now)
        try moveOn(person, organisation, in: transaction, at: now)
    }

    /// Keeps what the lists of the subscription service read: whether anything reaches the person, and when
    /// that last changed.
    private static func moveOn(
        _ person: Person.ID, _ organisation: Organisation.ID, in transaction: any Transaction, at now: Instant
    ) throws {
        try transaction.run(
            """
            UPDATE preference
            SET changed_at = \(now), revision = revision + 1,
              reaches = CASE WHEN wanted = 1 OR EXISTS (
                SELECT 1 FROM type_preference
                WHERE type_preference.person_id = preference.person_id
                  AND type_preference.organisation_id = preference.organisation_id
                  AND type_preference.wanted = 1
              ) THEN 1 ELSE 0 END
            WHERE person_id = \(person) AND organisation_id = \(organisation)
            """)
    }
}

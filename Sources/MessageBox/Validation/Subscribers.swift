import Identity
import SQL
import Sealing

/// Who has an active box and wants an organisation's messages.
enum Subscribers {
    /// Those among at most 250 numbers, found by one query, under any of the live keys.
    static func among(
        _ numbers: some Sequence<CitizenNumber>, of organisation: Organisation.ID, keys: KeyRing,
        in transaction: any Transaction
    ) throws -> Set<CitizenNumber> {
        var asked: [Pseudonym: CitizenNumber] = [:]
        for number in numbers {
            for pseudonym in keys.livePseudonyms(of: number.digits, for: .bsn) { asked[pseudonym] = number }
        }
        let found = try transaction.rows(
            """
            SELECT person.bsn_pseudonym
            FROM person
            JOIN box ON box.person_id = person.id
            JOIN preference ON preference.person_id = person.id
            WHERE person.bsn_pseudonym IN (\(list: Array(asked.keys)))
              AND preference.organisation_id = \(organisation)
              AND preference.wanted = 1
              AND box.state = 'active'
            """
        ) { row in try row.next(Pseudonym.self) }
        return Set(found.compactMap { asked[$0] })
    }
}

public import CivilTime
public import Identity
import SQL

/// All choices of one person about who may write digitally: each organisation with its kinds of message.
public struct Preferences: Sendable {
    /// In the order of their names.
    public let organisations: [OfOrganisation]

    public struct OfOrganisation: Sendable {
        public let organisation: Organisation
        /// Nil where the person never chose; nothing comes then.
        public let wants: Bool?
        public let changedAt: Instant?
        /// Higher at each change: what a form was filled in against. 0 before the first choice.
        public let revision: Int
        public internal(set) var types: [OfType]
    }

    public struct OfType: Sendable {
        public let code: String
        public let title: String
        /// The person's own choice about it; nil follows the organisation.
        public let wants: Bool?
    }

    /// Higher at each change of any of them.
    public var revision: Int { organisations.reduce(0) { $0 + $1.revision } }

    /// The agreement supports 400 organisations (SNO-11); read with a wide margin.
    private static let organisationLimit = 10_000
    private static let typeLimit = 100_000
}

extension Preferences {
    static func find(of person: Person.ID, in transaction: any Transaction) throws -> Preferences {
        var found = try transaction.rows(
            """
            SELECT organisation.id, organisation.oin, organisation.name, preference.wanted,
              preference.changed_at, preference.revision
            FROM organisation
            LEFT JOIN preference ON preference.organisation_id = organisation.id
              AND preference.person_id = \(person)
            WHERE preference.wanted IS NOT NULL OR EXISTS (
              SELECT 1 FROM message_type
              WHERE message_type.organisation_id = organisation.id AND message_type.active = 1
            )
            ORDER BY organisation.name, organisation.oin
            LIMIT \(organisationLimit)
            """
        ) { row in
            let organisation = Organisation(
                id: try row.next(), oin: try row.next(), name: try row.next())
            return OfOrganisation(
                organisation: organisation, wants: try row.next(), changedAt: try row.next(),
                revision: try row.next(Int?.self) ?? 0, types: [])
        }
        let types = try types(for: person, in: transaction)
        for index in found.indices { found[index].types = types[found[index].organisation.id] ?? [] }
        return Preferences(organisations: found)
    }

    /// The kinds of message that are sent, and those about which the person once chose.
    private static func types(
        for person: Person.ID, in transaction: any Transaction
    ) throws -> [Organisation.ID: [OfType]] {
        var types: [Organisation.ID: [OfType]] = [:]
        try transaction.visit(
            """
            SELECT message_type.organisation_id, message_type.code, message_type.title,
              type_preference.wanted
            FROM message_type
            LEFT JOIN type_preference ON type_preference.organisation_id = message_type.organisation_id
              AND type_preference.type_code = message_type.code AND type_preference.person_id = \(person)
            WHERE message_type.active = 1 OR type_preference.wanted IS NOT NULL
            ORDER BY message_type.title, message_type.code
            LIMIT \(typeLimit)
            """
        ) { row in
            types[try row.next(), default: []].append(
                OfType(code: try row.next(), title: try row.next(), wants: try row.next()))
        }
        return types
    }
}

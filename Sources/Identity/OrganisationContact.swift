public import CivilTime
public import SQL
public import Sealing

/// Whom to call at an organisation, and what for. A person, so the whole card is sealed under a key of its
/// own: deleting the row erases it, in backups too.
public struct OrganisationContact: Sendable {
    public typealias ID = Identifier<OrganisationContact>

    /// What stands on the card.
    public struct Card: Sendable, Equatable {
        public let name: String
        /// What this person is there for, such as "storingen".
        public let purpose: String
        public let email: String
        /// Empty where none was given.
        public let phone: String

        public static let nameLimit = 100
        public static let purposeLimit = 60
        public static let emailLimit = 254
        public static let phoneLimit = 20

        public init(name: String, purpose: String, email: String, phone: String) {
            self.name = name
            self.purpose = purpose
            self.email = email
            self.phone = phone
        }
    }

    public let id: ID
    public let card: Card
    public let changedAt: Instant
}

extension OrganisationContact {
    /// As many as are of use; the list is read whole.
    public static let limit = 20

    /// Adds a contact to an organisation; false when it has as many as it may.
    public static func add(
        _ card: Card, to organisation: Organisation.ID, keys: KeyRing, in transaction: any Transaction,
        at now: Instant
    ) throws -> Bool {
        let count = try transaction.value(
            "SELECT COUNT(*) FROM organisation_contact WHERE organisation_id = \(organisation)", as: Int.self)
        guard count ?? 0 < limit else { return false }
        let id = ID.new(milliseconds: now.microseconds / 1_000)
        let (key, wrapped) = keys.newDataKey()
        try transaction.run(
            """
            INSERT INTO organisation_contact (id, organisation_id, wrapped_key, card_sealed, changed_at)
            VALUES (\(id), \(organisation), \(wrapped), \(key.seal(card.bytes, for: .card(id))), \(now))
            """)
        return true
    }

    public static func list(
        of organisation: Organisation.ID, keys: KeyRing, in transaction: any Transaction
    ) throws -> [OrganisationContact] {
        try transaction.rows(
            """
            SELECT id, wrapped_key, card_sealed, changed_at
            FROM organisation_contact
            WHERE organisation_id = \(organisation)
            ORDER BY id
            LIMIT \(limit)
            """
        ) { row in
            let id = try row.next(ID.self)
            let key = try keys.unwrap(try row.next())
            let card = try Card(bytes: try key.open(try row.next(), for: .card(id)))
            return OrganisationContact(id: id, card: card, changedAt: try row.next())
        }
    }

    /// Deletes a contact of an organisation; false when it has no such one.
    public static func remove(
        _ id: ID, of organisation: Organisation.ID, in transaction: any Transaction
    ) throws -> Bool {
        let removed = try transaction.run(
            "DELETE FROM organisation_contact WHERE id = \(id) AND organisation_id = \(organisation)")
        return removed == 1
    }
}

extension OrganisationContact.Card {
    /// The fields in a row, parted by U+0000, which no field holds.
    fileprivate var bytes: [UInt8] {
        Array([name, purpose, email, phone].joined(separator: "\0").utf8)
    }

    fileprivate init(bytes: [UInt8]) throws(SealingError) {
        let fields = bytes.split(separator: 0, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        guard fields.count == 4 else { throw .damaged }
        self.init(name: fields[0], purpose: fields[1], email: fields[2], phone: fields[3])
    }
}

extension SealContext {
    fileprivate static func card(_ id: OrganisationContact.ID) -> SealContext {
        SealContext(purpose: "organisation_contact.card", id: id.bytes)
    }
}

public import CivilTime
public import SQL
public import Sealing

/// A person, known by a BSN that is stored only as a keyed pseudonym and a sealed value.
///
/// All that is kept about a person is sealed under the person's own key: destroying that key erases it, in
/// backups too.
public struct Person: Sendable {
    public typealias ID = Identifier<Person>

    public let id: ID
    let wrappedKey: [UInt8]
    let sealedBSN: [UInt8]
    let sealedName: [UInt8]
}

extension Pseudonym: Storable {
    public var value: Value { .bytes(bytes) }

    public init?(value: Value) {
        guard case .bytes(let stored) = value else { return nil }
        self.init(bytes: stored)
    }
}

extension Person {
    /// Finds the person with this BSN, under any of the live pseudonym keys.
    public static func find(_ bsn: BSN, keys: KeyRing, in transaction: any Transaction) throws -> Person? {
        for pseudonym in keys.livePseudonyms(of: bsn.digits, for: .bsn) {
            if let person = try find(pseudonym: pseudonym, in: transaction) { return person }
        }
        return nil
    }

    public static func find(_ id: ID, in transaction: any Transaction) throws -> Person? {
        try transaction.first(
            "SELECT id, wrapped_key, bsn_sealed, name_sealed FROM person WHERE id = \(id)", read)
    }

    /// Persons in the order in which they were registered, after the one given.
    public static func list(
        after last: ID, limit: Int, in transaction: any Transaction
    ) throws -> [Person] {
        try transaction.rows(
            """
            SELECT id, wrapped_key, bsn_sealed, name_sealed FROM person
            WHERE id > \(last)
            ORDER BY id
            LIMIT \(limit)
            """, read)
    }

    /// Registers a person, or gives the one that is known by this BSN.
    public static func register(
        _ bsn: BSN, name: String, keys: KeyRing, in transaction: any Transaction, at now: Instant
    ) throws -> Person {
        if let known = try find(bsn, keys: keys, in: transaction) { return known }
        let id = ID.new(milliseconds: now.microseconds / 1000)
        let (key, wrapped) = keys.newDataKey()
        let sealed = key.seal(Array(bsn.digits.utf8), for: .bsn(id))
        let sealedName = key.seal(Array(name.utf8), for: .name(id))
        let pseudonym = keys.pseudonym(of: bsn.digits, for: .bsn)
        try transaction.run(
            """
            INSERT INTO person (id, bsn_pseudonym, bsn_sealed, name_sealed, wrapped_key, created_at)
            VALUES (\(id), \(pseudonym), \(sealed), \(sealedName), \(wrapped), \(now))
            """)
        return Person(id: id, wrappedKey: wrapped, sealedBSN: sealed, sealedName: sealedName)
    }

    private static func find(pseudonym: Pseudonym, in transaction: any Transaction) throws -> Person? {
        try transaction.first(
            "SELECT id, wrapped_key, bsn_sealed, name_sealed FROM person WHERE bsn_pseudonym = \(pseudonym)",
            read)
    }

    private static func read(_ row: inout Row) throws -> Person {
        Person(
            id: try row.next(), wrappedKey: try row.next(), sealedBSN: try row.next(),
            sealedName: try row.next())
    }
}

extension Person {
    /// The key under which everything about this person is sealed.
    public func key(_ keys: KeyRing) throws -> DataKey {
        try keys.unwrap(wrappedKey)
    }

    /// How the person is addressed.
    public func name(_ keys: KeyRing) throws -> String {
        String(decoding: try key(keys).open(sealedName, for: .name(id)), as: UTF8.self)
    }

    /// Takes on another name, where it is another.
    public func rename(to name: String, keys: KeyRing, in transaction: any Transaction) throws {
        guard try self.name(keys) != name else { return }
        let sealed = try key(keys).seal(Array(name.utf8), for: .name(id))
        try transaction.run("UPDATE person SET name_sealed = \(sealed) WHERE id = \(id)")
    }

    /// The pseudonym under which the processing log speaks of this person; another key than the tables use.
    public func logPseudonym(_ keys: KeyRing) throws -> Pseudonym {
        let digits = try key(keys).open(sealedBSN, for: .bsn(id))
        return keys.pseudonym(of: String(decoding: digits, as: UTF8.self), for: .log)
    }
}

extension Person {
    /// Destroys the person's key and number. What was sealed under the key is gone, in backups too, and the
    /// number leads here no more: who comes back starts anew.
    public static func erase(_ id: ID, in transaction: any Transaction) throws {
        let nothing: [UInt8] = []
        try transaction.run(
            """
            UPDATE person
            SET bsn_pseudonym = \(id.bytes), bsn_sealed = \(nothing), name_sealed = \(nothing),
              wrapped_key = \(nothing)
            WHERE id = \(id)
            """)
        try Session.endAll(of: id, in: transaction)
    }
}

extension SealContext {
    static func bsn(_ id: Person.ID) -> SealContext {
        SealContext(purpose: "person.bsn", id: id.bytes)
    }

    static func name(_ id: Person.ID) -> SealContext {
        SealContext(purpose: "person.name", id: id.bytes)
    }
}

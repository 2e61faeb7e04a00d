public import CivilTime
public import SQL

/// An organisation that takes part: an afnemer that delivers messages, or an intermediary that does so for
/// others.
public struct Organisation: Sendable, Equatable {
    public typealias ID = Identifier<Organisation>

    public let id: ID
    public let oin: OIN
    public let name: String

    public init(id: ID, oin: OIN, name: String) {
        self.id = id
        self.oin = oin
        self.name = name
    }
}

extension Organisation {
    /// Registers an organisation, or gives the one that already has this OIN, with its name brought up to
    /// date.
    public static func register(
        oin: OIN, name: String, in transaction: any Transaction, at now: Instant
    ) throws -> Organisation {
        if let known = try find(oin, in: transaction) {
            try transaction.run("UPDATE organisation SET name = \(name) WHERE id = \(known.id)")
            return Organisation(id: known.id, oin: oin, name: name)
        }
        let organisation = Organisation(
            id: .new(milliseconds: now.microseconds / 1000), oin: oin, name: name)
        try transaction.run(
            """
            INSERT INTO organisation (id, oin, name, created_at)
            VALUES (\(organisation.id), \(oin), \(name), \(now))
            """)
        return organisation
    }

    public static func find(_ oin: OIN, in transaction: any Transaction) throws -> Organisation? {
        try transaction.first("SELECT id, oin, name FROM organisation WHERE oin = \(oin)", read)
    }

    public static func find(_ id: ID, in transaction: any Transaction) throws -> Organisation? {
        try transaction.first("SELECT id, oin, name FROM organisation WHERE id = \(id)", read)
    }

    /// All organisations by name; the number supported is bounded by the agreement (SNO-11: 400), read with a
    /// wide margin.
    public static func all(in transaction: any Transaction) throws -> [Organisation] {
        try transaction.rows("SELECT id, oin, name FROM organisation ORDER BY name, oin LIMIT 10000", read)
    }

    private static func read(_ row: inout Row) throws -> Organisation {
        Organisation(id: try row.next(), oin: try row.next(), name: try row.next())
    }
}

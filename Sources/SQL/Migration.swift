public import CivilTime

/// One step in the life of the schema. Once released it never changes; a later step corrects it.
public struct Migration: Sendable {
    /// Module and number, such as `message-box 0001`: applied once, in the order given.
    public let name: String
    let definitions: [Definition]

    public init(_ name: String, _ definitions: [Definition]) {
        self.name = name
        self.definitions = definitions
    }
}

extension Database {
    /// Brings the schema up to the given steps, each in a transaction of its own with its entry in
    /// `schema_migration`.
    ///
    /// A step that was applied with another text, or one in the database that the program does not know, is
    /// refused: the program is older than the data, or a released step was edited.
    public func migrate(_ migrations: [Migration], at now: Instant) async throws {
        try await write { transaction in
            let table: Definition = """
                CREATE TABLE IF NOT EXISTS schema_migration (
                  name \(.text) PRIMARY KEY,
                  text \(.text) NOT NULL,
                  applied_at \(.integer) NOT NULL
                ) \(.strict)
                """
            try transaction.define(table)
        }
        let known = Set(migrations.map(\.name))
        for migration in migrations {
            try await write { transaction in try migration.apply(in: transaction, at: now) }
        }
        let applied = try await read { transaction in
            try transaction.rows("SELECT name FROM schema_migration ORDER BY name") { row in
                try row.next(String.self)
            }
        }
        if let unknown = applied.first(where: { !known.contains($0) }) {
            throw SQLError.wrongDatabase(
                "the database holds the step '\(unknown)', which this program does not know: it is too old"
            )
        }
    }
}

extension Migration {
    func apply(in transaction: any Transaction, at now: Instant) throws {
        let text = definitions.map { $0.text(for: transaction.dialect) }.joined(separator: ";\n")
        let applied: String? = try transaction.value("SELECT text FROM schema_migration WHERE name = \(name)")
        if let applied {
            guard applied == text else {
                throw SQLError.wrongDatabase("the step '\(name)' was applied with another text")
            }
            return
        }
        for definition in definitions {
            try transaction.define(definition)
        }
        try transaction.run(
            "INSERT INTO schema_migration (name, text, applied_at) VALUES (\(name), \(text), \(now))")
    }
}

extension Transaction {
    fileprivate func define(_ definition: Definition) throws {
        // The text comes from a literal in this program, in which only the words of the dialect vary.
        try run(Statement(stringLiteral: definition.text(for: dialect)))
    }
}

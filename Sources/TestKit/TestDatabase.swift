public import CivilTime
// ProcessInfo, for the environment, and UUID; test support may use Foundation.
import Foundation
import PostgresDriver
public import SQL
import SQLiteDriver

/// Lends each test a database of its own, of either kind.
///
/// Every test of a store takes its kinds as arguments: `@Test(arguments: TestDatabase.kinds)`.
public enum TestDatabase {
    public enum Kind: String, Sendable, CaseIterable {
        case sqlite
        case postgres
    }

    /// Both, always: where there is no PostgreSQL to test on, its tests fail and say how to start one.
    public static let kinds = Kind.allCases

    /// The variable that says where the tests find PostgreSQL, as `script/postgres start --fast` prints it.
    public static let variable = "PEIL_TEST_POSTGRES"

    /// The moment at which the tests' databases are made.
    public static let beginning = Instant(seconds: 1_790_000_000)

    public struct NoPostgres: Error, CustomStringConvertible {
        public let description =
            """
            \(variable) is not set, so this test could not run on PostgreSQL; run script/test, or set it \
            to the conninfo that 'script/postgres start --fast' prints
            """
    }

    /// Few, so that many tests beside each other stay below the server's limit.
    static let connections = 4

    static func conninfo() throws -> String {
        guard let conninfo = ProcessInfo.processInfo.environment[variable], !conninfo.isEmpty else {
            throw NoPostgres()
        }
        return conninfo
    }
}

/// Runs a test's body on a new database with the given schema, and removes the database afterwards.
@discardableResult
public func withDatabase<Outcome>(
    _ kind: TestDatabase.Kind, _ migrations: [Migration] = [],
    _ body: (any Database) async throws -> Outcome
) async throws -> Outcome {
    switch kind {
    case .sqlite: try await withSQLite(migrations, body)
    case .postgres: try await withPostgres(migrations, body)
    }
}

private func withSQLite<Outcome>(
    _ migrations: [Migration], _ body: (any Database) async throws -> Outcome
) async throws -> Outcome {
    let folder = try TemporaryFolder()
    return try await using(try SQLiteDatabase.open(path: folder.file("peil.sqlite")), migrations, body)
}

private func withPostgres<Outcome>(
    _ migrations: [Migration], _ body: (any Database) async throws -> Outcome
) async throws -> Outcome {
    let conninfo = try TestDatabase.conninfo()
    let schema = "test_" + UUID().uuidString.lowercased().filter { $0 != "-" }
    let owner = try await PostgresDatabase.connect(conninfo, connections: 1, durability: .unsynced)
    try await define("CREATE SCHEMA \(schema)", in: owner)
    do {
        let database = try await PostgresDatabase.connect(
            "\(conninfo) options='-c search_path=\(schema)'", connections: TestDatabase.connections,
            durability: .unsynced)
        let outcome = try await using(database, migrations, body)
        try await drop(schema, with: owner)
        return outcome
    } catch {
        try await drop(schema, with: owner)
        throw error
    }
}

/// Closes the database after the body, whatever came of it.
private func using<Outcome>(
    _ database: some Database, _ migrations: [Migration], _ body: (any Database) async throws -> Outcome
) async throws -> Outcome {
    do {
        if !migrations.isEmpty {
            try await database.migrate(migrations, at: TestDatabase.beginning)
        }
        let outcome = try await body(database)
        await database.close()
        return outcome
    } catch {
        await database.close()
        throw error
    }
}

private func drop(_ schema: String, with owner: PostgresDatabase) async throws {
    try await define("DROP SCHEMA \(schema) CASCADE", in: owner)
    await owner.close()
}

private func define(_ text: String, in database: some Database) async throws {
    try await database.write { transaction in
        // The name of the schema is made here from a UUID; a name cannot be bound.
        _ = try transaction.run(Statement(stringLiteral: text))
    }
}

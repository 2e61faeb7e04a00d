import CivilTime
import SQL
import TestKit
import Testing

@Suite struct MigrationTests {
    private let now = Instant(seconds: 1_790_000_000)
    private let first = Migration(
        "garden 0001", ["CREATE TABLE tree (height \(.integer) NOT NULL) \(.strict)"])
    private let second = Migration("garden 0002", ["CREATE INDEX tree_height ON tree (height)"])

    @Test(arguments: TestDatabase.kinds)
    func `steps are applied once, in order, and later ones added`(kind: TestDatabase.Kind) async throws {
        try await withDatabase(kind) { database in
            try await database.migrate([first], at: now)
            try await database.write { try $0.run("INSERT INTO tree (height) VALUES (\(12))") }
            try await database.migrate([first, second], at: now)
            try await database.migrate([first, second], at: now)
            let names = try await database.read {
                try $0.rows("SELECT name FROM schema_migration ORDER BY name") { try $0.next(String.self) }
            }
            #expect(names == ["garden 0001", "garden 0002"])
            #expect(try await database.read { try $0.value("SELECT height FROM tree") } == 12)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a released step that was edited is refused`(kind: TestDatabase.Kind) async throws {
        try await withDatabase(kind, [first]) { database in
            let edited = Migration("garden 0001", ["CREATE TABLE tree (age \(.integer) NOT NULL) \(.strict)"])
            await #expect(
                throws: SQLError.wrongDatabase("the step 'garden 0001' was applied with another text")
            ) {
                try await database.migrate([edited], at: now)
            }
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a database with a step the program does not know is refused`(kind: TestDatabase.Kind) async throws {
        try await withDatabase(kind, [first, second]) { database in
            await #expect(throws: SQLError.self) { try await database.migrate([first], at: now) }
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a step that fails half-way leaves nothing`(kind: TestDatabase.Kind) async throws {
        try await withDatabase(kind, [first]) { database in
            let broken = Migration(
                "garden 0002", ["CREATE TABLE hedge (length \(.integer)) \(.strict)", "CREATE NONSENSE"])
            await #expect(throws: SQLError.self) { try await database.migrate([first, broken], at: now) }
            await #expect(throws: SQLError.self) {
                try await database.read { try $0.value("SELECT COUNT(*) FROM hedge", as: Int.self) }
            }
        }
    }
}

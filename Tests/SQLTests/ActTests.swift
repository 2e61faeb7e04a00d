import SQL
import Synchronization
import TestKit
import Testing

@Suite struct ActTests {
    static let schema = Migration(
        "act 0001",
        [
            "CREATE TABLE note (position \(.sequence), name \(.text) NOT NULL, size \(.integer)) \(.strict)",
            "CREATE UNIQUE INDEX note_name ON note (name)",
        ])

    struct Refusal: Error {}

    static func count(_ database: some Database) async throws -> Int? {
        try await database.read { try $0.value("SELECT COUNT(*) FROM note") }
    }

    @Test(arguments: TestDatabase.kinds)
    func `values come back as they went in`(kind: TestDatabase.Kind) async throws {
        try await withDatabase(kind) { database in
            let table: Migration = Migration(
                "every 0001",
                [
                    """
                    CREATE TABLE every (
                      i \(.integer), r \(.real), t \(.text), b \(.bytes), n \(.integer)
                    ) \(.strict)
                    """
                ])
            try await database.migrate([table], at: TestDatabase.beginning)
            let texts = ["", "é\u{301}👩‍🚒", "'; --"]
            for (index, text) in texts.enumerated() {
                let integer = [Int64.min, 0, Int64.max][index]
                let bytes: [UInt8] = [[], [0], [0, 255, 10]][index]
                let read = try await database.write { act in
                    try act.run(
                        "INSERT INTO every VALUES (\(integer), \(-0.1), \(text), \(bytes), \(Int?.none))")
                    return try act.first("SELECT i, r, t, b, n FROM every WHERE i = \(integer)") { row in
                        (
                            try row.next(Int64.self), try row.next(Double.self), try row.next(String.self),
                            try row.next([UInt8].self), try row.next(Int?.self)
                        )
                    }
                }
                let row = try #require(read)
                #expect(row.0 == integer && row.1 == -0.1 && row.2 == text && row.3 == bytes && row.4 == nil)
            }
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `run tells how many rows it changed`(kind: TestDatabase.Kind) async throws {
        try await withDatabase(kind, [Self.schema]) { database in
            let counts = try await database.write { act in
                [
                    try act.run("INSERT INTO note (name) VALUES (\("a")), (\("b"))"),
                    try act.run("UPDATE note SET size = 1 WHERE name = 'nobody'"),
                    try act.run("SELECT name FROM note"),
                    try act.run("CREATE INDEX note_size ON note (size)"),
                    try act.run("DELETE FROM note"),
                ]
            }
            #expect(counts == [2, 0, 0, 0, 2])
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `an act that throws undoes itself and no other in its group`(kind: TestDatabase.Kind) async throws {
        try await withDatabase(kind, [Self.schema]) { database in
            let kept = await withTaskGroup(of: Int?.self) { group in
                for number in 0..<64 {
                    group.addTask {
                        do {
                            return try await database.write { act in
                                try act.run(
                                    "INSERT INTO note (name, size) VALUES (\("n\(number)"), \(number))")
                                if number % 3 == 0 { throw Refusal() }
                                return number
                            }
                        } catch {
                            #expect(error is Refusal)
                            return nil
                        }
                    }
                }
                return await group.reduce(into: Set<Int>()) { if let number = $1 { $0.insert(number) } }
            }
            let stored = try await database.read { view in
                try view.rows("SELECT size FROM note") { try $0.next(Int.self) }
            }
            #expect(kept == Set((0..<64).filter { $0 % 3 != 0 }))
            #expect(Set(stored) == kept)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `of many who check and then write exactly one wins`(kind: TestDatabase.Kind) async throws {
        try await withDatabase(kind, [Self.schema]) { database in
            let winners = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<32 {
                    group.addTask {
                        try await database.write { act in
                            guard try act.value("SELECT COUNT(*) FROM note", as: Int.self) == 0 else {
                                return 0
                            }
                            try act.run("INSERT INTO note (name) VALUES (\("winner \(number)"))")
                            return 1
                        }
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(winners == 1)
            let notes = try await Self.count(database)
            #expect(notes == 1)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a deferred constraint refuses the act that broke it and no other`(
        kind: TestDatabase.Kind
    ) async throws {
        let schema = Migration(
            "deferred 0001",
            [
                "CREATE TABLE parent (id \(.integer) PRIMARY KEY) \(.strict)",
                """
                CREATE TABLE child (
                  parent \(.integer) NOT NULL REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED
                ) \(.strict)
                """,
                "INSERT INTO parent VALUES (0)",
            ])
        try await withDatabase(kind, [schema]) { database in
            let refusals = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<16 {
                    group.addTask {
                        do {
                            try await database.write { act in
                                try act.run("INSERT INTO child VALUES (\(number % 2))")
                            }
                            return 0
                        } catch SQLError.constraint(let constraint) where constraint.kind == .foreignKey {
                            return 1
                        }
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(refusals == 8)
            #expect(try await database.read { try $0.value("SELECT COUNT(*) FROM child") } == 8)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a closed database refuses acts and views`(kind: TestDatabase.Kind) async throws {
        try await withDatabase(kind, [Self.schema]) { database in
            await database.close()
            await #expect(throws: SQLError.unavailable("it is closed")) {
                try await database.write { try $0.run("DELETE FROM note") }
            }
            await #expect(throws: SQLError.unavailable("it is closed")) { try await Self.count(database) }
        }
    }
}

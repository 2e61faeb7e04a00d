import SQL
import TestKit
import Testing

/// What an act and a view may not do, the same on both databases.
@Suite struct RuleTests {
    @Test(arguments: TestDatabase.kinds)
    func `a statement that throws ends its act, even if the act goes on`(kind: TestDatabase.Kind) async throws
    {
        try await withDatabase(kind, [ActTests.schema]) { database in
            let taken = SQLError.constraint(.init(kind: .unique, name: "note_name"))
            await #expect(throws: taken) {
                try await database.write { act in
                    try act.run("INSERT INTO note (name) VALUES ('a')")
                    #expect(throws: taken) { try act.run("INSERT INTO note (name) VALUES ('a')") }
                    #expect(
                        throws: SQLError.statement("an earlier statement of this act failed, which ended it")
                    ) {
                        try act.run("INSERT INTO note (name) VALUES ('b')")
                    }
                }
            }
            let kept = try await ActTests.count(database)
            #expect(kept == 0)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `an act may tell a failed statement in its own words`(kind: TestDatabase.Kind) async throws {
        try await withDatabase(kind, [ActTests.schema]) { database in
            await #expect(throws: ActTests.Refusal.self) {
                try await database.write { act in
                    try act.run("INSERT INTO note (name) VALUES ('a')")
                    do {
                        try act.run("INSERT INTO note (name) VALUES ('a')")
                    } catch SQLError.constraint {
                        throw ActTests.Refusal()
                    }
                }
            }
            let kept = try await ActTests.count(database)
            #expect(kept == 0)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a visitor that throws ends the act, and the next act finds all in order`(
        kind: TestDatabase.Kind
    ) async throws {
        try await withDatabase(kind, [ActTests.schema]) { database in
            try await database.write { act in
                for number in 0..<10 { try act.run("INSERT INTO note (name) VALUES (\("n\(number)"))") }
            }
            await #expect(throws: ActTests.Refusal.self) {
                try await database.write { act in
                    try act.run("DELETE FROM note")
                    try act.visit("SELECT name FROM schema_migration") { _ in throw ActTests.Refusal() }
                }
            }
            let kept = try await ActTests.count(database)
            #expect(kept == 10)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a visitor runs no statement of its own`(kind: TestDatabase.Kind) async throws {
        try await withDatabase(kind, [ActTests.schema]) { database in
            let refusal = SQLError.statement(
                "a visitor cannot run a statement of its own; gather the rows first")
            await #expect(throws: refusal) {
                try await database.read { view in
                    try view.visit("SELECT name FROM schema_migration") { _ in
                        _ = try view.value("SELECT 1", as: Int.self)
                    }
                }
            }
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `text with U+0000 is refused before the statement runs`(kind: TestDatabase.Kind) async throws {
        try await withDatabase(kind, [ActTests.schema]) { database in
            for text in ["\0", "a\0b", String(repeating: "a", count: 100) + "\0"] {
                await #expect(throws: SQLError.zeroCharacter) {
                    try await database.write { try $0.run("INSERT INTO note (name) VALUES (\(text))") }
                }
            }
            let kept = try await ActTests.count(database)
            #expect(kept == 0)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a view cannot write`(kind: TestDatabase.Kind) async throws {
        try await withDatabase(kind, [ActTests.schema]) { database in
            await #expect(throws: SQLError.writeInView) {
                try await database.read { try $0.run("INSERT INTO note (name) VALUES ('a')") }
            }
            let kept = try await ActTests.count(database)
            #expect(kept == 0)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a view sees one state of the database`(kind: TestDatabase.Kind) async throws {
        try await withDatabase(kind, [ActTests.schema]) { database in
            let writing = Task {
                for number in 0..<200 {
                    try await database.write { act in
                        try act.run("INSERT INTO note (name) VALUES (\("n\(number)"))")
                    }
                }
            }
            for _ in 0..<50 {
                let counts = try await database.read { view in
                    try (0..<5).map { _ in try view.value("SELECT COUNT(*) FROM note", as: Int.self) }
                }
                #expect(Set(counts).count == 1)
            }
            try await writing.value
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `wrong SQL is told as a defect of the program`(kind: TestDatabase.Kind) async throws {
        try await withDatabase(kind) { database in
            for statement: Statement in ["SELEC 1", "SELECT 1 FROM nowhere", "SELECT 1; SELECT 2"] {
                do {
                    _ = try await database.read { try $0.run(statement) }
                    Issue.record("\(statement.text) was taken")
                } catch SQLError.statement {
                    continue
                }
            }
        }
    }
}

import SQL
import Synchronization
import TestKit
import Testing

/// What only a database of several writers can meet.
@Suite struct PostgresTests {
    private static let conflict: Statement =
        "DO LANGUAGE plpgsql 'BEGIN RAISE EXCEPTION USING ERRCODE = ''40001''; END'"

    @Test func `an act that met another is run again`() async throws {
        try await withDatabase(.postgres, [ActTests.schema]) { database in
            let tries = Mutex(0)
            try await database.write { act in
                let number = tries.withLock { tries in
                    tries += 1
                    return tries
                }
                try act.run("INSERT INTO note (name) VALUES (\("try \(number)"))")
                if number < 3 { try act.run(Self.conflict) }
            }
            #expect(tries.withLock(\.self) == 3)
            #expect(try await database.read { try $0.value("SELECT name FROM note") } == "try 3")
        }
    }

    @Test func `an act that always meets another ends in contention, whatever it makes of the error`()
        async throws
    {
        try await withDatabase(.postgres) { database in
            let tries = Mutex(0)
            await #expect(throws: SQLError.contention) {
                try await database.write { act in
                    tries.withLock { $0 += 1 }
                    do {
                        try act.run(Self.conflict)
                    } catch {
                        throw ActTests.Refusal()
                    }
                }
            }
            #expect(tries.withLock(\.self) == 20)
        }
    }

    @Test func `an act that met a row which was not there when it looked is run again, once`() async throws {
        try await withDatabase(.postgres, [ActTests.schema]) { database in
            try await database.write { try $0.run("INSERT INTO note (name) VALUES ('taken')") }
            let tries = Mutex(0)
            // The first try looks as if the row came after its view began.
            let found = try await database.write { act in
                let isFirst = tries.withLock { tries in
                    tries += 1
                    return tries == 1
                }
                if isFirst { try act.run("INSERT INTO note (name) VALUES ('taken')") }
                return try act.value("SELECT name FROM note", as: String.self)
            }
            #expect(found == "taken")
            #expect(tries.withLock(\.self) == 2)

            await #expect(throws: SQLError.constraint(.init(kind: .unique, name: "note_name"))) {
                try await database.write { act in
                    tries.withLock { $0 += 1 }
                    try act.run("INSERT INTO note (name) VALUES ('taken')")
                }
            }
            #expect(tries.withLock(\.self) == 4, "whoever meets it again has the answer")
        }
    }

    @Test func `a connection the server closed is replaced, and nothing is run twice`() async throws {
        try await withDatabase(.postgres, [ActTests.schema]) { database in
            let runs = Mutex(0)
            let process = try #require(
                try await database.write { act in
                    try act.value("SELECT pg_backend_pid()", as: Int.self)
                })
            await #expect(throws: SQLError.self) {
                try await database.write { act in
                    runs.withLock { $0 += 1 }
                    try act.run("INSERT INTO note (name) VALUES ('lost')")
                    try act.run("SELECT pg_terminate_backend(pg_backend_pid())")
                }
            }
            #expect(runs.withLock(\.self) == 1)
            let kept = try await ActTests.count(database)
            #expect(kept == 0)
            let next = try await database.read { try $0.value("SELECT pg_backend_pid()", as: Int.self) }
            #expect(next != process)
        }
    }

    @Test func `a plan that no longer fits its table is made anew`() async throws {
        try await withDatabase(.postgres, [ActTests.schema]) { database in
            try await database.write { try $0.run("INSERT INTO note (name, size) VALUES ('a', 1)") }
            let size: Statement = "SELECT size FROM note"
            #expect(try await database.read { try $0.value(size) } == 1)
            try await database.write { try $0.run("ALTER TABLE note ALTER COLUMN size TYPE TEXT") }
            #expect(try await database.read { try $0.value(size) } == "1")
        }
    }

    @Test func `a numeric result asks for a cast`() async throws {
        try await withDatabase(.postgres, [ActTests.schema]) { database in
            await #expect(
                throws: SQLError.statement(
                    "a result is numeric, as of SUM over BIGINT; write CAST(… AS BIGINT)")
            ) {
                try await database.read { try $0.value("SELECT SUM(size) FROM note", as: Int?.self) }
            }
        }
    }

    @Test func `more statements than a connection keeps are prepared in turn`() async throws {
        try await withDatabase(.postgres) { database in
            let numbers = Array(0..<300)
            let read = try await database.read { view in
                try (numbers + numbers).map { number in
                    try view.value(Statement(stringLiteral: "SELECT \(number)"), as: Int.self)
                }
            }
            #expect(read == numbers + numbers)
        }
    }
}

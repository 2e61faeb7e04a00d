import Glibc
import SQL
import TestKit
import Testing

@testable import SQLiteDriver

@Suite struct SQLiteDurabilityTests {
    @Test func `the writer syncs each commit`() async throws {
        try await withDatabase(.sqlite) { database in
            let settings = try await database.write { act in
                (
                    try act.value("PRAGMA synchronous", as: Int.self),
                    try act.value("PRAGMA journal_mode", as: String.self),
                    try act.value("PRAGMA foreign_keys", as: Int.self)
                )
            }
            #expect(settings == (2, "wal", 1))
        }
    }

    @Test(arguments: ["PRAGMA synchronous = NORMAL", "PRAGMA synchronous = OFF", "PRAGMA foreign_keys = OFF"])
    func `a writer that promises less is refused`(setting: String) throws {
        let folder = try TemporaryFolder()
        let connections = try Connections(path: folder.file("peil.sqlite"), readers: 1)
        #expect {
            try connections.write { writer in
                try writer.set(setting)
                try Settings.check(writer)
            }
        } throws: { error in
            if case SQLError.wrongDatabase = error { true } else { false }
        }
        try connections.close()
    }

    @Test func `a full disk is an error of the act and the database goes on`() async throws {
        try await withDatabase(.sqlite, [ActTests.schema]) { database in
            try await database.write { try $0.run("PRAGMA max_page_count = 60") }
            await #expect(throws: SQLError.unavailable("the disk is full")) {
                try await database.write { act in
                    try act.run("INSERT INTO note (name) VALUES (\(String(repeating: "x", count: 1 << 20)))")
                }
            }
            try await database.write { try $0.run("INSERT INTO note (name) VALUES ('small')") }
            let kept = try await ActTests.count(database)
            #expect(kept == 1)
        }
    }

    @Test func `a commit that the disk does not confirm ends the process without an answer`() async throws {
        let folder = try TemporaryFolder()
        let result = try await #require(
            processExitsWith: .exitCode(70), observing: [\.standardErrorContent, \.standardOutputContent]
        ) { [path = folder.file("peil.sqlite") as String] in
            let database = try SQLiteDatabase.open(path: path)
            try await database.write { try $0.run("CREATE TABLE t (b BLOB)") }
            // From here the system writes no file beyond 1 MB: the commit's write fails half-way.
            signal(SIGXFSZ, SIG_IGN)
            var limit = rlimit(rlim_cur: 1 << 20, rlim_max: 1 << 20)
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            try await database.write { act in
                try act.run("INSERT INTO t VALUES (\([UInt8](repeating: 1, count: 2 << 20)))")
            }
            print("acknowledged")
        }
        #expect(
            String(decoding: result.standardErrorContent, as: UTF8.self).contains("did not confirm a commit"))
        #expect(!String(decoding: result.standardOutputContent, as: UTF8.self).contains("acknowledged"))
        let database = try SQLiteDatabase.open(path: folder.file("peil.sqlite"))
        #expect(try await database.read { try $0.value("SELECT COUNT(*) FROM t") } == 0)
        await database.close()
    }

    @Test func `an act that ends its transaction by itself is told`() async throws {
        try await withDatabase(.sqlite, [ActTests.schema]) { database in
            await #expect(throws: SQLError.self) { try await database.write { try $0.run("ROLLBACK") } }
            let kept = try await ActTests.count(database)
            #expect(kept == 0)
        }
    }
}

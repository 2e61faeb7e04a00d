import Foundation
import SQL
import TestKit
import Testing

@Suite struct VisitTests {
    private static let schema = Migration(
        "visit 0001",
        ["CREATE TABLE page (number \(.integer) PRIMARY KEY, text \(.text) NOT NULL) \(.strict)"])

    @Test(arguments: TestDatabase.kinds)
    func `a hundred thousand rows are visited in flat memory`(kind: TestDatabase.Kind) async throws {
        let rows = 100_000
        let text = String(repeating: "x", count: 1_000)
        try await withDatabase(kind, [Self.schema]) { database in
            try await database.write { act in
                try act.run(
                    """
                    WITH RECURSIVE n (i) AS (
                      SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < \(rows)
                    )
                    INSERT INTO page (number, text) SELECT i, \(text) FROM n
                    """)
            }
            let (visited, growth) = try await database.read { view in
                let before = try ownMemory()
                var visited = 0
                var highest = before
                try view.visit("SELECT number, text FROM page ORDER BY number") { row in
                    visited += 1
                    #expect(try row.next(Int.self) == visited)
                    if visited % 10_000 == 0 { highest = max(highest, try ownMemory()) }
                }
                return (visited, highest - before)
            }
            #expect(visited == rows)
            // Gathered, the rows would take more than 100 MB; the connection's cache of pages may fill up.
            #expect(growth < 80 << 20, "the visit took \(growth >> 20) MB")
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a visit that stops early leaves the database usable`(kind: TestDatabase.Kind) async throws {
        try await withDatabase(kind) { database in
            for _ in 0..<10 {
                await #expect(throws: ActTests.Refusal.self) {
                    try await database.read { view in
                        try view.visit(
                            """
                            WITH RECURSIVE n (i) AS (
                              SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < 50000
                            )
                            SELECT i FROM n
                            """
                        ) { _ in throw ActTests.Refusal() }
                    }
                }
            }
            let answer = try await database.read { try $0.value("SELECT 1", as: Int.self) }
            #expect(answer == 1)
        }
    }
}

/// The process's own memory in bytes, without mapped files.
private func ownMemory() throws -> Int {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("RssAnon:") })
    let kibibytes = try #require(line.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) })
    return kibibytes << 10
}

import CivilTime
import Journal
import SQL
import Sealing
import TestKit
import Testing

private let noon = Instant(seconds: 1_790_000_000)
private let anna = AuditEntry.Object(kind: "delivery", id: "a")

@Suite struct AuditTrailTests {
    @Test(arguments: TestDatabase.kinds)
    func `an act is found by its object and by who did it, newest first and by page`(
        kind: TestDatabase.Kind
    )
        async throws
    {
        try await withDatabase(kind, JournalSchema.migrations) { database in
            let supplier = Actor.organisation("org-1", name: "systeem")
            try await database.write { transaction in
                for minute in 0..<5 {
                    try AuditEntry(
                        actor: minute == 4 ? .system("worker") : supplier, act: "delivery.step\(minute)",
                        object: anna, detail: "\(minute)", at: noon.advanced(bySeconds: Int64(minute)),
                        traceID: "trace"
                    ).record(in: transaction)
                }
            }
            let (about, by, next) = try await database.read { transaction in
                let about = try AuditTrail.entries(about: anna, limit: 3, in: transaction)
                return (
                    about, try AuditTrail.entries(by: supplier, limit: 9, in: transaction),
                    try AuditTrail.entries(about: anna, before: about.last?.id, limit: 3, in: transaction)
                )
            }
            #expect(about.map(\.entry.detail) == ["4", "3", "2"])
            #expect(next.map(\.entry.detail) == ["1", "0"])
            #expect(by.map(\.entry.act).first == "delivery.step3")
            #expect(by.count == 4)
            #expect(by.allSatisfy { $0.entry.actor == supplier && $0.entry.traceID == "trace" })
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `an undone act leaves no entry`(kind: TestDatabase.Kind) async throws {
        struct Undone: Error {}
        try await withDatabase(kind, JournalSchema.migrations) { database in
            await #expect(throws: Undone.self) {
                try await database.write { transaction in
                    try AuditEntry(actor: .system("x"), act: "y", object: anna, at: noon).record(
                        in: transaction)
                    throw Undone()
                }
            }
            let entries = try await database.read { try AuditTrail.entries(about: anna, limit: 1, in: $0) }
            #expect(entries.isEmpty)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `entries past their term go, the oldest first`(kind: TestDatabase.Kind) async throws {
        try await withDatabase(kind, JournalSchema.migrations) { database in
            let gone = try await database.write { transaction in
                for second in 0..<10 {
                    try AuditEntry(
                        actor: .system("x"), act: "y", object: anna, detail: "\(second)",
                        at: noon.advanced(bySeconds: Int64(second))
                    ).record(in: transaction)
                }
                let term = noon.advanced(bySeconds: 7)
                return [
                    try AuditTrail.expire(before: term, limit: 5, in: transaction),
                    try AuditTrail.expire(before: term, limit: 5, in: transaction),
                ]
            }
            #expect(gone == [5, 2])
            let left = try await database.read { try AuditTrail.entries(about: anna, limit: 9, in: $0) }
            #expect(left.map(\.entry.detail) == ["9", "8", "7"])
        }
    }
}

@Suite struct ProcessingLogTests {
    @Test(arguments: TestDatabase.kinds)
    func `a citizen finds the lines about them, indexed or not, and nobody else's`(
        kind: TestDatabase.Kind
    )
        async throws
    {
        let people = Self.people(40)
        try await withDatabase(kind, JournalSchema.migrations) { database in
            for round in 0..<6 {
                try await database.write { transaction in
                    for line in 0..<20 {
                        try ProcessingLine(
                            activity: .deliverMessage, organisation: "0000009900000000\(1000 + line)",
                            subjects: [people[line], people[line + 20]],
                            at: noon.advanced(bySeconds: Int64(round * 100 + line))
                        ).record(in: transaction)
                    }
                }
                // Two rounds in runs, two in one run, two not indexed.
                if round < 2 || round == 3 {
                    let count = try await database.write { try ProcessingLog.index(atLeast: 1, in: $0) }
                    #expect(count == (round == 3 ? 40 : 20))
                }
            }
            for person in [3, 23, 39] {
                let lines = try await database.read {
                    try ProcessingLog.lines(about: [people[person]], limit: 50, in: $0)
                }
                #expect(
                    lines.map(\.at)
                        == (0..<6).reversed().map { round in
                            noon.advanced(bySeconds: Int64(round * 100 + person % 20))
                        })
                #expect(lines.allSatisfy { $0.organisation == "0000009900000000\(1000 + person % 20)" })
            }
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `lines about everyone are about each, and pages join up`(kind: TestDatabase.Kind) async throws {
        let anna = Self.people(2)[0]
        try await withDatabase(kind, JournalSchema.migrations) { database in
            try await database.write { transaction in
                for second in 0..<7 {
                    try ProcessingLine(
                        activity: .readBoxList, organisation: nil,
                        subjects: second.isMultiple(of: 2) ? nil : [anna],
                        at: noon.advanced(bySeconds: Int64(second)), traceID: "t\(second)"
                    ).record(in: transaction)
                }
                _ = try ProcessingLog.index(atLeast: 1, in: transaction)
            }
            let traces = try await database.read { transaction in
                var traces: [[String?]] = []
                var last: Identifier<ProcessingLine>?
                for _ in 0..<3 {
                    let page = try ProcessingLog.lines(about: [anna], before: last, limit: 3, in: transaction)
                    traces.append(page.map(\.traceID))
                    last = page.last?.id
                }
                return traces
            }
            #expect(traces == [["t6", "t5", "t4"], ["t3", "t2", "t1"], ["t0"]])
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `few lines wait for their index, and lines past their term go with it`(
        kind: TestDatabase.Kind
    )
        async throws
    {
        let anna = Self.people(1)
        try await withDatabase(kind, JournalSchema.migrations) { database in
            let counts = try await database.write { transaction in
                for second in 0..<10 {
                    try ProcessingLine(
                        activity: .notify, organisation: nil, subjects: anna,
                        at: noon.advanced(bySeconds: Int64(second))
                    ).record(in: transaction)
                }
                let waiting = try ProcessingLog.index(in: transaction)
                let indexed = try ProcessingLog.index(atLeast: 10, in: transaction)
                let early = try ProcessingLog.expire(
                    before: noon.advanced(bySeconds: 4), limit: 100, in: transaction)
                let late = try ProcessingLog.expire(
                    before: noon.advanced(bySeconds: 100), limit: 100, in: transaction)
                let left: Int? = try transaction.value("SELECT COUNT(*) FROM processing_index")
                return [waiting, indexed, early, late, left ?? -1]
            }
            #expect(counts == [0, 10, 4, 6, 0])
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a citizen's lines are found by the index`(kind: TestDatabase.Kind) async throws {
        try await withDatabase(kind, JournalSchema.migrations) { database in
            guard database.dialect == .sqlite else { return }
            let plan = try await database.read { transaction in
                try transaction.rows(
                    "EXPLAIN QUERY PLAN SELECT entries FROM processing_index WHERE bucket = 1"
                ) {
                    row in
                    for _ in 0..<3 { _ = try row.next(Int.self) }
                    return try row.next(String.self)
                }
            }
            #expect(plan == ["SEARCH processing_index USING PRIMARY KEY (bucket=?)"])
        }
    }

    static func people(_ count: Int) -> [Pseudonym] {
        (1...count).compactMap { number in
            let code = (0..<32).map { UInt8(truncatingIfNeeded: (number &* 7_919) >> ($0 % 3 * 5) &+ $0) }
            return Pseudonym(bytes: [1, 2, 3, 4] + code)
        }
    }
}

import CivilTime
import Identity
import JSON
import SQL
import TestKit
import Testing

@testable import RunningCases

@Suite struct CaseEventTests {
    @Test(arguments: TestDatabase.kinds)
    func `SNO-03 events tell the life of a case, in whatever order they come`(
        kind: TestDatabase.Kind
    ) async throws {
        try await withCases(kind) { scene in
            try await scene.take(scene.event("geopend", id: "1", 90, data: CaseScene.opening))
            try await scene.take(scene.event("afgesloten", id: "5", 10, data: #"{"resultaat":"Verleend"}"#))
            let extended = scene.event("verlengd", id: "3", 40, data: #"{"verwachteEinddatum":"2026-12-01"}"#)
            #expect(try await scene.take(extended).outcome == .outdated)
            try await scene.take(scene.event("opgeschort", id: "2", 60))
            let found = try #require(try await scene.cases().first)
            #expect(found.state == .closed)
            #expect(found.content.result == "Verleend")
            #expect(found.content.title == "Dakkapel")
            #expect(try await scene.story() == ["opened", "suspended", "extended", "closed"])
            try await scene.take(scene.event("verwijderd", id: "6", 5))
            #expect(try await scene.cases().isEmpty)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `an event is taken once, also when it comes eight times at once`(
        kind: TestDatabase.Kind
    ) async throws {
        try await withCases(kind) { scene in
            let event = scene.event("geopend", id: "1", 90, data: CaseScene.opening)
            let receipts = try await withThrowingTaskGroup(of: CaseReceipt.self) { group in
                for _ in 0..<8 { group.addTask { try await scene.take(event) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(receipts.map(\.outcome)) == [.created])
            #expect(try await scene.count("SELECT COUNT(*) FROM case_event") == 1)
            #expect(try await scene.count("SELECT COUNT(*) FROM case_push") == 1)
            #expect(
                try await scene.count(
                    "SELECT COUNT(*) FROM processing_line WHERE activity = 'receive-case'") == 1)
            let other = scene.event("geopend", id: "1", 90, subject: "Z-2", data: CaseScene.opening)
            await #expect(throws: RunningCaseError.contentDiffers) { try await scene.take(other) }
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `that an event came is forgotten after its term; it changes nothing when it comes again then`(
        kind: TestDatabase.Kind
    ) async throws {
        try await withCases(kind) { scene in
            let opening = scene.event("geopend", id: "1", 90, data: CaseScene.opening)
            try await scene.take(opening)
            try await scene.take(scene.event("opgeschort", id: "2", 60))
            try await CaseEvent.forget(before: CaseScene.start, in: scene.database)
            #expect(try await scene.count("SELECT COUNT(*) FROM case_event") == 2)
            let later = CaseScene.start.advanced(bySeconds: 400 * 86_400)
            try await CaseEvent.forget(before: later, in: scene.database)
            #expect(try await scene.count("SELECT COUNT(*) FROM case_event") == 0)
            try await scene.take(opening)
            #expect(try await scene.cases().first?.state == .suspended)
            #expect(try await scene.cases().count == 1)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a case of an erased account takes its next push, and is nobody's from then on`(
        kind: TestDatabase.Kind
    ) async throws {
        try await withCases(kind) { scene in
            try await scene.take(scene.event("geopend", id: "1", 90, data: CaseScene.opening))
            try await scene.database.write { transaction in
                let owner = try #require(
                    try transaction.value("SELECT person_id FROM running_case", as: Person.ID.self))
                try Person.erase(owner, in: transaction)
            }
            #expect(try await scene.take(scene.event("opgeschort", id: "2", 60)).outcome == .taken)
            #expect(try await scene.count("SELECT COUNT(*) FROM running_case WHERE person_id IS NULL") == 1)
            #expect(
                try await scene.count("SELECT COUNT(*) FROM case_push WHERE text_sealed IS NOT NULL") == 0)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `the source is the caller's own, or one that gave a mandate`(kind: TestDatabase.Kind) async throws {
        try await withCases(kind) { scene in
            let event = scene.event("geopend", id: "1", 90, data: CaseScene.opening)
            await #expect(throws: RunningCaseError.foreignSource) {
                try await scene.take(event, by: scene.waterschap)
            }
            try await scene.database.write {
                try scene.gemeente.grantMandate(to: scene.waterschap.id, in: $0, at: CaseScene.start)
            }
            try await scene.take(event, by: scene.waterschap)
            #expect(try await scene.cases().map(\.organisation) == [scene.gemeente.name])
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `an event about a case nobody told of is refused, and taken when it comes again later`(
        kind: TestDatabase.Kind
    ) async throws {
        try await withCases(kind) { scene in
            let early = scene.event("opgeschort", id: "2", 60)
            await #expect(throws: RunningCaseError.notKnown) { try await scene.take(early) }
            try await scene.take(scene.event("geopend", id: "1", 90, data: CaseScene.opening))
            #expect(try await scene.take(early).outcome == .taken)
            #expect(try await scene.cases().first?.state == .suspended)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `of a batch each event is read by itself`(kind: TestDatabase.Kind) async throws {
        try await withCases(kind) { scene in
            let events = [
                scene.event("geopend", id: "1", 90, data: CaseScene.opening),
                scene.event("betaald", id: "2", 80),
                scene.event("geopend", id: "3", 70, subject: "999990019"),
                scene.event("geopend", id: "4", 60, oin: "12"),
            ]
            let batch = "[" + events.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ",") + "]"
            let read = try CaseEvent.readBatch(Array(batch.utf8), at: CaseScene.start)
            let outcomes = read.map { result in
                switch result {
                case .success(let event): event.id
                case .failure(.typeNotTaken): "type"
                case .failure(.fields(let faults)): faults.map(\.path).joined()
                case .failure: "?"
                }
            }
            #expect(outcomes == ["1", "type", "subject", "source"])
            for wrong in ["[]", "{}", "[", "[" + String(repeating: "1,", count: 100) + "1]"] {
                #expect(throws: RunningCaseError.self) {
                    try CaseEvent.readBatch(Array(wrong.utf8), at: CaseScene.start)
                }
            }
        }
    }

    @Test func `an event of 64 kB is read`() throws {
        let text = String(repeating: "é", count: 4_000)
        let padding = String(repeating: "x", count: 60_000)
        let event = """
            {"specversion":"1.0","id":"1","source":"urn:nld:oin:00000099000000002000:systeem:a",
             "type":"nl.overheid.zaken.zaak-bijgewerkt","subject":"Z-1","time":"2026-10-01T10:00:00Z",
             "data":{"toelichting":"\(text)"},"vulling":"\(padding)"}
            """
        #expect(event.utf8.count > 65_536 && event.utf8.count < CaseEvent.bytesLimit)
        #expect(try CaseEvent.read(Array(event.utf8), at: CaseScene.start).id == "1")
    }

    @Test(arguments: TestDatabase.kinds)
    func `lists are read by their indexes`(kind: TestDatabase.Kind) async throws {
        try await withCases(kind) { scene in
            try await scene.put(scene.body(90))
            let (owner, keys, gemeente) = (try await scene.reader().owner, scene.keys, scene.gemeente.id)
            let wholeReads = try await scene.database.write { transaction in
                let key = try #require(try Person.find(owner, in: transaction)).key(keys)
                let explaining = try ExplainingTransaction(transaction)
                _ = try PushedCase.list(of: gemeente, after: nil, limit: 10, in: explaining)
                _ = try PushedCase.find("Z-1", of: gemeente, in: explaining)
                let found = try CaseReader.listing(
                    of: owner, closedAfter: .init(changedAt: CaseReader.end, id: .lowest), limit: 10, key,
                    in: explaining)
                _ = try CaseReader.story(of: try #require(found.open.first).id, key, in: explaining)
                return explaining.wholeReads
            }
            #expect(wholeReads.isEmpty, "\(wholeReads)")
        }
    }
}

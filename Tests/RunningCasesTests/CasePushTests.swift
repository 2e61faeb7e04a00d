import CivilTime
import Identity
import JSON
import RunningCases
import SQL
import TestKit
import Testing

@Suite struct CasePushTests {
    @Test(arguments: TestDatabase.kinds)
    func `SNO-03 a case shows to its person, with its story, and to nobody else`(
        kind: TestDatabase.Kind
    ) async throws {
        try await withCases(kind) { scene in
            try await scene.put(scene.body(90))
            try await scene.post("s1", 60, "In behandeling genomen")
            try await scene.post("s2", 30, "Wij missen een tekening", step: "Stuur de tekening")
            let found = try #require(try await scene.cases().first)
            #expect(found.content.title == "Dakkapel 90")
            #expect(found.step?.text == "Stuur de tekening")
            #expect(found.step?.lastDay == CivilDate("2026-11-30"))
            #expect(
                try await scene.story() == ["opened", "In behandeling genomen", "Wij missen een tekening"])
            #expect(try await scene.stepCount() == 1)
            #expect(try await scene.cases(of: CaseScene.bilal).isEmpty)
            await #expect(throws: NoSuchCase.self) {
                try await scene.reader(CaseScene.bilal).open(found.id, at: CaseScene.start)
            }
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a late push of an older moment joins the story and changes nothing else`(
        kind: TestDatabase.Kind
    ) async throws {
        try await withCases(kind) { scene in
            #expect(try await scene.put(scene.body(90)).outcome == .created)
            #expect(try await scene.post("s3", 10, "Besluit genomen", state: "afgesloten").outcome == .taken)
            #expect(try await scene.post("s2", 40, "Aangehouden", state: "opgeschort").outcome == .outdated)
            #expect(try await scene.put(scene.body(50, state: "open")).outcome == .taken, "newer content")
            #expect(try await scene.put(scene.body(95, state: "open")).outcome == .outdated)
            let found = try #require(try await scene.cases().first)
            #expect(found.state == .closed)
            #expect(found.content.title == "Dakkapel 50")
            #expect(
                try await scene.story() == ["updated", "opened", "updated", "Aangehouden", "Besluit genomen"])
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `the same push again gets the same answer, and another one under its name is refused`(
        kind: TestDatabase.Kind
    ) async throws {
        try await withCases(kind) { scene in
            let first = try await scene.put(scene.body(90))
            #expect(try await scene.put(scene.body(90)) == first)
            let status = try await scene.post("s1", 60, "In behandeling")
            #expect(try await scene.post("s1", 60, "In behandeling") == status)
            await #expect(throws: RunningCaseError.contentDiffers) {
                try await scene.post("s1", 60, "Anders")
            }
            await #expect(throws: RunningCaseError.contentDiffers) {
                try await scene.put(scene.body(90, CaseScene.bilal))
            }
            #expect(try await scene.story() == ["opened", "In behandeling"])
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a push for somebody without an account is answered alike, logged, and not kept`(
        kind: TestDatabase.Kind
    ) async throws {
        try await withCases(kind) { scene in
            let kept = try await scene.put(scene.body(90), as: "Z-1")
            let dropped = try await scene.put(scene.body(90, CaseScene.stranger), as: "Z-2")
            #expect(kept.outcome == dropped.outcome && kept.receivedAt == dropped.receivedAt)
            for id in ["Z-1", "Z-2"] {
                #expect(try await scene.post("s1", 60, "In behandeling", of: id).outcome == .taken)
            }
            let listed = try await scene.database.read {
                try PushedCase.list(of: scene.gemeente.id, after: nil, limit: 10, in: $0)
            }
            #expect(listed.map(\.caseKey.text).sorted() == ["Z-1", "Z-2"])
            #expect(Set(listed.map(\.state)) == [.open])
            #expect(
                try await scene.count(
                    "SELECT COUNT(*) FROM running_case WHERE content_sealed IS NOT NULL") == 1)
            #expect(
                try await scene.count("SELECT COUNT(*) FROM case_push WHERE text_sealed IS NOT NULL") == 2)
            #expect(
                try await scene.count(
                    "SELECT COUNT(*) FROM processing_line WHERE activity = 'receive-case' AND outcome = 1")
                    == 1)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a case that is taken back is gone, and an older push does not bring it again`(
        kind: TestDatabase.Kind
    ) async throws {
        try await withCases(kind) { scene in
            try await scene.put(scene.body(90))
            try await scene.register.remove(
                caseID: "Z-1", by: scene.gemeente, name: "test", at: CaseScene.start)
            try await scene.put(scene.body(50))
            #expect(try await scene.cases().isEmpty)
            #expect(
                try await scene.count("SELECT COUNT(*) FROM case_push WHERE text_sealed IS NOT NULL") == 0)
            #expect(
                try await scene.count(
                    "SELECT COUNT(*) FROM running_case WHERE content_sealed IS NOT NULL") == 0)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a case that turns out to be another person's takes no story along`(
        kind: TestDatabase.Kind
    ) async throws {
        try await withCases(kind) { scene in
            try await scene.put(scene.body(90))
            try await scene.post("s1", 80, "Voor Anna")
            try await scene.put(scene.body(50, CaseScene.bilal))
            #expect(try await scene.cases().isEmpty)
            #expect(try await scene.story(of: CaseScene.bilal) == ["updated"])
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `statuses and cases of another organisation are not there`(kind: TestDatabase.Kind) async throws {
        try await withCases(kind) { scene in
            try await scene.put(scene.body(90))
            await #expect(throws: RunningCaseError.notKnown) {
                try await scene.post("s1", 60, "Niets", of: "Z-9")
            }
            let other = try await scene.database.read {
                try PushedCase.find("Z-1", of: scene.waterschap.id, in: $0)
            }
            #expect(other == nil)
            // The same id is another case.
            try await scene.put(scene.body(80), by: scene.waterschap)
            #expect(try await scene.cases().count == 2)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `the same pushes at once make one case and one story`(kind: TestDatabase.Kind) async throws {
        try await withCases(kind) { scene in
            let receipts = try await withThrowingTaskGroup(of: CaseReceipt.self) { group in
                for _ in 0..<8 { group.addTask { try await scene.put(scene.body(90)) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(receipts.allSatisfy { $0.outcome == .created })
            #expect(try await scene.count("SELECT COUNT(*) FROM case_push") == 1)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for minute in 1...8 {
                    group.addTask {
                        try await scene.post(
                            "s\(minute)", Int64(minute), "\(minute)",
                            state: minute == 1 ? "afgesloten" : "open")
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await scene.cases().first?.state == .closed)
            #expect(try await scene.story() == ["opened", "8", "7", "6", "5", "4", "3", "2", "1"])
        }
    }

    @Test func `all that is wrong with a case comes together, and nothing of it is echoed`() throws {
        let text =
            #"{"betrokkene":{"type":"BSN","waarde":"123456789"},"zaaktype":"","status":"klaar","naam":1}"#
        #expect {
            try CasePush.whole(Array(text.utf8), caseID: "999990019", at: CaseScene.start)
        } throws: { error in
            guard case RunningCaseError.fields(let faults) = error else { return false }
            return faults.map(\.path) == [
                "zaakId", "gewijzigdOp", "status", "omschrijving", "zaaktype", "betrokkene.waarde", "naam",
            ] && !faults.contains { $0.reason.contains("123456789") }
        }
        for wrong in ["", "[]", "{", "{\"a\":1}{}"] {
            #expect(throws: RunningCaseError.notJSON) {
                try CasePush.status(Array(wrong.utf8), caseID: "Z-1", at: CaseScene.start)
            }
        }
    }

    @Test func `a moment in the future is refused`() throws {
        let later = CaseScene.start.advanced(bySeconds: 301).rfc3339
        let text = #"{"statusId":"s","tijdstip":"\#(later)","omschrijving":"Vroeg"}"#
        #expect(
            throws: RunningCaseError.fields([
                JSONFault("tijdstip", "ligt in de toekomst: hoogstens vijf minuten mag")
            ])
        ) {
            try CasePush.status(Array(text.utf8), caseID: "Z-1", at: CaseScene.start)
        }
    }
}

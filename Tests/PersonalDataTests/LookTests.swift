import CivilTime
import Identity
import Journal
import SQL
import Sealing
import TestKit
import Testing

@testable import PersonalData

@Suite struct LookTests {
    private func reader(_ scene: SourceScene) -> LookReader {
        LookReader(of: scene.person, database: scene.database, keys: scene.keys)
    }

    @Test(arguments: TestDatabase.kinds)
    func `a citizen sees who looked and for what, own looks apart, and nobody else's lines`(
        kind: TestDatabase.Kind
    ) async throws {
        try await withSourceScene(kind) { scene in
            let keys = scene.keys
            let anna = keys.pseudonym(of: SourceScene.anna, for: .log)
            let other = keys.pseudonym(of: "999990020", for: .log)
            try await scene.database.write { transaction in
                _ = try Organisation.register(
                    oin: try #require(OIN("00000099000000003000")), name: "Dienst", in: transaction,
                    at: SourceScene.start)
                for (second, activity, organisation, subjects) in [
                    (1, .deliverMessage, "00000099000000003000", [anna]),
                    (2, .validate, "00000099000000004000", [other, anna]),
                    (3, .readBoxList, nil, [anna]), (4, .receiveCase, "00000099000000003000", [other]),
                ] as [(Int64, ProcessingActivity, String?, [Pseudonym])] {
                    try ProcessingLine(
                        activity: activity, organisation: organisation, subjects: subjects,
                        at: SourceScene.start.advanced(bySeconds: second)
                    ).record(in: transaction)
                }
            }
            let now = SourceScene.start.advanced(bySeconds: 10)
            let others = try await reader(scene).page(.byOthers, limit: 10, at: now)
            #expect(others.looks.map(\.activity) == [.validate, .deliverMessage])
            #expect(others.looks.map(\.organisation?.name) == [nil, "Dienst"])
            let own = try await reader(scene).page(.own, limit: 10, at: now.advanced(bySeconds: 1))
            #expect(own.looks.map(\.activity) == [.readLog, .readLog, .readBoxList])
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `among 100,000 lines a page is found by index, and pages join up`(
        kind: TestDatabase.Kind
    ) async throws {
        try await withSourceScene(kind) { scene in
            let anna = scene.keys.pseudonym(of: SourceScene.anna, for: .log)
            let crowd = (0..<50).map { scene.keys.pseudonym(of: "\($0)", for: .log) }
            for portion in 0..<50 {
                try await scene.database.write { transaction in
                    for line in 0..<2_000 {
                        let number = portion * 2_000 + line
                        try ProcessingLine(
                            activity: number.isMultiple(of: 3) ? .readBoxList : .deliverMessage,
                            organisation: nil,
                            subjects: number.isMultiple(of: 100) ? [anna] : [crowd[number % 50]],
                            at: SourceScene.start.advanced(bySeconds: Int64(number))
                        ).record(in: transaction)
                    }
                }
                if portion % 5 == 4 {
                    _ = try await scene.database.write { try ProcessingLog.index(atLeast: 1, in: $0) }
                }
            }
            let (plans, ids) = try await scene.database.write { transaction in
                let explaining = try ExplainingTransaction(transaction)
                var (ids, last): ([Identifier<ProcessingLine>], Identifier<ProcessingLine>?) = ([], nil)
                for _ in 0..<20 {
                    let page = try ProcessingLog.lines(
                        about: [anna], .byOthers, before: last, limit: 50, in: explaining)
                    ids += page.map(\.id)
                    last = page.last?.id ?? last
                }
                return (explaining.wholeReads, ids)
            }
            #expect(ids.count == 666 && Set(ids).count == 666 && ids == ids.sorted(by: >))
            // The lines that wait for their index are read whole: some thousands at most.
            #expect(plans.allSatisfy { $0.contains("processing_unindexed") }, "\(Set(plans))")
        }
    }
}

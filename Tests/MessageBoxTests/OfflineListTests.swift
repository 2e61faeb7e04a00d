import Identity
import SQL
import TestKit
import Testing

@testable import MessageBox

@Suite struct OfflineListTests {
    @Test(arguments: TestDatabase.kinds)
    func `the list that a device keeps leaves out what was put away, thrown away or erased (SNO-05)`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            try await scene.declareType(isSensitive: false)
            try await scene.send(["Blijft", "Archief", "Prullenbak", "Gewist", "Nieuwste"])
            let mailbox = try await scene.mailbox(Scene.anna)
            _ = try await mailbox.move(try await scene.ids("Archief"), to: .archive, at: scene.now)
            _ = try await mailbox.move(
                try await scene.ids("Prullenbak", "Gewist"), to: .bin, at: scene.now)
            try await mailbox.erase(try await scene.ids("Gewist"), at: scene.now)
            let lines = try await mailbox.offlineList(at: scene.now)
            #expect(lines.map(\.subject) == ["Nieuwste", "Blijft"])
            #expect(try await scene.mailbox(Scene.bilal).offlineList(at: scene.now).isEmpty)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `of a sensitive message a device keeps no subject (SNO-05)`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            try await scene.send(["Uitslag"])
            let mailbox = try await scene.mailbox(Scene.anna)
            try await scene.declareType(isSensitive: true)
            let declared = try await mailbox.offlineList(at: scene.now)
            #expect(declared.map(\.subject) == [nil])
            #expect(declared.allSatisfy { !$0.sender.isEmpty && !$0.isRead })
        }
    }
}

extension Scene {
    /// The type of the letters, as their organisation declares it.
    fileprivate func declareType(isSensitive: Bool) async throws {
        let (organisation, now) = (waterschap.id, now)
        try await database.write { transaction in
            try MessageType.define(
                "WATER", title: "Aanslag", active: true, sensitive: isSensitive, of: organisation,
                in: transaction, at: now)
        }
    }
}

import CivilTime
import Identity
import MessageBox
import SQL
import TestKit
import Testing

@Suite struct MessageTypeTests {
    @Test(arguments: TestDatabase.kinds)
    func `a message type is sensitive only when its organisation said so`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            let (waterschap, gemeente, now) = (scene.waterschap.id, scene.gemeente.id, scene.now)
            try await scene.database.write { transaction in
                try MessageType.define(
                    "ZORG", title: "Zorg", active: true, sensitive: true, of: waterschap, in: transaction,
                    at: now)
                try MessageType.define(
                    "ZORG", title: "Zorg", active: true, of: gemeente, in: transaction, at: now)
            }
            let asked: [(String, Organisation.ID)] = [
                ("ZORG", waterschap), ("ZORG", gemeente), ("WATER", waterschap), ("NIETS", waterschap),
            ]
            let answers = try await scene.database.read { transaction in
                try asked.map { try MessageType.isSensitive($0, of: $1, in: transaction) }
            }
            #expect(answers == [true, false, false, false])
        }
    }
}

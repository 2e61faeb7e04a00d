import CivilTime
import Identity
import Logging
import SQL
import ServiceLifecycle
import TestKit
import Testing
import Work

@testable import MessageBox

@Suite struct PushIsolationTests {
    private static let receivers = 50

    @Test(arguments: TestDatabase.kinds)
    func `SNO-12: of fifty receivers one hangs, and the others get theirs meanwhile`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            let receiver = Receiver(.with(204))
            let (healthy, hanging) = (try await receiver.start(), try await TinyServer.start { _ in .never })
            var organisations: [Organisation] = []
            for number in 1...Self.receivers {
                let organisation = try await scene.organisation(number)
                try await scene.push(
                    to: (number == 1 ? hanging : healthy).url, of: organisation)
                organisations.append(organisation)
            }
            for (index, organisation) in organisations.enumerated() {
                for number in 1...2 {
                    var batch = Batch(number, [Letter(index * 10 + number)])
                    batch.supplier = organisation.oin.digits
                    try await scene.deliver(batch, by: organisation)
                }
            }
            try await scene.process()
            let pushing = ReportPushing(
                facilities: scene.facilities, rules: try scene.rules(), now: scene.clock.now)
            // As few workers as would all be taken if a lane that hangs were served for as long as it has
            // items.
            let runner = LaneRunner(
                .reportPush, workers: 2, itemsPerLease: 20, pollMilliseconds: 20, database: scene.database,
                bell: scene.facilities.bell, now: scene.clock.now, logger: Logger(label: "test"),
                serve: pushing.serve)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await runner.run() }
                await receiver.reached((Self.receivers - 1) * 2)
                group.cancelAll()
                try await group.waitForAll()
            }
            #expect(Set(receiver.ids).count == (Self.receivers - 1) * 2)
            // The one that hangs has not even timed out: nobody waited for it.
            #expect(
                try await scene.count("SELECT COUNT(*) FROM report_push WHERE last_failure IS NOT NULL") == 0)
            try await healthy.stop()
            try await hanging.stop()
        }
    }
}

extension Scene {
    fileprivate func organisation(_ number: Int) async throws -> Organisation {
        let digits = "\(number)"
        let oin = "00000099" + String(repeating: "0", count: 6 - digits.count) + digits + "555000"
        let start = Scene.start
        let bilal = try await person(Scene.bilal)
        return try await database.write { transaction in
            let organisation = try Organisation.register(
                oin: try #require(OIN(oin)), name: "Ontvanger \(number)", in: transaction, at: start)
            try MessageType.define(
                "WATER", title: "Aanslag", active: true, of: organisation.id, in: transaction, at: start)
            try Preference.set(bilal.id, wants: true, from: organisation.id, in: transaction, at: start)
            return organisation
        }
    }
}

import CivilTime
import Identity
import Markup
import SQL
import TestKit
import Testing

@testable import MessageBox

/// Who is told on a device, and who is not.
@Suite struct DeviceChoiceTests {
    private static let day: Int64 = 86_400

    private func words(_ sink: PushSink, _ browser: Browser) throws -> [String?] {
        try sink.received.map { try browser.read($0.body)["titel"] }
    }

    @Test(arguments: TestDatabase.kinds)
    func `devices hear nothing of what was thrown away or erased, and then of the next (SNO-06)`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            let sink = try await PushSink.start()
            try await scene.add(Browser("telefoon"), at: sink.origin)
            try await scene.send(["Prullenbak", "Gewist", "Blijft"])
            let mailbox = try await scene.mailbox(Scene.anna)
            let ids = try await scene.ids("Prullenbak", "Gewist")
            _ = try await mailbox.move(ids, to: .bin, at: scene.now)
            try await mailbox.erase([ids[1]], at: scene.now)
            try await scene.tellDevices()
            #expect(sink.received.count == 1)
            #expect(
                try await scene.count("SELECT COUNT(*) FROM device_notification WHERE refused_at > 0") == 2)
            #expect(
                try await scene.count("SELECT COUNT(*) FROM work_item WHERE kind = 'device-notification'")
                    == 0)
            try await sink.stop()
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `once a day: one word a device at the hour chosen, for what is still unread (SNO-06)`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            let (sink, browser) = (try await PushSink.start(), Browser("telefoon"))
            scene.clock.set(try Scene.clock("10:00"))
            try await scene.add(browser, at: sink.origin)
            let settings = try await scene.settings(Scene.anna)
            try await settings.change(
                .init(pace: .daily(hour: 18), language: .english), expecting: nil, at: scene.now)
            try await scene.send(["Eerste", "Tweede"])
            try await scene.tellDevices()
            #expect(sink.received.isEmpty)
            // The message that began the digest was read meanwhile: the other is told of all the same.
            let mailbox = try await scene.mailbox(Scene.anna)
            _ = try await mailbox.open(try await scene.ids("Eerste")[0], at: scene.now)
            try await scene.deliver(Batch(9, [Letter(9)]))
            scene.clock.set(try Scene.clock("18:00"))
            try await scene.tellDevices()
            #expect(try words(sink, browser) == ["You have new messages"])
            // What comes when the word has gone out is told the day after.
            try await scene.process()
            try await scene.tellDevices()
            #expect(sink.received.count == 1)
            scene.clock.set(try Scene.clock("18:00", days: 1))
            try await scene.tellDevices()
            #expect(sink.received.count == 2)
            #expect(
                try await scene.count("SELECT COUNT(*) FROM device_notification WHERE sent_at > 0") == 3)
            try await sink.stop()
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `devices are reminded of an unread message whose deadline is near, also without mail (SNO-06)`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            let (sink, browser) = (try await PushSink.start(), Browser("telefoon"))
            scene.clock.set(try Scene.clock("12:00"))
            try await scene.add(browser, at: sink.origin)
            try await scene.settings(Scene.anna).change(
                .init(byEmail: false), expecting: nil, at: scene.now)
            let waterschap = scene.waterschap.id
            try await scene.database.write { transaction in
                try MessageType.define(
                    "WATER", title: "Aanslag", active: true, sensitive: false, of: waterschap,
                    in: transaction, at: Scene.start)
            }
            try await scene.send(["Reageer"])
            let deadline = scene.now.advanced(bySeconds: 10 * Self.day)
            try await scene.database.write { transaction in
                try transaction.run("UPDATE message SET action_deadline_at = \(deadline)")
            }
            try await scene.tellDevices()
            scene.clock.set(try Scene.clock("09:00", days: 8))
            #expect(try await Reminder.queueDue(facilities: scene.facilities, at: scene.now) == 1)
            #expect(try await scene.count("SELECT COUNT(*) FROM reminder") == 0)
            try await scene.tellDevices()
            #expect(
                try words(sink, browser) == [
                    "Nieuw bericht van Waterschap", "Reageer binnenkort: bericht van Waterschap",
                ])
            try await sink.stop()
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `who turns devices off is not told there, and mail goes on`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            let sink = try await PushSink.start()
            try await scene.add(Browser("telefoon"), at: sink.origin)
            try await scene.send(["Eerste"])
            try await scene.settings(Scene.anna).change(
                .init(byPush: false), expecting: nil, at: scene.now)
            try await scene.send(["Tweede"])
            try await scene.tellDevices()
            #expect(sink.received.isEmpty)
            #expect(try await scene.count("SELECT COUNT(*) FROM device_notification") == 1)
            #expect(try await scene.count("SELECT COUNT(*) FROM notification") == 2)
            try await sink.stop()
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `with a closed account its devices go`(_ kind: TestDatabase.Kind) async throws {
        try await withScene(kind) { scene in
            try await scene.add(Browser("telefoon"))
            let (anna, now) = (try await scene.person(Scene.anna), scene.now)
            try await scene.database.write { transaction in
                try Box.find(anna, in: transaction)?.change(to: .closed, in: transaction, at: now)
            }
            try await Account.eraseClosed(
                before: now.advanced(bySeconds: 1), facilities: scene.facilities, at: now)
            #expect(try await scene.count("SELECT COUNT(*) FROM device") == 0)
        }
    }
}

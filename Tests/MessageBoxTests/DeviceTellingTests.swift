import CivilTime
import Crypto
import Foundation
import Identity
import Outbound
import SQL
import Synchronization
import TestKit
import Testing
import WebPush

@testable import MessageBox
@testable import Work

private let vapid = VAPIDKey()

extension Scene {
    /// Sends all words to devices that are due, as the workers do; gives how many lanes had to back off.
    @discardableResult
    func tellDevices() async throws -> Int {
        let telling = DeviceTelling(
            facilities: facilities,
            route: DeviceRoute(key: vapid, contact: "mailto:beheer@peil.example", reach: .loopback),
            now: clock.now)
        var away = 0
        while let lane = try await lease(.devices) {
            let now = now
            do {
                try await telling.serve(lane)
                try await database.write { transaction in
                    guard try lane.failuresWhileHeld(in: transaction) != nil else { return }
                    try lane.release(in: transaction)
                }
            } catch {
                away += 1
                try await database.write { try lane.fail(in: $0, at: now, jitter: 0) }
            }
        }
        return away
    }
}

@Suite struct DeviceTellingTests {
    @Test(arguments: TestDatabase.kinds)
    func `a device is told from whom a message is, and only it can read that (SNO-05, SNO-06)`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            let (sink, browser) = (try await PushSink.start(), Browser("telefoon"))
            try await scene.add(browser, at: sink.origin)
            try await scene.deliver(Batch(1, [Letter(1) { $0.subject = "Geheim onderwerp" }]))
            try await scene.process()
            try await scene.tellDevices()
            let request = try #require(sink.received.first)
            let word = try browser.read(request.body)
            #expect(word["titel"] == "Nieuw bericht van Waterschap")
            #expect(word["tekst"] == "Open uw berichtenbox om het te lezen.")
            #expect(word["taal"] == "nl" && word["kenmerk"] == request.headers["topic"])
            #expect(!"\(word)".contains("Geheim"))
            #expect(throws: (any Error).self) { try Browser("ander").read(request.body) }
            #expect(request.headers["content-encoding"] == "aes128gcm")
            #expect(request.headers["ttl"] == "259200" && request.headers["urgency"] == "normal")
            #expect(try #require(request.headers["topic"]).count <= 32)
            try check(request.headers["authorization"], for: sink.origin, at: scene.now)
            #expect(
                try await scene.count(
                    "SELECT COUNT(*) FROM device_notification WHERE sent_at IS NOT NULL") == 1)
            try await sink.stop()
        }
    }

    /// VAPID (RFC 8292), checked by the key that stands beside the token.
    private func check(_ header: String?, for origin: String, at now: Instant) throws {
        let parts = try #require(header).split(separator: " ").map { $0.trimmingSuffix(",") }
        #expect(parts.first == "vapid" && parts.last == "k=\(vapid.publicKey)")
        let token = parts[1].dropFirst(2).split(separator: ".").map(String.init)
        let claims = try JSONSerialization.jsonObject(
            with: Data(try #require(Base64URL.bytes(of: token[1]))))
        let named = try #require(claims as? [String: Any])
        #expect(named["aud"] as? String == origin)
        #expect(named["sub"] as? String == "mailto:beheer@peil.example")
        #expect(named["exp"] as? Int64 == now.seconds + 43_200)
        let key = try P256.Signing.PublicKey(
            x963Representation: try #require(Base64URL.bytes(of: vapid.publicKey)))
        let signature = try P256.Signing.ECDSASignature(
            rawRepresentation: try #require(Base64URL.bytes(of: token[2])))
        #expect(key.isValidSignature(signature, for: Data("\(token[0]).\(token[1])".utf8)))
    }

    @Test func `of a sensitive kind a device is not even told the sender`() async throws {
        try await withScene(.sqlite) { scene in
            let (sink, browser) = (try await PushSink.start(), Browser("telefoon"))
            let waterschap = scene.waterschap.id
            try await scene.database.write { transaction in
                try MessageType.define(
                    "WATER", title: "Aanslag", active: true, sensitive: true, of: waterschap,
                    in: transaction, at: Scene.start)
            }
            try await scene.add(browser, at: sink.origin)
            try await scene.deliver(Batch(1))
            try await scene.process()
            try await scene.tellDevices()
            #expect(try browser.read(try #require(sink.received.first).body)["titel"] == "Nieuw bericht")
            try await sink.stop()
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `devices are told in the order in which messages became due (SNO-06)`(
        _ kind: TestDatabase.Kind
    )
        async throws
    {
        try await withScene(kind) { scene in
            let sink = try await PushSink.start()
            try await scene.add(Browser("anna"), at: sink.origin)
            try await scene.add(Browser("gijs"), at: sink.origin, to: Scene.gijs)
            let (sooner, later) = (
                Scene.start.advanced(bySeconds: 1_800).rfc3339, Scene.start.advanced(bySeconds: 3_600).rfc3339
            )
            try await scene.deliver(
                Batch(
                    1,
                    [
                        Letter(1) { $0.publication = later }, Letter(2) { $0.recipient = Scene.gijs },
                        Letter(3) { $0.publication = sooner },
                    ]))
            try await scene.process()
            for _ in 0..<3 {
                try await scene.tellDevices()
                scene.clock.pass(1_800)
            }
            #expect(sink.received.map(\.path) == ["/gijs", "/anna", "/anna"])
            let inOrder = try await scene.database.read { transaction in
                try transaction.rows(
                    "SELECT due_at FROM device_notification ORDER BY first_attempt_at"
                ) { try $0.next(Instant.self) }
            }
            #expect(inOrder == inOrder.sorted())
            try await sink.stop()
        }
    }

    @Test(arguments: [404, 410])
    func `a device that its push service knows no more is taken off, and its owner can see that`(
        _ status: Int
    ) async throws {
        try await withScene(.sqlite) { scene in
            let sink = try await PushSink.start { _ in .init(status: status) }
            try await scene.add(Browser("oud"), at: sink.origin)
            try await scene.deliver(Batch(1))
            try await scene.process()
            try await scene.tellDevices()
            let device = try #require(try await scene.devices(of: Scene.anna).list(at: scene.now).first)
            #expect(device.goneAt == scene.now)
            let kept = try await scene.count(
                "SELECT COUNT(*) FROM device WHERE address_sealed IS NOT NULL OR keys_sealed IS NOT NULL")
            #expect(kept == 0)
            try await scene.deliver(Batch(2, [Letter(2)]))
            try await scene.process()
            try await scene.tellDevices()
            #expect(sink.received.count == 1)
            try await scene.add(Browser("nieuw"), at: sink.origin)
            #expect(try await scene.labels() == ["nieuw"])
            try await sink.stop()
        }
    }

    @Test func `a push service that asks for a pause gets it, and then everything`() async throws {
        try await withScene(.sqlite) { scene in
            let isBusy = Switch()
            let sink = try await PushSink.start { _ in
                isBusy.isOn ? .init(status: 429, headers: ["Retry-After": "120"]) : .init()
            }
            try await scene.add(Browser("telefoon"), at: sink.origin)
            try await scene.deliver(Batch(1, [Letter(1), Letter(2)]))
            try await scene.process()
            try await scene.tellDevices()
            isBusy.turnOff()
            scene.clock.pass(119)
            try await scene.tellDevices()
            #expect(sink.received.count == 2)
            scene.clock.pass(1)
            try await scene.tellDevices()
            #expect(sink.received.count == 4)
            #expect(
                try await scene.count(
                    "SELECT COUNT(*) FROM device_notification WHERE sent_at IS NOT NULL") == 2)
            try await sink.stop()
        }
    }

    @Test(arguments: [(500, 1, 0), (503, 1, 0), (403, 1, 0), (400, 0, 1), (413, 0, 1)])
    func `a fault that may pass comes again; one that will not is kept for the operator`(
        _ status: Int, _ waiting: Int, _ dead: Int
    ) async throws {
        try await withScene(.sqlite) { scene in
            let sink = try await PushSink.start { _ in .init(status: status) }
            try await scene.add(Browser("telefoon"), at: sink.origin)
            try await scene.deliver(Batch(1))
            try await scene.process()
            #expect(try await scene.tellDevices() == 0)
            #expect(
                try await scene.count(
                    """
                    SELECT COUNT(*) FROM work_item
                    WHERE kind = 'device-notification' AND state = 1 AND failures = 1
                    """) == waiting)
            let letters = try await scene.database.read {
                try Work.deadLetters(.devices, limit: 10, in: $0)
            }
            #expect(letters.count == dead)
            #expect(letters.allSatisfy { $0.destination == sink.origin && !$0.reason.contains("telefoon") })
            try await sink.stop()
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a push service that is down delays nobody of another (SNO-06)`(
        _ kind: TestDatabase.Kind
    )
        async throws
    {
        try await withScene(kind) { scene in
            let sink = try await PushSink.start()
            let dead = try await PushSink.start()
            try await dead.stop()
            try await scene.add(Browser("dood"), at: dead.origin)
            try await scene.add(Browser("levend"), at: sink.origin, to: Scene.gijs)
            try await scene.deliver(
                Batch(1, [Letter(1), Letter(2) { $0.recipient = Scene.gijs }]))
            try await scene.process()
            #expect(try await scene.tellDevices() == 1)
            #expect(sink.received.map(\.path) == ["/levend"])
            #expect(try await scene.count("SELECT COUNT(*) FROM lane WHERE failures = 1") == 1)
            // Three days later the word helps nobody any more.
            scene.clock.pass(4 * 86_400)
            try await scene.tellDevices()
            #expect(
                try await scene.count(
                    "SELECT COUNT(*) FROM device_notification WHERE refused_at IS NOT NULL") == 1)
            try await sink.stop()
        }
    }

    @Test func `who has read the message, taken the device off or suspended the box is not told`()
        async throws
    {
        try await withScene(.sqlite) { scene in
            let sink = try await PushSink.start()
            try await scene.add(Browser("anna"), at: sink.origin)
            let gijs = try await scene.add(Browser("gijs"), at: sink.origin, to: Scene.gijs)
            try await scene.add(Browser("esra"), at: sink.origin, to: Scene.esra)
            try await scene.deliver(
                Batch(
                    1,
                    [
                        Letter(1), Letter(2) { $0.recipient = Scene.gijs },
                        Letter(3) { $0.recipient = Scene.esra },
                    ]))
            try await scene.process()
            let box = try await scene.mailbox(Scene.anna)
            let heading = try #require(
                try await box.list(olderThan: nil, limit: 1, at: scene.now).headings.first)
            _ = try await box.open(heading.id, at: scene.now)
            try await scene.devices(of: Scene.gijs).remove(gijs.id, at: scene.now)
            let (esra, now) = (try await scene.person(Scene.esra), scene.now)
            try await scene.database.write { transaction in
                try Box.find(esra, in: transaction)?.change(to: .suspended, in: transaction, at: now)
            }
            try await scene.tellDevices()
            #expect(sink.received.isEmpty)
            #expect(
                try await scene.count("SELECT COUNT(*) FROM work_item WHERE kind = 'device-notification'")
                    == 0)
            try await sink.stop()
        }
    }
}

/// On until it is turned off.
private final class Switch: Sendable {
    private let state = Mutex(true)
    var isOn: Bool { state.withLock { $0 } }
    func turnOff() { state.withLock { $0 = false } }
}

extension Substring {
    fileprivate func trimmingSuffix(_ suffix: Character) -> String {
        last == suffix ? String(dropLast()) : String(self)
    }
}

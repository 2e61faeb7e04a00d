import CivilTime
import Identity
import Outbound
import SQL
import TestKit
import Testing
import WebPush

@testable import MessageBox

extension Scene {
    func devices(of digits: String) async throws -> Devices {
        Devices(of: try await person(digits).id, facilities: facilities)
    }

    /// Has a browser subscribed at a push service.
    @discardableResult
    func add(
        _ browser: Browser, at service: String = "http://127.0.0.1:9", to digits: String = Scene.anna
    ) async throws -> Device {
        let new = try NewDevice(
            endpoint: "\(service)/\(browser.name)", p256dh: browser.p256dh, auth: browser.auth,
            label: browser.name, within: .loopback)
        return try await devices(of: digits).add(new, at: now)
    }

    func labels(of digits: String = Scene.anna) async throws -> [String] {
        try await devices(of: digits).list(at: now).map(\.label)
    }
}

@Suite struct DeviceTests {
    @Test(arguments: TestDatabase.kinds)
    func `a person adds devices, sees them, and takes one off (SNO-05)`(
        _ kind: TestDatabase.Kind
    )
        async throws
    {
        try await withScene(kind) { scene in
            try await scene.add(Browser("Telefoon"))
            scene.clock.pass(1)
            let tablet = try await scene.add(Browser("Tablet"))
            #expect(try await scene.labels() == ["Telefoon", "Tablet"])
            #expect(try await scene.labels(of: Scene.bilal).isEmpty)
            await #expect(throws: DeviceError.noSuchDevice) {
                try await scene.devices(of: Scene.bilal).remove(tablet.id, at: scene.now)
            }
            try await scene.devices(of: Scene.anna).remove(tablet.id, at: scene.now)
            #expect(try await scene.labels() == ["Telefoon"])
            let acts = try await scene.count(
                "SELECT COUNT(*) FROM audit_entry WHERE act IN ('device.add', 'device.remove')")
            #expect(acts == 3)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `nothing of a device stands in the clear`(_ kind: TestDatabase.Kind) async throws {
        try await withScene(kind) { scene in
            let browser = Browser("Telefoon")
            try await scene.add(browser, at: "http://127.0.0.1:9/geheim")
            let sealed = try await scene.database.read { transaction in
                try transaction.rows(
                    "SELECT address_sealed, keys_sealed, label_sealed, push_service FROM device"
                ) { row in
                    (
                        [try row.next([UInt8].self), try row.next([UInt8].self), try row.next([UInt8].self)],
                        try row.next(String.self)
                    )
                }
            }
            let (values, service) = try #require(sealed.first)
            for value in values {
                let text = String(decoding: value, as: UTF8.self)
                #expect(!text.contains("geheim") && !text.contains("Telefoon"))
            }
            #expect(service == "http://127.0.0.1:9")
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `the same browser again is one device, also when another person signs in there`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            let browser = Browser("gedeelde-tablet")
            try await scene.add(browser)
            try await scene.add(browser)
            #expect(try await scene.labels().count == 1)
            try await scene.add(browser, to: Scene.bilal)
            #expect(try await scene.labels().isEmpty)
            #expect(try await scene.labels(of: Scene.bilal) == ["gedeelde-tablet"])
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a person has ten devices at most, however fast they come`(_ kind: TestDatabase.Kind) async throws {
        try await withScene(kind) { scene in
            let refused = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<14 {
                    group.addTask {
                        do {
                            try await scene.add(Browser("apparaat-\(number)"))
                            return 0
                        } catch DeviceError.tooMany(let limit) {
                            return limit == 10 ? 1 : 0
                        }
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(refused == 4)
            #expect(try await scene.labels().count == 10)
        }
    }

    @Test(arguments: [
        ("https://10.0.0.1/x", Reach.publicOnly), ("https://169.254.169.254/latest", .publicOnly),
        ("https://[::1]/x", .publicOnly), ("http://push.example/x", .publicOnly),
        ("http://push.example/x", .loopback), ("https://a:b@push.example/x", .publicOnly),
        ("https://localhost/x", .publicOnly), ("ftp://push.example/x", .publicOnly), ("", .publicOnly),
        ("http://127.0.0.1/x", .publicOnly),
    ])
    func `an address that leads inside, or is not https, is not taken`(_ address: String, _ reach: Reach) {
        let browser = Browser("x")
        #expect {
            try NewDevice(
                endpoint: address, p256dh: browser.p256dh, auth: browser.auth, label: "x", within: reach)
        } throws: { error in
            if case DeviceError.address = error { true } else { false }
        }
    }

    @Test func `a name is one short line, and keys must be keys`() throws {
        let browser = Browser("x")
        func device(_ label: String, auth: String? = nil) throws -> NewDevice {
            try NewDevice(
                endpoint: "https://push.example/x", p256dh: browser.p256dh, auth: auth ?? browser.auth,
                label: label, within: .publicOnly)
        }
        #expect(try device("  Mijn\n\u{0} telefoon ").label == "Mijn telefoon")
        for label in ["", " \n", String(repeating: "a", count: 41)] {
            #expect(throws: DeviceError.label(limit: 40)) { try device(label) }
        }
        #expect(throws: DeviceError.keys(.secret)) { try device("x", auth: "kort") }
    }
}

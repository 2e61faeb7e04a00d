import CivilTime
import SQL
import TestKit
import Testing

@testable import MessageBox

@Suite struct JSONTests {
    static func message(
        id: String = guid(1), subject: String = "Uw aanslag", text: String = "Beste lezer",
        recipient: String = Scene.anna, more: String = ""
    ) -> String {
        """
        {"berichtId":"\(id)","berichttype":"WATER","ontvanger":{"type":"BSN","waarde":"\(recipient)"},
        "onderwerp":"\(subject)","tekst":"\(text)"\(more)}
        """
    }

    private func faults(_ scene: Scene, _ json: String) async throws -> [String] {
        do {
            try await scene.deliver(json: json)
            Issue.record("the message was taken: \(json)")
            return []
        } catch DeliveryError.message(let faults) {
            return faults.map(\.path)
        }
    }

    @Test func `all faults of a body are told together, and nothing is kept`() async throws {
        try await withScene(.sqlite) { scene in
            let paths = try await faults(
                scene,
                """
                {"berichtId":"x","ontvanger":{"type":"KVK","waarde":"999990018","land":"NL"},
                "onderwerp":"","tekst":7,"publicatiedatum":"morgen","kleur":"rood",
                "bijlagen":[{"omschrijving":"a","mediatype":"text/plain","inhoud":"%%%"},{},{}]}
                """)
            #expect(
                Set(paths) == [
                    "berichtId", "berichttype", "ontvanger.type", "ontvanger.waarde", "ontvanger.land",
                    "onderwerp", "tekst", "publicatiedatum", "kleur", "bijlagen", "bijlagen.0.mediatype",
                    "bijlagen.0.inhoud", "bijlagen.1.omschrijving", "bijlagen.1.mediatype",
                    "bijlagen.1.inhoud", "bijlagen.2.omschrijving", "bijlagen.2.mediatype",
                    "bijlagen.2.inhoud",
                ])
            #expect(try await scene.count("SELECT COUNT(*) FROM delivery") == 0)
        }
    }

    @Test(arguments: [
        ("onderwerp", message(subject: String(repeating: "e\u{301}", count: 40))),
        ("onderwerp", message(subject: "a\\u0000b")),
        ("tekst", message(text: "a\\u0000b")),
        ("tekst", message(text: String(repeating: "a", count: 4_001))),
        ("berichtId", message(id: guid(1).replacing("0", with: "\u{660}"))),
        ("berichtId", message(id: " " + guid(1))),
        ("ontvanger.waarde", message(recipient: "\u{669}99990019")),
        ("kleur", message(more: #","kleur":"rood""#)),
        ("publicatiedatum", message(more: #","publicatiedatum":"2026-10-05T09:00:00""#)),
    ])
    func `a fault is named by its field`(_ path: String, _ json: String) async throws {
        try await withScene(.sqlite) { scene in
            let paths = try await faults(scene, json)
            #expect(paths == [path])
            #expect(try await scene.count("SELECT COUNT(*) FROM delivery") == 0)
        }
    }

    @Test(arguments: ["", "[]", "null", "7", "{", "{\"berichtId\"}", "\u{FEFF}<Berichten/>"])
    func `what is no JSON object is refused`(_ json: String) async throws {
        try await withScene(.sqlite) { scene in
            await #expect(throws: DeliveryError.self) { try await scene.deliver(json: json) }
            let kept = try await scene.count("SELECT COUNT(*) FROM delivery")
            #expect(kept == 0)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a single message is reported under its own id`(_ kind: TestDatabase.Kind) async throws {
        try await withScene(kind) { scene in
            let small = try await scene.deliver(json: Self.message())
            let large = String(repeating: "QUJD", count: 10_000)
            let attachment =
                #","bijlagen":[{"omschrijving":"a","mediatype":"application/pdf","inhoud":"\#(large)"}]"#
            let wrong = try await scene.deliver(json: Self.message(id: guid(2), more: attachment))
            try await scene.process()
            #expect(try await scene.lines(of: small) == [verwerkt])
            #expect(try await scene.lines(of: wrong) == ["TechnischProbleem ValidatieBijlage"])
            #expect(try await scene.report(of: small).document.batchID.text == guid(1))
            #expect(try await scene.report(of: small).document.lines[0].messageID.text == guid(1))
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `an idempotency key stands for one content`(_ kind: TestDatabase.Kind) async throws {
        try await withScene(kind) { scene in
            let first = try await scene.deliver(json: Self.message(), idempotencyKey: "k1")
            let again = try await scene.deliver(json: Self.message(), idempotencyKey: "k1")
            #expect(again.isRepeat)
            #expect(again.id == first.id)
            await #expect(throws: IdempotencyError.self) {
                try await scene.deliver(json: Self.message(id: guid(2)), idempotencyKey: "k1")
            }
            try await scene.deliver(json: Self.message(id: guid(2)), idempotencyKey: "k2")
            #expect(try await scene.count("SELECT COUNT(*) FROM delivery") == 2)
            for key in ["", String(repeating: "k", count: 201), "a\0b"] {
                await #expect(throws: IdempotencyError.self) {
                    try await scene.deliver(json: Self.message(id: guid(3)), idempotencyKey: key)
                }
            }
            #expect(try await scene.count("SELECT COUNT(*) FROM delivery") == 2)
        }
    }

    /// The key was first sent with a message that had come before without one.
    @Test func `a key holds its content also when the message was known already`() async throws {
        try await withScene(.sqlite) { scene in
            try await scene.deliver(json: Self.message())
            try await scene.deliver(json: Self.message(), idempotencyKey: "k1")
            await #expect(throws: IdempotencyError.self) {
                try await scene.deliver(json: Self.message(id: guid(2)), idempotencyKey: "k1")
            }
        }
    }
}

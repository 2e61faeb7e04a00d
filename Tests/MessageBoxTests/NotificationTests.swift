import CivilTime
import Identity
import Mail
import SQL
import TestKit
import Testing
import Work

@testable import MessageBox

@Suite struct NotificationTests {
    @Test(arguments: TestDatabase.kinds)
    func `citizens are told in the order in which their messages became due (SNO-06)`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            let later = Scene.start.advanced(bySeconds: 3_600).rfc3339
            let sooner = Scene.start.advanced(bySeconds: 1_800).rfc3339
            try await scene.deliver(
                Batch(
                    1,
                    [
                        Letter(1) { $0.publication = later },
                        Letter(2) { $0.recipient = Scene.gijs },
                        Letter(3) {
                            $0.publication = sooner
                            $0.recipient = Scene.gijs
                        },
                        Letter(4), Letter(5) { $0.recipient = Scene.bilal },
                    ]))
            try await scene.process()
            scene.clock.pass(7_200)
            try await withSink { sink in
                try await scene.notify(through: sink)
                let told = sink.received.recipients.map { $0.contains("gijs") ? "gijs" : "anna" }
                #expect(told == ["gijs", "anna", "gijs", "anna"])
            }
            #expect(try await scene.count("SELECT COUNT(*) FROM notification WHERE sent_at IS NOT NULL") == 4)
        }
    }

    @Test(arguments: [true, false])
    func `a mail says who wrote, and of what unless such messages are sensitive (SNO-06)`(
        _ isSensitive: Bool
    ) async throws {
        try await withScene(.sqlite) { scene in
            let (organisation, now) = (scene.waterschap.id, scene.now)
            try await scene.database.write { transaction in
                try MessageType.define(
                    "WATER", title: "Aanslag", active: true, sensitive: isSensitive, of: organisation,
                    in: transaction, at: now)
            }
            try await scene.deliver(Batch(1, [Letter(1) { $0.subject = "Geheim onderwerp" }]))
            try await scene.process()
            try await withSink { sink in
                try await scene.notify(through: sink)
                let mail = try #require(sink.received.mails.first)
                #expect(mail.contains("Waterschap"))
                #expect(mail.contains("Geheim") != isSensitive)
                #expect(!mail.contains(Scene.anna))
            }
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a mail that cannot go now leaves the line and comes again; one refused for good ends (SNO-06)`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            try await scene.deliver(
                Batch(
                    1,
                    [
                        Letter(1) { $0.recipient = Scene.esra }, Letter(2) { $0.recipient = Scene.femke },
                        Letter(3),
                    ]))
            try await scene.process()
            try await withSink { sink in
                try await scene.notify(through: sink)
                #expect(sink.received.mails.count == 1)
                #expect(
                    try await scene.count("SELECT COUNT(*) FROM notification WHERE sent_at IS NOT NULL") == 1)
                #expect(
                    try await scene.count("SELECT COUNT(*) FROM notification WHERE refused_at IS NOT NULL")
                        == 1)
                #expect(
                    try await scene.count("SELECT COUNT(*) FROM notification WHERE first_attempt_at IS NULL")
                        == 0)
                let waiting = try await scene.count("SELECT COUNT(*) FROM work_item WHERE failures = 1")
                #expect(waiting == 1)
                #expect(try await scene.lease(.notification) == nil)
                let first = try await scene.firstAttempts()
                scene.clock.pass(86_400)
                try await scene.notify(through: sink)
                #expect(try await scene.firstAttempts() == first)
                #expect(try await scene.count("SELECT COUNT(*) FROM work_item WHERE failures = 2") == 1)
            }
        }
    }
}

func withSink(_ body: (SMTPSink) async throws -> Void) async throws {
    let sink = SMTPSink()
    defer { sink.close() }
    try await body(sink)
}

extension Scene {
    /// Sends all notifications that are due, as the worker does.
    func notify(through sink: SMTPSink) async throws {
        let server = try SMTPServer(url: "smtp://127.0.0.1:\(sink.port)")
        let sending = NotificationSending(
            facilities: facilities, route: .server(SMTPSender(server: server, connections: 1)),
            sender: try MailAddress("noreply@peil.example"), site: "peil.example", now: clock.now)
        while let lane = try await lease(.notification) {
            try await sending.serve(lane)
            try await database.write { try lane.release(in: $0) }
        }
    }

    func firstAttempts() async throws -> [Instant] {
        try await database.read { transaction in
            try transaction.rows("SELECT first_attempt_at FROM notification ORDER BY first_attempt_at") {
                try $0.next(Instant.self)
            }
        }
    }
}

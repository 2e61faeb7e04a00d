import CivilTime
import Identity
import Mail
import SQL
import TestKit
import Testing

@testable import MessageBox

@Suite struct BounceTests {
    private func unreachable(_ scene: Scene, _ digits: String) async throws -> Instant? {
        try await scene.settings(digits).overview(at: scene.now).contact.email?.unreachableAt
    }

    private func email(_ scene: Scene, _ digits: String) async throws -> Contact.EmailID {
        try #require(try await scene.settings(digits).overview(at: scene.now).contact.email?.id)
    }

    @Test(arguments: TestDatabase.kinds)
    func `an address that the server does not know gets no more mail, until it is confirmed anew`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            try await withSink { sink in
                try await scene.deliver(Batch(1, [Letter(1) { $0.recipient = Scene.femke }, Letter(2)]))
                try await scene.process()
                try await scene.notify(through: sink)
                #expect(try await unreachable(scene, Scene.femke) == scene.now)
                #expect(try await unreachable(scene, Scene.anna) == nil)
                try await scene.deliver(Batch(2, [Letter(3) { $0.recipient = Scene.femke }]))
                try await scene.process()
                #expect(try await scene.count("SELECT COUNT(*) FROM notification") == 2)
                let settings = try await scene.settings(Scene.femke)
                try await settings.ask(email: "femke@example.org", at: scene.now)
                try await scene.notify(through: sink)
                #expect(
                    try await settings.confirm(code: try #require(sink.code), at: scene.now) == .confirmed)
                // The old address does not work, so nothing is said to it.
                #expect(try await scene.count("SELECT COUNT(*) FROM work_item") == 0)
                try await scene.deliver(Batch(3, [Letter(4) { $0.recipient = Scene.femke }]))
                try await scene.process()
                try await scene.notify(through: sink)
                #expect(sink.names.last == "femke")
            }
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `failures that may pass make an address unreachable when they keep coming`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            let email = try await email(scene, Scene.anna)
            for _ in 1...4 {
                try await Bounce.passing.note(of: email, facilities: scene.facilities, at: scene.now)
            }
            scene.clock.pass(31 * 86_400)
            for _ in 1...4 {
                try await Bounce.passing.note(of: email, facilities: scene.facilities, at: scene.now)
            }
            #expect(try await unreachable(scene, Scene.anna) == nil)
            try await Bounce.passing.note(of: email, facilities: scene.facilities, at: scene.now)
            #expect(try await unreachable(scene, Scene.anna) == scene.now)
            let stranger = Contact.EmailID.new(milliseconds: 1)
            #expect(
                try await !Bounce.permanent.note(of: stranger, facilities: scene.facilities, at: scene.now))
        }
    }

    @Test func `a relay that refuses everybody costs nobody the address`() async throws {
        try await withScene(.sqlite) { scene in
            let gijs = try await scene.person(Scene.gijs)
            let (keys, now) = (scene.facilities.keys, scene.now)
            try await scene.database.write { transaction in
                try Box.setEmail("unknown@example.net", of: gijs, keys: keys, in: transaction, at: now)
            }
            let letters = (1...10).map { number in Letter(number) { $0.recipient = Scene.gijs } }
            try await scene.deliver(Batch(1, letters))
            try await scene.process()
            try await withSink { sink in try await scene.notify(through: sink) }
            #expect(try await scene.count("SELECT COUNT(*) FROM notification WHERE refused_at > 0") == 10)
            #expect(try await unreachable(scene, Scene.gijs) == nil)
        }
    }

    @Test func `a mail names its address in the envelope and in its id`() async throws {
        try await withScene(.sqlite) { scene in
            let email = try await email(scene, Scene.anna)
            try await scene.deliver(Batch(1))
            try await scene.process()
            try await withSink { sink in
                try await scene.notify(through: sink)
                let id = try #require(
                    sink.lastText.split(separator: "\n").first { $0.hasPrefix("Message-ID") })
                let inner = id.drop { $0 != "<" }.dropFirst().prefix { $0 != ">" }
                #expect(Contact.email(named: inner) == email)
                let from = try #require(sink.received.senders.first)
                #expect(from == "noreply+\(email)@peil.example")
                #expect(Contact.email(named: from) == email)
            }
            #expect(Contact.email(named: "x.y@peil.example") == nil)
        }
    }

    @Test func `to nobody: nothing is sent, nobody is looked up, and nothing stays open`() async throws {
        try await withScene(.sqlite) { scene in
            try await scene.deliver(Batch(1))
            try await scene.process()
            let before = try await scene.count("SELECT COUNT(*) FROM processing_line")
            let sending = NotificationSending(
                facilities: scene.facilities, route: .nobody,
                sender: try MailAddress("noreply@peil.example"), site: "peil.example", now: scene.clock.now)
            let lane = try #require(try await scene.lease(.notification))
            try await sending.serve(lane)
            #expect(try await scene.count("SELECT COUNT(*) FROM work_item") == 0)
            #expect(try await scene.count("SELECT COUNT(*) FROM notification WHERE sent_at > 0") == 0)
            #expect(try await scene.count("SELECT COUNT(*) FROM processing_line") == before)
        }
    }
}

@Suite struct ReminderTests {
    private static let day: Int64 = 86_400

    private func deliver(_ scene: Scene, _ number: Int, deadlineInDays days: Int) async throws {
        let deadline = scene.now.advanced(bySeconds: Int64(days) * Self.day).rfc3339
        let json = """
            {"berichtId":"\(guid(number))","berichttype":"WATER","ontvanger":{"type":"BSN",\
            "waarde":"\(Scene.anna)"},"onderwerp":"Reageer","tekst":"Beste lezer",\
            "eindDatumHandelingstermijn":"\(deadline)"}
            """
        try await scene.deliver(json: json)
        try await scene.process()
    }

    @Test(arguments: TestDatabase.kinds)
    func `SNO-06: an unread message with a deadline near is told of again, once`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            scene.clock.set(try Scene.clock("12:00"))
            try await deliver(scene, 1, deadlineInDays: 10)
            try await deliver(scene, 2, deadlineInDays: 10)
            try await deliver(scene, 3, deadlineInDays: 2)
            try await withSink { sink in
                try await scene.notify(through: sink)
                #expect(try await Reminder.queueDue(facilities: scene.facilities, at: scene.now) == 0)
                let later = scene.now.advanced(bySeconds: 5 * Self.day)
                let headings = try await scene.mailbox(Scene.anna)
                    .list(olderThan: nil, limit: 9, at: scene.now).headings
                let first = try #require(headings.first { ($0.actionDeadlineAt ?? scene.now) > later })
                _ = try await scene.mailbox(Scene.anna).open(first.id, at: scene.now)
                scene.clock.set(try Scene.clock("08:59", days: 7))
                #expect(try await Reminder.queueDue(facilities: scene.facilities, at: scene.now) == 0)
                scene.clock.set(try Scene.clock("09:00", days: 7))
                #expect(try await Reminder.queueDue(facilities: scene.facilities, at: scene.now) == 1)
                #expect(try await Reminder.queueDue(facilities: scene.facilities, at: scene.now) == 0)
                try await scene.notify(through: sink)
                #expect(sink.received.mails.count == 4)
                #expect(sink.lastText.contains("nog niet gelezen"))
                #expect(try await scene.count("SELECT COUNT(*) FROM reminder WHERE sent_at > 0") == 1)
            }
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `nobody is told of what was thrown away, and the next message is told of`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            try await deliver(scene, 1, deadlineInDays: 10)
            try await deliver(scene, 2, deadlineInDays: 10)
            let mailbox = try await scene.mailbox(Scene.anna)
            let ids = try await mailbox.list(olderThan: nil, limit: 9, at: scene.now).headings.map(\.id)
            _ = try await mailbox.move([ids[0]], to: .bin, at: scene.now)
            try await withSink { sink in
                try await scene.notify(through: sink)
                #expect(sink.received.mails.count == 1)
                scene.clock.set(try Scene.clock("09:00", days: 8))
                #expect(try await Reminder.queueDue(facilities: scene.facilities, at: scene.now) == 1)
                _ = try await mailbox.move([ids[1]], to: .bin, at: scene.now)
                try await scene.notify(through: sink)
                #expect(sink.received.mails.count == 1)
                #expect(try await scene.count("SELECT COUNT(*) FROM work_item") == 0)
            }
        }
    }

    @Test func `a message that is read after the reminder was put in line gets none`() async throws {
        try await withScene(.sqlite) { scene in
            try await deliver(scene, 1, deadlineInDays: 10)
            try await withSink { sink in
                try await scene.notify(through: sink)
                scene.clock.set(try Scene.clock("09:00", days: 8))
                #expect(try await Reminder.queueDue(facilities: scene.facilities, at: scene.now) == 1)
                let mailbox = try await scene.mailbox(Scene.anna)
                let heading = try await mailbox.list(olderThan: nil, limit: 9, at: scene.now).headings[0]
                _ = try await mailbox.open(heading.id, at: scene.now)
                try await scene.notify(through: sink)
                #expect(sink.received.mails.count == 1)
                #expect(try await scene.count("SELECT COUNT(*) FROM reminder WHERE refused_at > 0") == 1)
            }
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `two servers that look at once put a reminder in line once`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            try await deliver(scene, 1, deadlineInDays: 10)
            scene.clock.set(try Scene.clock("09:00", days: 8))
            let (facilities, now) = (scene.facilities, scene.now)
            let queued = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 1...4 {
                    group.addTask { try await Reminder.queueDue(facilities: facilities, at: now) }
                }
                return try await group.reduce(0, +)
            }
            #expect(queued == 1)
            #expect(try await scene.count("SELECT COUNT(*) FROM reminder") == 1)
        }
    }
}

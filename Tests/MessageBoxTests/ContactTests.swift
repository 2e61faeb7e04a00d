import CivilTime
import Identity
import Mail
import Markup
import SQL
import TestKit
import Testing

@testable import MessageBox

extension SMTPSink {
    /// Who got mail, by the part before the `@`.
    var names: [String] {
        received.recipients.map { String($0.split(separator: "<").last?.split(separator: "@").first ?? "") }
    }

    /// The last mail with its soft line breaks taken out.
    var lastText: String {
        (received.mails.last ?? "").replacing("=\n", with: "")
    }

    /// The six digits in the last mail.
    var code: String? {
        lastText.firstRange(of: "Uw code is ").map { String(lastText[$0.upperBound...].prefix(6)) }
    }
}

@Suite struct ContactTests {
    @Test(arguments: TestDatabase.kinds)
    func `an address counts once its code came back; until then the old one does, and then it is told`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            let settings = try await scene.settings(Scene.anna)
            try await withSink { sink in
                try await settings.ask(email: " nieuw@example.org ", at: scene.now)
                try await scene.notify(through: sink)
                #expect(sink.names == ["nieuw"])
                let code = try #require(sink.code)
                #expect(!sink.lastText.contains("http"))
                try await scene.deliver(Batch(1))
                try await scene.process()
                try await scene.notify(through: sink)
                #expect(sink.names == ["nieuw", "anna"])
                #expect(try await settings.confirm(code: "000 00", at: scene.now) == .wrong(attemptsLeft: 4))
                let grouped = "\(code.prefix(3)) \(code.suffix(3))"
                #expect(try await settings.confirm(code: grouped, at: scene.now) == .confirmed)
                try await scene.notify(through: sink)
                #expect(sink.names == ["nieuw", "anna", "anna"])
                #expect(sink.lastText.contains("gewijzigd"))
                try await scene.deliver(Batch(2, [Letter(2)]))
                try await scene.process()
                try await scene.notify(through: sink)
                #expect(sink.names.last == "nieuw")
                #expect(try await settings.confirm(code: code, at: scene.now) == .expired)
                #expect(try await settings.overview(at: scene.now).email == "nieuw@example.org")
            }
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a code is void when too old or answered wrong too often, and not sent without end`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            let settings = try await scene.settings(Scene.bilal)
            try await settings.ask(email: "bilal@example.org", at: scene.now)
            scene.clock.pass(3_600)
            #expect(try await settings.confirm(code: "123456", at: scene.now) == .expired)
            #expect(try await settings.overview(at: scene.now).waitingEmail == nil)
            let start = scene.now
            for _ in 1...5 { try await settings.ask(email: "bilal@example.org", at: scene.now) }
            for left in (1...4).reversed() {
                #expect(
                    try await settings.confirm(code: "x", at: scene.now) == .wrong(attemptsLeft: left))
            }
            #expect(try await settings.confirm(code: "x", at: scene.now) == .expired)
            await #expect(throws: EmailError.tooManyCodes(until: start.advanced(bySeconds: 3_600))) {
                try await settings.ask(email: "bilal@example.org", at: scene.now)
            }
            scene.clock.pass(3_600)
            try await settings.ask(email: "bilal@example.org", at: scene.now)
            try await withSink { sink in
                // Of the codes that were replaced meanwhile, none goes out any more.
                try await scene.notify(through: sink)
                #expect(sink.names == ["bilal"])
            }
        }
    }

    @Test(arguments: ["", "bilal", "a@b@c", "a b@example.org\r\nBcc: x@example.org", "bilal@", "<a@b>"])
    func `what is no address is refused`(_ text: String) async throws {
        try await withScene(.sqlite) { scene in
            let settings = try await scene.settings(Scene.bilal)
            await #expect(throws: EmailError.notAnAddress) {
                try await settings.ask(email: text, at: scene.now)
            }
            #expect(try await scene.count("SELECT COUNT(*) FROM work_item") == 0)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `once a day: one mail at the hour chosen, with counts by sender (SNO-06)`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            scene.clock.set(try Scene.clock("10:00"))
            let settings = try await scene.settings(Scene.anna)
            try await settings.change(.init(pace: .daily(hour: 18)), expecting: nil, at: scene.now)
            try await scene.deliver(Batch(1, [Letter(1), Letter(2)]))
            try await scene.deliver(Batch(2, [Letter(3)]))
            try await scene.process()
            try await withSink { sink in
                try await scene.notify(through: sink)
                #expect(sink.names.isEmpty)
                scene.clock.set(try Scene.clock("18:00"))
                try await scene.notify(through: sink)
                #expect(sink.names == ["anna"])
                #expect(sink.lastText.contains("Waterschap: 3 berichten"))
                try await scene.deliver(Batch(3, [Letter(4)]))
                try await scene.process()
                scene.clock.set(try Scene.clock("18:00", days: 1))
                try await scene.notify(through: sink)
                #expect(sink.names == ["anna", "anna"])
                #expect(sink.lastText.contains("Waterschap: 1 bericht"))
            }
            let late = try await scene.count(
                "SELECT COUNT(*) FROM notification WHERE sent_at IS NULL OR sent_at > due_at")
            #expect(late == 0)
            let first = try await scene.firstAttempts()
            #expect(first.count == 4)
        }
    }

    @Test func `mail speaks the language of its reader, and the choice is kept`() async throws {
        try await withScene(.sqlite) { scene in
            let settings = try await scene.settings(Scene.anna)
            try await settings.change(.init(language: .english), expecting: nil, at: scene.now)
            try await scene.deliver(Batch(1))
            try await scene.process()
            try await withSink { sink in
                try await scene.notify(through: sink)
                #expect(sink.lastText.contains("New message from Waterschap"))
                #expect(sink.lastText.contains("The subject is: Uw aanslag"))
            }
            let story = try await settings.story(before: nil, at: scene.now)
            #expect(story.first?.subject == .language && story.first?.outcome == "en")
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `two browsers change how somebody is told: the second hears of it`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            let settings = try await scene.settings(Scene.anna)
            let revision = try await settings.overview(at: scene.now).contact.revision
            try await settings.change(.init(byEmail: false), expecting: revision, at: scene.now)
            await #expect(throws: PreferenceError.changedElsewhere) {
                try await settings.change(
                    .init(pace: .daily(hour: 8)), expecting: revision, at: scene.now)
            }
            let contact = try await settings.overview(at: scene.now).contact
            #expect(!contact.byEmail && contact.dailyHour == nil)
            try await scene.deliver(Batch(1))
            try await scene.process()
            #expect(try await scene.count("SELECT COUNT(*) FROM notification") == 0)
        }
    }

    @Test func `the hour of the day is that of Amsterdam, also when the clock is set back`() throws {
        var contact = Contact(
            person: .lowest, language: nil, byEmail: true, byPush: true, dailyHour: 8, revision: 1,
            email: nil)
        let saturday = try #require(Instant(rfc3339: "2026-10-24T09:00:00+02:00"))
        #expect(contact.tellingMoment(of: saturday).rfc3339 == "2026-10-25T07:00:00Z")
        let early = try #require(Instant(rfc3339: "2026-10-24T08:00:00+02:00"))
        #expect(contact.tellingMoment(of: early) == early)
        contact = Contact(
            person: .lowest, language: nil, byEmail: true, byPush: true, dailyHour: nil, revision: 1,
            email: nil)
        #expect(contact.tellingMoment(of: saturday) == saturday)
    }
}

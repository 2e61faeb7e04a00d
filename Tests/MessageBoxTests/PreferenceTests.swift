import CivilTime
import Identity
import SQL
import TestKit
import Testing

@testable import MessageBox

extension Scene {
    func settings(_ digits: String) async throws -> PersonalSettings {
        PersonalSettings(of: try await person(digits).id, facilities: facilities)
    }

    /// Changes one organisation's part as it stands now.
    func wish(
        _ digits: String, _ wants: Bool? = nil, types: [String: PreferenceWish.TypeWish] = [:]
    ) async throws {
        let settings = try await settings(digits)
        let current = try await settings.overview(at: now).preferences.organisations
            .first { $0.organisation.id == waterschap.id }
        try await settings.change(
            [PreferenceWish(organisation: waterschap.oin, wants: wants, types: types)],
            expecting: .organisation(current?.revision ?? 0), at: now)
    }

    /// What the three who ask say of somebody: delivery, validation, and the subscription service.
    func welcome(_ digits: String, type: String = "WATER", letter: Int) async throws -> [Bool] {
        let outcome = try await outcome(
            of: Batch(
                letter,
                [
                    Letter(letter) {
                        $0.recipient = digits
                        $0.type = type
                    }
                ]))
        let number = try #require(CitizenNumber(digits))
        let request = ValidationRequest(supplier: nil, typeCode: type, numbers: [number])
        let answers = try await Validation.answer(
            request, by: waterschap, name: "client test", facilities: facilities, at: now)
        let (organisation, keys) = (waterschap.id, facilities.keys)
        let listed = try await database.read { transaction in
            try Subscribers.among(
                [number], of: organisation, type: nil, keys: keys, in: transaction)
        }
        return [outcome == [verwerkt], answers[0].isWelcome, listed.contains(number)]
    }
}

@Suite struct PreferenceTests {
    private func withTwoTypes(
        _ kind: TestDatabase.Kind, _ body: (Scene) async throws -> Void
    ) async throws {
        try await withScene(kind) { scene in
            let (organisation, now) = (scene.waterschap.id, scene.now)
            try await scene.database.write { transaction in
                try MessageType.define(
                    "PEIL", title: "Waterstand", active: true, of: organisation, in: transaction, at: now)
            }
            try await body(scene)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `SNO-07: a choice about one kind of message holds for delivery and for validation alike`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withTwoTypes(kind) { scene in
            #expect(try await scene.welcome(Scene.anna, letter: 1) == [true, true, true])
            try await scene.wish(Scene.anna, types: ["WATER": .no])
            #expect(try await scene.welcome(Scene.anna, letter: 2) == [false, false, true])
            #expect(try await scene.welcome(Scene.anna, type: "PEIL", letter: 3) == [true, true, true])
            try await scene.wish(Scene.anna, false, types: ["WATER": .yes])
            #expect(try await scene.welcome(Scene.anna, letter: 4) == [true, true, true])
            #expect(try await scene.welcome(Scene.anna, type: "PEIL", letter: 5) == [false, false, true])
            try await scene.wish(Scene.anna, types: ["WATER": .asOrganisation])
            #expect(try await scene.welcome(Scene.anna, letter: 6) == [false, false, false])
            #expect(try await scene.welcome(Scene.dirk, letter: 7) == [false, false, false])
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `SNO-17: a change of a kind of message is a change of the account, at its moment`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withTwoTypes(kind) { scene in
            scene.clock.pass(60)
            let since = scene.now
            try await scene.wish(Scene.bilal, types: ["WATER": .no])
            scene.clock.pass(1)
            try await scene.wish(Scene.dirk, types: ["PEIL": .yes])
            // The same choice again is no change.
            scene.clock.pass(1)
            try await scene.wish(Scene.bilal, types: ["WATER": .no])
            try await scene.wish(Scene.anna, true)
            let request = try await scene.ask(.changes(since: since))
            scene.clock.set(try Scene.clock("23:00"))
            try await scene.runSubscriptions()
            let found = try await scene.lines(request)
            #expect(
                found == [
                    #"{"bsn":"\#(Scene.bilal)","status":"actief"}"#,
                    #"{"bsn":"\#(Scene.dirk)","status":"actief"}"#,
                ])
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `SNO-07: each change is dated and kept, newest first, and can be taken back`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withTwoTypes(kind) { scene in
            scene.clock.pass(60)
            try await scene.wish(Scene.anna, false)
            scene.clock.pass(60)
            try await scene.wish(Scene.anna, true, types: ["PEIL": .no])
            let settings = try await scene.settings(Scene.anna)
            let story = try await settings.story(before: nil, at: scene.now)
            #expect(
                story.prefix(3).map { "\($0.subject.rawValue) \($0.type ?? "-") \($0.outcome)" } == [
                    "type Waterstand no", "organisation - yes", "organisation - no",
                ])
            #expect(story[0].at == scene.now && story[2].at == scene.now.advanced(bySeconds: -60))
            #expect(story[0].organisation == "Waterschap")
            let older = try await settings.story(before: story[1].number, at: scene.now)
            #expect(older.first?.number == story[2].number)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `two browsers change the same setting: one of them is told, and nothing is lost`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withTwoTypes(kind) { scene in
            let settings = try await scene.settings(Scene.anna)
            let revision = try #require(
                try await settings.overview(at: scene.now).preferences.organisations
                    .first { $0.organisation.id == scene.waterschap.id }?.revision)
            let (oin, now) = (scene.waterschap.oin, scene.now)
            let outcomes = await withTaskGroup(of: PreferenceError?.self) { group in
                for types in [["WATER": PreferenceWish.TypeWish.no], ["PEIL": .no]] {
                    group.addTask {
                        do {
                            try await settings.change(
                                [PreferenceWish(organisation: oin, wants: nil, types: types)],
                                expecting: .organisation(revision), at: now)
                            return nil
                        } catch {
                            return error as? PreferenceError ?? .noBox
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(outcomes) == [nil, .changedElsewhere])
            #expect(try await scene.count("SELECT COUNT(*) FROM type_preference") == 1)
        }
    }

    @Test func `a wish about what does not exist changes nothing of the rest`() async throws {
        try await withScene(.sqlite) { scene in
            await #expect(throws: PreferenceError.unknownType) {
                try await scene.wish(Scene.anna, false, types: ["NIEUW": .no])
            }
            let welcome = try await scene.welcome(Scene.anna, letter: 1)
            #expect(welcome == [true, true, true])
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `settings are read by indexes, and leave a line in the log`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            let anna = try await scene.person(Scene.anna)
            let (organisation, keys) = (scene.waterschap.id, scene.facilities.keys)
            let number = try #require(CitizenNumber(Scene.anna))
            try await scene.database.write { transaction in
                let explaining = try ExplainingTransaction(transaction)
                _ = try SettingStory.page(of: anna.id, before: nil, in: explaining)
                _ = try Subscribers.among(
                    [number], of: organisation, type: "WATER", keys: keys, in: explaining)
                _ = try Reminder.due(before: Scene.start, in: explaining)
                #expect(explaining.wholeReads.isEmpty, "\(explaining.plans)")
            }
            _ = try await scene.settings(Scene.anna).overview(at: scene.now)
            #expect(
                try await scene.count(
                    "SELECT COUNT(*) FROM processing_line WHERE activity = 'read-settings'") == 1)
        }
    }
}

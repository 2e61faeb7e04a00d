import CivilTime
import Identity
import Journal
import SQL
import TestKit
import Testing
import Work

@testable import MessageBox

extension SubscriptionRules {
    /// Small enough to fill a night.
    static let ofTheTests: SubscriptionRules = {
        guard let from = TimeOfDay("23:00"), let to = TimeOfDay("07:00") else {
            preconditionFailure("these are times")
        }
        return SubscriptionRules(
            opensAt: from, closesAt: to, perNight: [.all: 2, .list: 1, .changes: 3], longestSeconds: 4 * 3_600
        )
    }()
}

extension Scene {
    /// A moment as the clock in Amsterdam shows it, days after the scene began.
    static func clock(_ time: String, days: Int = 0) throws -> Instant {
        let date = Scene.start.localDate.advanced(byDays: days)
        return Instant(LocalTime(date: date, time: try #require(TimeOfDay(time))))
    }

    func ask(
        _ scope: SubscriptionQuestion.Scope, id: Int? = nil, of supplier: OIN? = nil,
        by caller: Organisation? = nil, idempotencyKey: String? = nil
    ) async throws -> SubscriptionRequest {
        let id = try id.map { try #require(SupplierGUID(guid($0))) }
        return try await SubscriptionRequest.ask(
            SubscriptionQuestion(supplier: supplier, requestID: id, scope: scope), by: caller ?? waterschap,
            name: "client test", rules: .ofTheTests,
            idempotencyKey: try idempotencyKey.map { try IdempotencyKey($0) }, facilities: facilities, at: now
        )
    }

    /// Runs what may run now, as the workers do.
    func runSubscriptions() async throws {
        let runner = SubscriptionLane(facilities: facilities, rules: .ofTheTests, now: clock.now)
        while let lane = try await lease(.subscriptions) {
            try await runner.serve(lane)
            try await database.write { try lane.release(in: $0) }
        }
    }

    func again(_ request: SubscriptionRequest) async throws -> SubscriptionRequest {
        let found = try await database.read { try SubscriptionRequest.find(request.id, in: $0) }
        return try #require(found)
    }

    func result(
        _ request: SubscriptionRequest, as form: SubscriptionResult.Form = .lines
    ) async throws -> String {
        let found = try await SubscriptionResult.open(
            try await again(request), as: form, facilities: facilities)
        var bytes: [UInt8] = []
        for try await piece in try #require(found) { bytes += piece }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The lines of a JSON result.
    func lines(_ request: SubscriptionRequest) async throws -> [String] {
        try await result(request).split(separator: "\n").map(String.init)
    }

    fileprivate func numbers(_ digits: [String]) throws -> [CitizenNumber] {
        try digits.map { try #require(CitizenNumber($0)) }
    }

    fileprivate func wish(_ digits: String, _ wants: Bool) async throws {
        let (person, organisation, now) = (try await person(digits), waterschap.id, now)
        try await database.write { transaction in
            try Preference.set(person.id, wants: wants, from: organisation, in: transaction, at: now)
        }
    }
}

private func line(_ digits: String, _ status: String? = nil) -> String {
    "{\"bsn\":\"\(digits)\"" + (status.map { ",\"status\":\"\($0)\"" } ?? "") + "}"
}

@Suite struct SubscriptionTests {
    @Test(arguments: TestDatabase.kinds)
    func `SNO-15: all is everybody with an active box who wants this organisation, with one line in the log`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            let request = try await scene.ask(.all)
            scene.clock.set(try Scene.clock("23:00"))
            try await scene.runSubscriptions()
            let found = try await scene.lines(request)
            let wanted = [Scene.anna, Scene.bilal, Scene.esra, Scene.femke, Scene.gijs]
            #expect(Set(found) == Set(wanted.map { line($0) }))
            #expect(found.count == wanted.count)
            let done = try await scene.again(request)
            #expect(done.state == .finished && done.resultCount == 5)
            #expect(try await scene.count("SELECT COUNT(*) FROM processing_line") == 1)
            #expect(try await scene.count("SELECT everyone FROM processing_line") == 1)
            #expect(try await scene.count("SELECT COUNT(*) FROM work_item") == 0)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `SNO-16: of a list those who do, in the order asked, each once, and everybody asked is in the log`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            let asked = [
                Scene.bilal, Scene.stranger, Scene.anna, Scene.dirk, Scene.bilal, Scene.chantal, "999990018",
            ]
            let request = try await scene.ask(.list(try scene.numbers(asked)))
            scene.clock.set(try Scene.clock("23:00"))
            try await scene.runSubscriptions()
            let found = try await scene.lines(request)
            #expect(found == [line(Scene.bilal), line(Scene.anna)])
            #expect(try await scene.count("SELECT COUNT(*) FROM processing_line") == 1)
            #expect(try await scene.count("SELECT subject_count FROM processing_line") == 5)
            // The numbers that were asked are kept no longer than they are needed.
            #expect(try await scene.count("SELECT COUNT(*) FROM blob") == 1)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `SNO-17: changes are each account once, from the moment on, in their order, as it is now`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            scene.clock.pass(60)
            let since = scene.now
            try await scene.wish(Scene.bilal, false)
            scene.clock.pass(1)
            try await scene.wish(Scene.anna, false)
            scene.clock.pass(1)
            let (esra, now) = (try await scene.person(Scene.esra), scene.now)
            try await scene.database.write { transaction in
                try Box.find(esra, in: transaction)?.change(to: .closed, in: transaction, at: now)
            }
            scene.clock.pass(1)
            try await scene.wish(Scene.anna, true)
            let request = try await scene.ask(.changes(since: since))
            let later = try await scene.ask(.changes(since: since.advanced(byMicroseconds: 1)))
            scene.clock.set(try Scene.clock("23:00"))
            try await scene.runSubscriptions()
            let found = try await scene.lines(request)
            #expect(
                found == [
                    line(Scene.bilal, "inactief"), line(Scene.esra, "inactief"), line(Scene.anna, "actief"),
                ])
            let fewer = try await scene.lines(later)
            #expect(fewer == Array(found.dropFirst()))
            #expect(try await scene.count("SELECT COUNT(*) FROM processing_line") == 2)
            let done = try await scene.again(request)
            #expect(done.completeUntil == scene.now.advanced(bySeconds: -60))
        }
    }

    @Test func `an account that no wish ties to the organisation is not in its changes`() async throws {
        try await withScene(.sqlite) { scene in
            let (keys, since) = (scene.facilities.keys, scene.now)
            let bsn = try #require(BSN(Scene.stranger))
            try await scene.database.write { transaction in
                let person = try Person.register(
                    bsn, name: "Nieuw", keys: keys, in: transaction, at: since)
                try Box.open(for: person, in: transaction, at: since)
            }
            scene.clock.pass(1)
            let request = try await scene.ask(.changes(since: since.advanced(byMicroseconds: 1)))
            let everything = try await scene.ask(.changes(since: since))
            scene.clock.set(try Scene.clock("23:00"))
            try await scene.runSubscriptions()
            let none = try await scene.lines(request)
            let all = try await scene.lines(everything)
            #expect(none.isEmpty)
            #expect(all.count == 7)
            #expect(!all.joined().contains(Scene.stranger))
        }
    }

    @Test func `the document mirrors the request, in its namespace`() async throws {
        try await withScene(.sqlite) { scene in
            let list = try await scene.ask(.list(try scene.numbers([Scene.anna])), id: 1)
            let changes = try await scene.ask(.changes(since: Scene.start), id: 2)
            scene.clock.set(try Scene.clock("23:00"))
            try await scene.runSubscriptions()
            let oin = try #require(OIN(Scene.waterschapOIN))
            let document = try await scene.result(list, as: .document(oin))
            #expect(
                document == """
                    <?xml version="1.0" encoding="UTF-8"?><a:AbonnementAntwoord \
                    xmlns:a="http://schemas.overheid.nl/GEB/AbonnementServiceProcessor/2014/02">\
                    <BerichtLeverancier><OIN>\(Scene.waterschapOIN)</OIN></BerichtLeverancier>\
                    <VerzoekId>\(guid(1))</VerzoekId><BSNLijst><BSN>\(Scene.anna)</BSN></BSNLijst>\
                    </a:AbonnementAntwoord>
                    """)
            let mutations = try await scene.result(changes, as: .document(oin))
            #expect(
                mutations.contains(
                    "<Mutatie><BSN>\(Scene.chantal)</BSN><Status>inactief</Status></Mutatie>"))
            #expect(mutations.contains("<MutatieDatum>\(Scene.start.rfc3339)</MutatieDatum>"))
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `pages and changes are read by indexes`(_ kind: TestDatabase.Kind) async throws {
        try await withScene(kind) { scene in
            let organisation = scene.waterschap.id
            let until = scene.now
            try await scene.database.write { transaction in
                let explaining = try ExplainingTransaction(transaction)
                _ = try Subscribers.page(of: organisation, after: .lowest, in: explaining)
                let place = Changes.Place(moment: Scene.start, person: .lowest)
                _ = try Changes.ofWishes(organisation, after: place, until: until, in: explaining)
                _ = try Changes.ofBoxes(organisation, after: place, until: until, in: explaining)
                #expect(explaining.plans.count == 3)
                #expect(explaining.wholeReads.isEmpty, "\(explaining.plans)")
            }
        }
    }
}

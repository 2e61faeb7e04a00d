import CivilTime
import SQL
import TestKit
import Testing
import Work

@testable import MessageBox

@Suite struct SubscriptionNightTests {
    @Test(arguments: [
        ("12:00", "23:00", 0), ("22:59", "23:00", 0), ("23:00", "23:00", 0), ("23:30", "23:30", 0),
        ("03:00", "03:00", 0), ("03:01", "23:00", 0), ("06:59", "23:00", 0), ("07:00", "23:00", 0),
    ])
    func `SNO-18: a request starts at once in a night that can hold it, and else when the next one begins`(
        _ asked: String, _ starts: String, _ days: Int
    ) async throws {
        try await withScene(.sqlite) { scene in
            scene.clock.set(try Scene.clock(asked, days: 1))
            let request = try await scene.ask(.all)
            #expect(request.startsAt == (try Scene.clock(starts, days: 1 + days)))
            #expect(request.expectedAt == request.startsAt.advanced(bySeconds: 4 * 3_600))
            #expect(request.state == .waiting)
        }
    }

    @Test(arguments: [("2027-03-27", 7 * 3_600), ("2026-10-24", 9 * 3_600), ("2026-11-21", 8 * 3_600)])
    func `a night is as long as the clock makes it`(_ date: String, _ seconds: Int64) throws {
        let night = SubscriptionRules.ofTheTests.night(of: try #require(CivilDate(date)))
        #expect(night.window.microseconds == seconds * 1_000_000)
    }

    @Test(arguments: TestDatabase.kinds)
    func `SNO-15: each night takes its number of a kind, whoever asks, and the next one what is over`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            var starts: [Instant] = []
            for caller in [scene.waterschap, scene.gemeente, scene.waterschap, scene.waterschap] {
                starts.append(try await scene.ask(.all, by: caller).startsAt)
            }
            let (tonight, tomorrow) = (try Scene.clock("23:00"), try Scene.clock("23:00", days: 1))
            #expect(starts == [tonight, tonight, tomorrow, tomorrow])
            let other = try await scene.ask(.changes(since: Scene.start))
            #expect(other.startsAt == tonight)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `requests that come together do not share one place`(_ kind: TestDatabase.Kind) async throws {
        try await withScene(kind) { scene in
            let starts = try await withThrowingTaskGroup { group in
                for _ in 0..<6 { group.addTask { try await scene.ask(.all).startsAt } }
                return try await group.reduce(into: [Instant]()) { $0.append($1) }
            }
            let nights = Dictionary(grouping: starts, by: \.self).mapValues(\.count)
            #expect(nights.count == 3)
            #expect(nights.values.allSatisfy { $0 == 2 })
        }
    }

    @Test func `when every night that can be planned for is full, a request is turned away`() async throws {
        try await withScene(.sqlite) { scene in
            let list = [try #require(CitizenNumber(Scene.anna))]
            for _ in 0..<31 { _ = try await scene.ask(.list(list)) }
            let error = await #expect(throws: RequestError.self) { try await scene.ask(.list(list)) }
            guard case .nightsFull(let until) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(until == (try Scene.clock("23:00", days: 31)))
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `the same request again gets the first answer; another question under its id is refused`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            let first = try await scene.ask(.changes(since: Scene.start), id: 7)
            scene.clock.pass(60)
            let again = try await scene.ask(.changes(since: Scene.start), id: 7)
            #expect(first.id == again.id && first.askedAt == again.askedAt)
            await #expect(throws: RequestError.self) { try await scene.ask(.all, id: 7) }
            #expect(try await scene.count("SELECT COUNT(*) FROM subscription_request") == 1)
            #expect(try await scene.count("SELECT COUNT(*) FROM work_item") == 1)
            let other = try await scene.ask(.all, id: 7, by: scene.gemeente)
            #expect(other.id != first.id)
        }
    }

    @Test func `what waits does not run before its night, and what the night can no longer hold waits on`()
        async throws
    {
        try await withScene(.sqlite) { scene in
            let request = try await scene.ask(.all)
            scene.clock.set(try Scene.clock("22:59"))
            try await scene.runSubscriptions()
            #expect(try await scene.again(request).state == .waiting)
            // The server was down until late in the night.
            scene.clock.set(try Scene.clock("04:00", days: 1))
            try await scene.runSubscriptions()
            let waiting = try await scene.again(request)
            #expect(waiting.state == .waiting)
            #expect(waiting.startsAt == (try Scene.clock("23:00", days: 1)))
            scene.clock.set(try Scene.clock("23:00", days: 1))
            try await scene.runSubscriptions()
            #expect(try await scene.again(request).state == .finished)
        }
    }

    @Test func `a run that was cut off begins anew, and leaves one line in the log`() async throws {
        try await withScene(.sqlite) { scene in
            let request = try await scene.ask(.all)
            scene.clock.set(try Scene.clock("23:00"))
            struct PowerCut: Error {}
            let run = SubscriptionRun(request: request, facilities: scene.facilities, now: scene.clock.now)
            await #expect(throws: PowerCut.self) { try await run.run { _ in throw PowerCut() } }
            #expect(try await scene.again(request).state == .running)
            scene.clock.pass(600)
            try await scene.runSubscriptions()
            let done = try await scene.again(request)
            #expect(done.startedAt == (try Scene.clock("23:00")))
            #expect(done.resultCount == 5)
            #expect(try await scene.count("SELECT COUNT(*) FROM processing_line") == 1)
        }
    }

    @Test func `a result goes after its term; that it was asked stays`() async throws {
        try await withScene(.sqlite) { scene in
            let request = try await scene.ask(.all)
            scene.clock.set(try Scene.clock("23:00"))
            try await scene.runSubscriptions()
            try await Retention.apply(facilities: scene.facilities, at: scene.now)
            #expect(try await scene.count("SELECT COUNT(*) FROM blob") == 1)
            scene.clock.pass(7 * 86_400 + 1)
            try await Retention.apply(facilities: scene.facilities, at: scene.now)
            #expect(try await scene.count("SELECT COUNT(*) FROM blob") == 0)
            let gone = try await scene.again(request)
            #expect(gone.isGone && gone.resultCount == 5)
        }
    }
}

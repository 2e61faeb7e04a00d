import Agreements
import CivilTime
import Testing

struct ReclassificationTests {
    private let office: WorkingHours

    init() throws { office = try hours("08:00-18:00") }

    private func clock(
        _ changes: [(String, Int64)], first: Int64 = 16,
        counting: HandlingNorm.PriorityChange = .fromRegistration,
        pauses: [Pause] = [], stops: [TermRun.Stop] = []
    ) throws -> ReclassifiedClock {
        ReclassifiedClock(
            first: Clock(
                limit: working(first * .hour), hours: office, start: try at("2026-04-13 09:00"),
                pauses: pauses, stops: stops),
            changes: try changes.map { moment, count in
                Reclassification(at: try at(moment), limit: working(count * .hour), hours: office)
            },
            counting: counting)
    }

    @Test(arguments: [
        (HandlingNorm.PriorityChange.fromRegistration, "2026-04-13 15:00"), (.fromChange, "2026-04-13 18:00"),
    ])
    func `facts 23 a higher priority counts from registration, or from the change`(
        counting: HandlingNorm.PriorityChange, expected: String
    ) throws {
        let reading = try clock([("2026-04-13 12:00", 6)], counting: counting)
            .reading(at: try at("2026-04-13 12:00"))
        #expect(shown(reading.deadline) == expected)
        #expect(reading.state == .running)
    }

    @Test func `facts 23 before the change the old limit holds`() throws {
        let reading = try clock([("2026-04-13 12:00", 6)]).reading(at: try at("2026-04-13 11:59"))
        #expect(shown(reading.deadline) == "2026-04-14 15:00")
    }

    @Test func `a higher priority counts with all the pauses of before`() throws {
        let paused = try clock(
            [("2026-04-13 13:00", 6)], pauses: [try pause("2026-04-13 10:00", "2026-04-13 12:00")])
        #expect(shown(paused.reading(at: try at("2026-04-13 13:00")).deadline) == "2026-04-13 17:00")
    }

    @Test func `a deadline that the change puts in the past is breached at the change, by it, once`() throws {
        let upgraded = try clock([("2026-04-13 16:00", 6), ("2026-04-13 17:00", 2)])
        #expect(upgraded.reading(at: try at("2026-04-13 15:59")).breach == nil)
        for moment in ["2026-04-13 16:00", "2026-04-13 17:00", "2026-04-20 12:00"] {
            let reading = upgraded.reading(at: try at(moment))
            #expect(reading.breach == .init(at: try at("2026-04-13 16:00"), cause: .reclassification))
            #expect(reading.state == .breached)
        }
    }

    @Test func `facts 23 a lower priority never takes back a breach`() throws {
        let downgraded = try clock([("2026-04-13 14:00", 30)], first: 4)
        let reading = downgraded.reading(at: try at("2026-04-13 14:30"))
        #expect(reading.state == .breached)
        #expect(reading.breach == .init(at: try at("2026-04-13 13:00"), cause: .term))
        let inTime = try clock([("2026-04-13 12:59", 30)], first: 4)
        #expect(inTime.reading(at: try at("2026-04-13 14:30")).state == .running)
    }

    @Test func `a deadline that falls on the change is over by it`() throws {
        let reading = try clock([("2026-04-13 15:00", 6)]).reading(at: try at("2026-04-13 15:01"))
        #expect(reading.breach == .init(at: try at("2026-04-13 15:00"), cause: .reclassification))
    }

    @Test func `a change before the term began counts from the beginning of the term`() throws {
        let early = try clock([("2026-04-13 08:30", 6)], counting: .fromChange)
        #expect(shown(early.reading(at: try at("2026-04-13 10:00")).deadline) == "2026-04-13 15:00")
    }

    @Test func `a breach under the new limit is by its term`() throws {
        let reading = try clock([("2026-04-13 12:00", 6)]).reading(at: try at("2026-04-13 15:30"))
        #expect(reading.breach == .init(at: try at("2026-04-13 15:00"), cause: .term))
    }

    @Test func `a change after the case was solved means nothing`() throws {
        let solved = try clock([("2026-04-13 16:00", 2)], stops: [try stop("2026-04-13 14:00")])
        #expect(solved.reading(at: try at("2026-04-20 12:00")).state == .met)
        #expect(shown(solved.clock(at: try at("2026-04-20 12:00")).deadline) == "2026-04-14 15:00")
    }

    @Test func `SNO-40 a new priority has its own start and warnings`() throws {
        let now = try at("2026-04-13 20:30")
        let upgraded = ReclassifiedClock(
            first: Clock(limit: working(16 * .hour), hours: office, start: try at("2026-04-13 19:00")),
            changes: [
                Reclassification(
                    at: try at("2026-04-13 20:00"), limit: continuous(6 * .hour), hours: .always,
                    startsWhenOpen: office, warnings: [.share(try percentage(50))])
            ],
            counting: .fromRegistration)
        let reading = upgraded.reading(at: now)
        #expect(reading.state == .notStarted)
        #expect(shown(reading.deadline) == "2026-04-14 14:00")
        #expect(reading.warnings.map { shown($0.at) } == ["2026-04-14 11:00"])
    }

    @Test func `each of several targets is a clock of its own`() throws {
        let solution = Clock(limit: working(4 * .hour), hours: office, start: try at("2026-04-13 09:00"))
        let reaction = Clock(
            limit: working(.hour), hours: office, start: solution.start,
            stops: [try stop("2026-04-13 09:30")])
        let now = try at("2026-04-13 12:00")
        #expect([reaction, solution].map { $0.reading(at: now).state } == [.met, .running])
    }
}

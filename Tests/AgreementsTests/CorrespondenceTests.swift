import Agreements
import CivilTime
import Testing

struct CorrespondenceTests {
    private func correspondence(
        _ messages: [(String, Correspondence.Sender)], firstResponse: String? = "2026-04-13 09:00"
    ) throws -> Correspondence {
        Correspondence(
            messages: try messages.map { .init(at: try at($0.0), from: $0.1) },
            firstResponseAt: try firstResponse.map(at))
    }

    private func waits(_ correspondence: Correspondence) -> [[String?]] {
        correspondence.waits.map { [shown($0.since), shown($0.answeredAt)] }
    }

    @Test func `facts 37 the clock runs from the oldest message without an answer`() throws {
        let asked = try correspondence([
            ("2026-04-13 11:00", .customer), ("2026-04-13 10:00", .customer), ("2026-04-13 12:00", .agent),
            ("2026-04-13 15:00", .customer),
        ])
        #expect(waits(asked) == [["2026-04-13 10:00", "2026-04-13 12:00"], ["2026-04-13 15:00", nil]])
    }

    @Test func `facts 37 a message of an agent alone starts no clock`() throws {
        let sent = try correspondence([("2026-04-13 10:00", .agent), ("2026-04-13 12:00", .agent)])
        #expect(sent.waits.isEmpty)
    }

    @Test func `facts 38 before the first response there is no clock, and it answers what came before`()
        throws
    {
        let early: [(String, Correspondence.Sender)] = [
            ("2026-04-13 08:00", .customer), ("2026-04-13 08:30", .customer),
        ]
        #expect(try correspondence(early, firstResponse: nil).waits.isEmpty)
        #expect(try correspondence(early + [("2026-04-13 09:00", .agent)]).waits.isEmpty)
    }

    @Test func `facts 38 a response that is no message leaves the question open, from then on`() throws {
        let early = try correspondence([("2026-04-13 08:00", .customer), ("2026-04-13 10:00", .agent)])
        #expect(waits(early) == [["2026-04-13 09:00", "2026-04-13 10:00"]])
    }

    @Test func `facts 38 mail of an agent before the first response answers nothing`() throws {
        let early = try correspondence(
            [("2026-04-13 08:00", .customer), ("2026-04-13 08:30", .agent), ("2026-04-13 11:00", .agent)])
        #expect(waits(early) == [["2026-04-13 09:00", "2026-04-13 11:00"]])
    }

    @Test func `facts 38 the update clock of an hour is over after an hour without an answer`() throws {
        let asked = try correspondence([("2026-04-13 10:00", .customer), ("2026-04-13 17:00", .customer)])
        let clock = try #require(asked.clocks(working(.hour), try hours("08:00-18:00")).first)
        #expect(clock.reading(at: try at("2026-04-13 11:00")).state == .running)
        #expect(shown(clock.reading(at: try at("2026-04-13 12:00")).breachedAt) == "2026-04-13 11:00")
    }

    @Test func `facts 35 a merged case has no update clock`() throws {
        let asked = try correspondence([("2026-04-13 10:00", .customer)])
        let clock = try #require(
            asked.clocks(working(.hour), try hours("08:00-18:00"), endedAt: try at("2026-04-13 10:30")).first)
        #expect(clock.reading(at: try at("2026-04-13 12:00")).state == .ended)
    }
}

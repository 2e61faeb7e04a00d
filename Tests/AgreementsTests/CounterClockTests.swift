import Agreements
import CivilTime
import Testing

struct CounterClockTests {
    private func judged(
        _ cases: [CaseRecord], exceptions: [String] = [], window: ServiceWindow? = nil
    ) throws -> Judgement {
        let line = handling(
            "Prio 1", continuous(6 * .hour), share: try percentage(85),
            counterClock: CounterClock(party: "afnemer", exceptions: exceptions, exceptionWindow: window))
        var evidence = Evidence()
        evidence.cases = cases
        let month = try #require(CivilMonth("2026-04"))
        let judgements = try agreement([clause("SNO-41", [line])]).judge(
            evidence, in: month, asOf: try at("2026-12-01 12:00"))
        return try #require(judgements.first)
    }

    private func waiting(until end: String, for party: String = "svb") throws -> CaseRecord {
        try disturbance(
            "2026-04-18 09:00", solved: "2026-04-21 12:00", party: party,
            pauses: [
                pause("2026-04-18 10:00", end), pause("2026-04-20 17:00", "2026-04-21 11:59", by: "bkwi"),
            ])
    }

    @Test func `SNO-41 a pause on the customer is a clock on it, judged apart`() throws {
        let judgement = try judged([waiting(until: "2026-04-18 17:00")])
        #expect(judgement.findings.map(\.party) == [nil, "afnemer"])
        let counter = try #require(judgement.findings.last)
        #expect(counter.verdict == .notMet)
        #expect(counter.subject == "Prio 1 – Afnemer aan zet")
        #expect(counter.fraction == Fraction(0, of: 1))
        let kept = try judged([waiting(until: "2026-04-18 16:00")])
        #expect(kept.findings.last?.verdict == .met)
    }

    @Test func `SNO-41 what the customer misses says nothing of the party that is bound`() throws {
        let record = try disturbance(
            "2026-04-18 09:00", solved: "2026-04-20 12:00",
            pauses: [pause("2026-04-18 10:00", "2026-04-20 11:59")])
        let judgement = try judged([record])
        #expect(judgement.findings.map(\.verdict) == [.met, .notMet])
        #expect(judgement.verdict == .met)
    }

    @Test func `SNO-41 a named exception answers in its own hours`() throws {
        let office = try officeHours()
        for (party, verdict) in [("uwv", Verdict.met), ("svb", .notMet)] {
            let record = try disturbance(
                "2026-04-18 09:00", solved: "2026-04-20 15:00", party: party,
                pauses: [pause("2026-04-18 10:00", "2026-04-20 14:00")])
            let judgement = try judged([record], exceptions: ["uwv"], window: office)
            #expect(judgement.findings.last?.verdict == verdict)
        }
    }

    @Test func `a pause on someone else opens no clock`() throws {
        let record = try disturbance(
            "2026-04-18 09:00", solved: "2026-04-18 12:00",
            pauses: [pause("2026-04-18 10:00", "2026-04-18 11:00", by: "leverancier")])
        #expect(try judged([record]).findings.count == 1)
    }
}

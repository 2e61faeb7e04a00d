import Agreements
import CivilTime
import Testing

/// Availability of sources that others keep up, as those who asked saw them.
struct ConnectedSourceTests {
    private func findings(_ sources: [ConnectedSource]) throws -> [Finding] {
        let line = NormLine(
            text: "Bronnen", paragraph: "2.1.2",
            norm: .availability(
                AvailabilityNorm(
                    atLeast: try percentage(99, 0), environment: .production,
                    functions: [ServiceFunction(key: "source", title: "Bronnen", probe: nil)],
                    judged: .perFunction, month: .init(convention: .calendar, meanHours: 730),
                    maintenance: .outOfTheFigure, windows: [], notCounted: [], probeGap: .unknown,
                    seenBy: .sources)))
        var evidence = Evidence()
        evidence.sources = sources
        let judgements = try agreement([clause("SNO-04", [line])]).judge(
            evidence, in: try #require(CivilMonth("2026-04")), asOf: try at("2026-12-01 12:00"))
        return try #require(judgements.first).findings
    }

    private func source(_ title: String, downMinutes: Int64) throws -> ConnectedSource {
        let start = try at("2026-04-10 10:00")
        let seen = Interval(from: start, to: start.advanced(bySeconds: 6_000))
        let down = Interval(from: start, to: start.advanced(bySeconds: downMinutes * 60))
        let outages = downMinutes == 0 ? [] : [Outage(down, cause: .unplanned)]
        return ConnectedSource(
            title: title, seen: OutageEvidence(probes: 10, up: IntervalSet(seen), outages: outages))
    }

    @Test func `SNO-04 each source has a figure of its own, and all together one that nobody is judged by`()
        throws
    {
        let found = try findings([source("BRP", downMinutes: 1), source("WOZ", downMinutes: 2)])
        #expect(found.map(\.subject) == ["BRP", "WOZ", "Alle bronnen samen, zoals de inwoner ze zag"])
        #expect(found.map(\.verdict) == [.met, .notMet, .shown])
        let share = try #require(found.last?.fraction)
        #expect(share.denominator - share.numerator == 120 * 1_000_000)
    }

    @Test func `SNO-04 one source is not told twice, and none is not measured`() throws {
        #expect(try findings([source("BRP", downMinutes: 0)]).map(\.verdict) == [.met])
        let none = try findings([])
        #expect(none.map(\.verdict) == [.noMeasurement])
        #expect(none.first?.explanation == ["Er is in deze maand geen bron bevraagd."])
    }
}

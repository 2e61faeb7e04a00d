import Agreements
import CivilTime
import Testing

struct CapacityWindowTests {
    /// Every night 23:00–07:00.
    private func night(_ maximum: Int, _ excess: CapacityNorm.Excess = .nextWindow) throws -> Norm {
        let window = ServiceWindow(
            key: "nacht", title: "Nachtvenster", audience: .machines, calendar: nil,
            hours: [.production: .daily([try range("23:00-07:00")])])
        return .capacity(
            CapacityNorm(
                flow: .subscriptionsAll, maximum: maximum, per: .serviceWindow, excess: excess,
                window: window))
    }

    private func judged(_ norm: Norm, _ buckets: [(String, Load)]) throws -> Finding {
        let series = LoadSeries(
            width: .hour, buckets: try buckets.map { LoadBucket(start: try at($0.0), load: $0.1) })
        return try judgeOne(norm, Evidence(loads: [.subscriptionsAll: series]))
    }

    @Test func `SNO-15 requests of one night are one window, over midnight and over the change of the clock`()
        throws
    {
        let found = try judged(
            night(225),
            [
                ("2026-10-24 23:00", Load(offered: 100, handled: 100)),
                ("2026-10-25 06:00", Load(offered: 125, handled: 125)),
                ("2026-10-25 23:00", Load(offered: 100, handled: 100)),
            ])
        #expect(found.verdict == .met)
        #expect(found.observations == 1)
        #expect(found.norm == "225 verzoeken per opening van Nachtvenster")
        #expect(found.explanation.contains { $0.hasPrefix("Er zijn 2 vensters met aanbod bekeken.") })
    }

    @Test func `SNO-18 a request made by day belongs to the next night`() throws {
        let found = try judged(
            night(225),
            [
                ("2026-10-08 14:00", Load(offered: 125, handled: 125)),
                ("2026-10-08 23:00", Load(offered: 100, handled: 100)),
            ])
        #expect(found.observations == 1)
        #expect(found.verdict == .met)
    }

    @Test func `SNO-18 above the maximum what waits for the next night breaks nothing, a refusal does`()
        throws
    {
        let waiting = ("2026-10-08 23:00", Load(offered: 300, handled: 225, late: 75))
        #expect(try judged(night(225), [waiting]).verdict == .met)
        let refused = ("2026-10-08 23:00", Load(offered: 300, handled: 299, refused: 1))
        #expect(try judged(night(225), [refused]).verdict == .notMet)
        #expect(try judged(night(225, .mayFail), [refused]).verdict == .met)
        let short = ("2026-10-08 23:00", Load(offered: 300, handled: 224, late: 76))
        #expect(try judged(night(225), [short]).verdict == .notMet)
    }

    @Test func `SNO-16 SNO-17 below the maximum every request of the night must be done`() throws {
        let late = ("2026-10-08 23:00", Load(offered: 10, handled: 9, late: 1))
        #expect(try judged(night(150), [late]).verdict == .notMet)
        let done = ("2026-10-08 23:00", Load(offered: 10, handled: 10))
        #expect(try judged(night(150), [done]).verdict == .notChallenged)
    }

    @Test func `a night that began before the month is not of this month`() throws {
        let found = try judged(night(1), [("2026-10-01 02:00", Load(offered: 5, handled: 5))])
        #expect(found.verdict == .notChallenged)
        #expect(found.explanation.contains { $0.hasPrefix("Er zijn 0 vensters") })
    }

    @Test func `a window that opens within an hour is not to be told from hours`() throws {
        let window = ServiceWindow(
            key: "dag", title: "Dagvenster", audience: .machines, calendar: nil,
            hours: [.production: .daily([try range("08:30-18:00")])])
        let norm = CapacityNorm(
            flow: .subscriptionsAll, maximum: 5, per: .serviceWindow, excess: .accepted, window: window)
        let found = try judged(.capacity(norm), [("2026-10-08 09:00", Load(offered: 5, handled: 5))])
        #expect(found.verdict == .noMeasurement)
    }
}

import Agreements
import CivilTime
import Testing

struct CapacityTests {
    private func norm(
        _ maximum: Int, _ per: CapacityNorm.Window, _ excess: CapacityNorm.Excess = .accepted
    ) -> Norm {
        .capacity(CapacityNorm(flow: .messagesProcessed, maximum: maximum, per: per, excess: excess))
    }

    private func evidence(_ width: LoadSeries.Width, _ buckets: [(String, Load)]) throws -> Evidence {
        let series = LoadSeries(
            width: width, buckets: try buckets.map { LoadBucket(start: try instant($0.0), load: $0.1) })
        return Evidence(loads: [.messagesProcessed: series])
    }

    @Test func `SNO-09 a quiet month does not challenge the capacity and shows the highest load`() throws {
        let quiet = try evidence(
            .hour,
            [
                ("2026-10-08T07:00:00Z", Load(offered: 40, handled: 40)),
                ("2026-10-09T07:00:00Z", Load(offered: 30, handled: 30)),
            ])
        let finding = try judgeOne(norm(100, .clockHour), quiet)
        #expect(finding.verdict == .notChallenged)
        #expect(
            finding.measured
                == "capaciteit niet aangesproken; hoogst aangeboden 40 vanaf do 8 oktober 2026, 09.00 uur")
        #expect(finding.observations == 0)
        #expect(finding.fraction == nil)
    }

    @Test func `SNO-09 without load the capacity is not challenged, without a series it is not measured`()
        throws
    {
        #expect(try judgeOne(norm(100, .clockHour), evidence(.hour, [])).verdict == .notChallenged)
        #expect(try judgeOne(norm(100, .clockHour), Evidence()).verdict == .noMeasurement)
    }

    @Test func `SNO-09 a window that reached the maximum and lost nothing meets the norm`() throws {
        let finding = try judgeOne(
            norm(100, .clockHour),
            evidence(.hour, [("2026-10-08T07:00:00Z", Load(offered: 100, handled: 100))]))
        #expect(finding.verdict == .met)
        #expect(finding.observations == 1)
        #expect(finding.fraction == Fraction(1, of: 1))
    }

    @Test func `SNO-09 something late within the maximum breaks the norm at any load`() throws {
        let finding = try judgeOne(
            norm(100, .clockHour),
            evidence(.hour, [("2026-10-08T07:00:00Z", Load(offered: 10, handled: 9, late: 1))]))
        #expect(finding.verdict == .notMet)
        #expect(finding.measured == "van 10 berichten 9 op tijd verwerkt")
    }

    @Test func `SNO-09 what is still under way is not late`() throws {
        let load = Load(offered: 100, handled: 20)
        #expect(
            try judgeOne(norm(100, .clockHour), evidence(.hour, [("2026-10-08T07:00:00Z", load)])).verdict
                == .met)
    }

    @Test func `above the maximum a refusal breaks the norm only where the excess must be accepted`() throws {
        let load = Load(offered: 150, handled: 120, refused: 30)
        let hour = try evidence(.hour, [("2026-10-08T07:00:00Z", load)])
        #expect(try judgeOne(norm(100, .clockHour, .mayFail), hour).verdict == .met)
        #expect(try judgeOne(norm(100, .clockHour, .accepted), hour).verdict == .notMet)
    }

    @Test func `above the maximum, less than the maximum handled breaks the norm`() throws {
        let load = Load(offered: 150, handled: 99, late: 51)
        let hour = try evidence(.hour, [("2026-10-08T07:00:00Z", load)])
        #expect(try judgeOne(norm(100, .clockHour, .mayFail), hour).verdict == .notMet)
    }

    @Test func `SNO-09 a day is any 24 hours, not the calendar day`() throws {
        let overMidnight = try evidence(
            .hour,
            [
                ("2026-10-08T21:00:00Z", Load(offered: 60, handled: 60)),
                ("2026-10-09T03:00:00Z", Load(offered: 60, handled: 60)),
            ])
        #expect(try judgeOne(norm(100, .any24Hours), overMidnight).verdict == .met)
        #expect(try judgeOne(norm(100, .calendarDay), overMidnight).verdict == .notChallenged)
    }

    @Test func `24 hours on end hold no bucket of the 25th hour`() throws {
        let apart = try evidence(
            .hour,
            [
                ("2026-10-08T21:00:00Z", Load(offered: 60, handled: 60)),
                ("2026-10-09T21:00:00Z", Load(offered: 60, handled: 60)),
            ])
        #expect(try judgeOne(norm(100, .any24Hours), apart).verdict == .notChallenged)
    }

    @Test func `SNO-06 a calendar day is that of Amsterdam, with 25 hours in October`() throws {
        let longDay = try evidence(
            .hour,
            [
                ("2026-10-24T22:00:00Z", Load(offered: 50, handled: 50)),
                ("2026-10-25T22:00:00Z", Load(offered: 50, handled: 50)),
            ])
        #expect(try judgeOne(norm(100, .calendarDay), longDay).verdict == .met)
    }

    @Test func `SNO-09 seconds cannot be told from buckets of an hour`() throws {
        let hours = try evidence(.hour, [("2026-10-08T07:00:00Z", Load(offered: 100, handled: 100))])
        #expect(try judgeOne(norm(45, .second), hours).verdict == .noMeasurement)
        let seconds = try evidence(
            .second,
            [
                ("2026-10-08T07:00:00Z", Load(offered: 45, handled: 45)),
                ("2026-10-08T07:00:01Z", Load(offered: 44, handled: 44)),
            ])
        let finding = try judgeOne(norm(45, .second), seconds)
        #expect(finding.verdict == .met)
        #expect(finding.observations == 1)
        #expect(try judgeOne(norm(89, .clockHour), seconds).verdict == .met)
    }

    @Test func `load outside the month is not judged`() throws {
        let others = try evidence(
            .hour,
            [
                ("2026-09-30T21:00:00Z", Load(offered: 200, handled: 0, refused: 200)),
                ("2026-10-31T23:00:00Z", Load(offered: 200, handled: 0, refused: 200)),
            ])
        #expect(try judgeOne(norm(100, .clockHour), others).verdict == .notChallenged)
    }

    @Test func `SNO-06 one notification overtaken breaks the order of arrival`() throws {
        let order = Norm.order(OrderNorm(flow: .notifications))
        let inOrder = Evidence(order: [.notifications: ArrivalOrder(handled: 10, overtaken: 0)])
        let overtaken = Evidence(order: [.notifications: ArrivalOrder(handled: 10, overtaken: 1)])
        #expect(try judgeOne(order, inOrder).verdict == .met)
        #expect(try judgeOne(order, overtaken).fraction == Fraction(9, of: 10))
        #expect(try judgeOne(order, overtaken).verdict == .notMet)
        #expect(try judgeOne(order, Evidence()).verdict == .noMeasurement)
    }
}

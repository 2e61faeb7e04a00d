import Agreements
import CivilTime
import Testing

struct RecurrenceTests {
    private func days(_ recurrence: Recurrence, _ month: String) throws -> [Int] {
        recurrence.dates(in: try #require(CivilMonth(month))).map(\.day)
    }

    @Test func `SNO-45 the second and the fourth Wednesday of a month`() throws {
        #expect(try days(.weekdayOfMonth(ordinal: 2, .wednesday), "2026-10") == [14])
        #expect(try days(.weekdayOfMonth(ordinal: 4, .wednesday), "2026-10") == [28])
        #expect(try days(.weekdayOfMonth(ordinal: 5, .wednesday), "2026-10").isEmpty)
        #expect(try days(.weekdayOfMonth(ordinal: 5, .thursday), "2026-10") == [29])
    }

    @Test func `the last Friday is the fourth or the fifth`() throws {
        #expect(try days(.lastWeekdayOfMonth(.friday), "2026-10") == [30])
        #expect(try days(.lastWeekdayOfMonth(.friday), "2026-11") == [27])
    }

    @Test func `BVV the third full weekend is always the third Saturday and the day after`() throws {
        for year in 2020...2040 {
            for month in 1...12 {
                let civil = try #require(CivilMonth(year: year, month: month))
                let saturday = try #require(civil.day(3, .saturday))
                #expect(
                    Recurrence.fullWeekend(ordinal: 3).dates(in: civil)
                        == [saturday, saturday.advanced(byDays: 1)])
            }
        }
    }

    @Test func `a weekend that runs into the next month is not a full one`() throws {
        // 31 October 2026 is a Saturday, 1 November a Sunday.
        #expect(try days(.fullWeekend(ordinal: 5), "2026-10").isEmpty)
        #expect(try days(.fullWeekend(ordinal: 1), "2026-11") == [7, 8])
        #expect(try days(.fullWeekend(ordinal: 5), "2026-08") == [29, 30])
    }

    @Test func `working days, days of the week, every day and the days of a plan`() throws {
        #expect(try days(.workingDays(workCalendar()), "2026-05").count == 19)
        #expect(try days(.weekly([.monday, .wednesday]), "2026-02") == [2, 4, 9, 11, 16, 18, 23, 25])
        #expect(try days(.daily, "2026-02") == Array(1...28))
        let plan = [try date("2026-02-20"), try date("2026-01-14"), try date("2026-02-03")]
        #expect(try days(.dates(plan), "2026-02") == [3, 20])
    }

    @Test func `what comes when it is announced has no days`() throws {
        #expect(try days(.announced(on: [.saturday, .sunday]), "2026-02").isEmpty)
    }

    private func window(_ recurrence: Recurrence, _ hours: HoursRange) -> MaintenanceWindow {
        MaintenanceWindow(
            key: "w", title: "Onderhoud", paragraph: "1", recurrence: recurrence,
            hours: [.production: hours], allowsDowntime: true)
    }

    @Test func `BVV a whole weekend is one window, of 47 hours when the clock goes forward in it`() throws {
        let weekend = window(.fullWeekend(ordinal: 4), .wholeDay)
        let march = weekend.intervals(in: try #require(CivilMonth("2026-03")), .production)
        #expect(march == [try interval("2026-03-27T23:00:00Z", "2026-03-29T22:00:00Z")])
        #expect(march.map(\.microseconds) == [47 * .hour])
    }

    @Test func `an environment without hours has no window`() throws {
        let daily = window(.daily, .wholeDay)
        #expect(daily.intervals(in: try #require(CivilMonth("2026-03")), .test).isEmpty)
    }

    @Test func `facts 14 maintenance from 05:00 to 06:00 keeps its hours on the clock, summer and winter`()
        throws
    {
        let daily = window(.daily, try range("05:00-06:00"))
        for month in ["2026-03", "2026-07", "2026-10", "2027-01"] {
            for found in daily.intervals(in: try #require(CivilMonth(month)), .production) {
                #expect(LocalTime(found.start).time.description == "05:00")
                #expect(LocalTime(found.end).time.description == "06:00")
            }
        }
    }

    @Test func `windows over midnight of one day after another are each of their own`() throws {
        let nightly = window(.weekly([.tuesday, .wednesday]), try range("20:00-06:00"))
        let found = nightly.intervals(in: try #require(CivilMonth("2026-06")), .production)
        #expect(found.count == 9)
        #expect(found.allSatisfy { $0.microseconds == 10 * .hour })
        #expect(found.last?.end == (try at("2026-07-01 06:00")))
    }
}

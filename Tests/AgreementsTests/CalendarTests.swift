import Agreements
import CivilTime
import Testing

struct CalendarTests {
    @Test(arguments: [
        ("1583-04-10", 1583), ("1818-03-22", 1818), ("1943-04-25", 1943), ("1981-04-19", 1981),
        ("1996-04-07", 1996), ("2000-04-23", 2000), ("2008-03-23", 2008), ("2011-04-24", 2011),
        ("2024-03-31", 2024), ("2026-04-05", 2026), ("2027-03-28", 2027), ("2038-04-25", 2038),
        ("2049-04-18", 2049), ("2076-04-19", 2076), ("2285-03-22", 2285),
    ])
    func `BVV-01 Easter falls where the church has it, at the edges of its range too`(
        expected: String, year: Int
    ) throws {
        #expect(Easter.sunday(in: year) == (try date(expected)))
    }

    @Test func `Easter is a Sunday from 22 March to 25 April, by another computus the same`() throws {
        for year in 1583...4099 {
            let sunday = try #require(Easter.sunday(in: year))
            #expect(sunday.weekday == .sunday)
            #expect(sunday == (try gauss(year)), "\(year)")
        }
        #expect(Easter.sunday(in: 1582) == nil)
    }

    /// Gauss's rule with its two exceptions: another way to the same date.
    private func gauss(_ year: Int) throws -> CivilDate {
        let century = year / 100
        let moon = (15 - (13 + 8 * century) / 25 + century - century / 4) % 30
        let week = (4 + century - century / 4) % 7
        let epact = (19 * (year % 19) + moon) % 30
        let offset = (2 * (year % 4) + 4 * (year % 7) + 6 * epact + week) % 7
        let late = epact == 29 && offset == 6 || epact == 28 && offset == 6 && year % 19 > 10
        let first = try #require(CivilDate(year: year, month: 3, day: 22))
        return first.advanced(byDays: epact + offset - (late ? 7 : 0))
    }

    @Test(arguments: [
        ("2026-01-01", "Nieuwjaarsdag"), ("2026-04-03", nil), ("2026-04-06", "Tweede paasdag"),
        ("2026-04-27", "Koningsdag"), ("2025-04-26", "Koningsdag"), ("2025-04-27", "zondag"),
        ("2026-05-05", nil), ("2025-05-05", "Bevrijdingsdag"), ("2026-05-14", "Hemelvaartsdag"),
        ("2026-05-25", "Tweede pinksterdag"), ("2026-12-25", "Eerste kerstdag"),
        ("2026-12-26", "Tweede kerstdag"), ("2026-04-04", "zaterdag"), ("2026-04-07", nil),
    ])
    func `BVV-01 no Good Friday, Liberation Day once in five years, King's Day not on a Sunday`(
        day: String, closure: String?
    ) throws {
        #expect(workCalendar().closure(on: try date(day)) == closure)
        #expect(workCalendar().isWorkingDay(try date(day)) == (closure == nil))
    }

    @Test func `Liberation Day comes once in five years, counted from 2000 and not before`() {
        let years = (1990...2030).filter { bvvHolidays[3].date(in: $0) != nil }
        #expect(years == [2000, 2005, 2010, 2015, 2020, 2025, 2030])
    }

    @Test func `a holiday moved to the day before may lie in another year`() throws {
        let rule = HolidayRule(
            name: "Nieuwjaarsdag", rule: .day(month: 1, day: 1, onSunday: .dayBefore))
        let calendar = WorkCalendar(
            key: "c", title: "c", days: Set(Weekday.allCases), holidays: [rule])
        #expect(calendar.closure(on: try date("2022-12-31")) == "Nieuwjaarsdag")
        #expect(calendar.isWorkingDay(try date("2023-01-01")))
        let hours = try WorkingHours(.daily([.wholeDay]), calendar: calendar)
        #expect(!hours.isOpen(at: try at("2022-12-31 12:00")))
        #expect(hours.isOpen(at: try at("2023-01-01 12:00")))
    }

    @Test func `a holiday on 29 February is there in leap years only`() {
        let rule = HolidayRule(name: "Schrikkeldag", rule: .day(month: 2, day: 29))
        #expect((2023...2028).filter { rule.date(in: $0) != nil } == [2024, 2028])
    }

    @Test func `SSC a bridge day closes a working day, and a deviating day with hours opens a closed one`()
        throws
    {
        let calendar = workCalendar([
            DeviatingDay(date: try date("2026-05-15"), title: "Brugdag", hours: nil),
            DeviatingDay(
                date: try date("2026-05-16"), title: "Inhaaldag", hours: .daily([try range("10:00-12:00")])),
            DeviatingDay(date: try date("2026-05-18"), title: "Studiedag", hours: .never),
        ])
        #expect(calendar.closure(on: try date("2026-05-15")) == "Brugdag")
        #expect(calendar.isWorkingDay(try date("2026-05-16")))
        #expect(calendar.closure(on: try date("2026-05-18")) == "Studiedag")
        #expect(calendar.workingDay(1, after: try date("2026-05-14")) == (try date("2026-05-16")))
    }

    @Test(arguments: [
        ("2026-04-02", 1, "2026-04-03"), ("2026-04-03", 1, "2026-04-07"), ("2026-04-04", 1, "2026-04-07"),
        ("2026-04-03", 0, "2026-04-03"), ("2026-03-31", 10, "2026-04-15"),
    ])
    func `facts 34 so many working days after a day, which does not count itself`(
        from: String, count: Int, to: String
    ) throws {
        #expect(workCalendar().workingDay(count, after: try date(from)) == (try date(to)))
    }

    @Test func `facts 34 ten working days before 15 April 2026 is 31 March`() throws {
        #expect(workCalendar().workingDay(10, before: try date("2026-04-15")) == (try date("2026-03-31")))
    }

    @Test func `facts 33 a calendar without a working day gives none, in bounded work`() throws {
        let never = WorkCalendar(key: "c", title: "c", days: [], holidays: [])
        #expect(never.workingDay(1, after: try date("2026-01-01")) == nil)
        #expect(never.workingDay(WorkCalendar.countLimit, before: try date("2026-01-01")) == nil)
        let daily = WorkCalendar(key: "c", title: "c", days: Set(Weekday.allCases), holidays: [])
        #expect(daily.workingDay(WorkCalendar.countLimit, after: try date("2026-01-01")) != nil)
        #expect(daily.workingDay(WorkCalendar.countLimit + 1, after: try date("2026-01-01")) == nil)
        #expect(daily.workingDay(-1, after: try date("2026-01-01")) == nil)
    }
}

import CivilTime
import Testing

struct CivilDateTests {
    @Test func `every day from 1600 to 2400 follows the one before it and comes back from its number`() {
        var expected = (year: 1600, month: 1, day: 1)
        let first = CivilDate(year: 1600, month: 1, day: 1)
        let last = CivilDate(year: 2400, month: 12, day: 31)
        for number in (first?.dayNumber ?? 0)...(last?.dayNumber ?? 0) {
            let date = CivilDate(dayNumber: number)
            #expect(date.parts == expected)
            #expect(CivilDate(year: date.year, month: date.month, day: date.day) == date)
            expected = following(expected)
        }
    }

    private func following(_ date: (year: Int, month: Int, day: Int)) -> (year: Int, month: Int, day: Int) {
        let isLeap = (date.year % 4 == 0 && date.year % 100 != 0) || date.year % 400 == 0
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        if date.day < lengths[date.month - 1] { return (date.year, date.month, date.day + 1) }
        return date.month < 12 ? (date.year, date.month + 1, 1) : (date.year + 1, 1, 1)
    }

    @Test(arguments: ["2026-02-29", "2026-13-01", "2026-00-01", "2026-04-31", "2026-4-1", "2026-04-01 ", ""])
    func `a day that does not exist is no date`(text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test func `6 April 2026 is a Monday`() {
        #expect(CivilDate("2026-04-06")?.weekday == .monday)
        #expect(CivilDate("1969-12-31")?.weekday == .wednesday)
        #expect(CivilDate("2026-04-06")?.description == "2026-04-06")
    }

    @Test(arguments: [
        ("2026-10", 745), ("2026-03", 743), ("2026-02", 672), ("2024-02", 696), ("2026-12", 744),
    ])
    func `a month has the hours of its calendar, with summer time`(text: String, hours: Int64) throws {
        let month = try #require(CivilMonth(text))
        #expect(month.interval.microseconds == hours * 3_600_000_000)
        #expect(month.description == text)
        #expect(month.next.previous == month)
    }

    @Test func `a month that does not exist is none`() {
        for text in ["2026-13", "2026-00", "2026-1", "0000-01", "2026/01"] {
            #expect(CivilMonth(text) == nil)
        }
    }

    @Test
    func `the second and fourth Wednesday of October 2026 are the 14th and the 28th, a fifth there is not`()
        throws
    {
        let month = try #require(CivilMonth("2026-10"))
        #expect(month.day(2, .wednesday) == CivilDate("2026-10-14"))
        #expect(month.day(4, .wednesday) == CivilDate("2026-10-28"))
        #expect(month.day(5, .wednesday) == nil)
        #expect(month.day(5, .thursday) == CivilDate("2026-10-29"))
    }

    @Test(arguments: ["00:00", "08:30", "23:59", "24:00"])
    func `a time of day reads as it is written`(text: String) {
        #expect(TimeOfDay(text)?.description == text)
    }

    @Test(arguments: ["24:01", "8:30", "08:60", "25:00", "08.30", "08:30:60"])
    func `what no clock shows is no time of day`(text: String) {
        #expect(TimeOfDay(text) == nil)
    }

    @Test(arguments: [
        ("2026-01-31", 1, "2026-02-28"), ("2028-01-31", 1, "2028-02-29"), ("2026-02-28", 1, "2026-03-28"),
        ("2026-11-30", 3, "2027-02-28"), ("2026-03-31", -1, "2026-02-28"), ("2026-01-15", -13, "2024-12-15"),
        ("2026-05-31", 0, "2026-05-31"), ("2026-12-01", 12, "2027-12-01"),
    ])
    func `some months on it is the same day, or the last where the month has no such day`(
        from: String, months: Int, to: String
    ) throws {
        #expect(try #require(CivilDate(from)).advanced(byMonths: months) == CivilDate(to))
    }
}

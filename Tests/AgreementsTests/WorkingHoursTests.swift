import Agreements
import CivilTime
import Testing

struct WorkingHoursTests {
    private let office: WorkingHours
    private let always = WorkingHours.always

    init() throws { office = try hours("08:30-18:00") }

    @Test func `facts 6 a budget that uses up a window ends as it closes, not when the next opens`() throws {
        let start = try at("2026-04-13 08:30")
        #expect(shown(office.moment(after: 570 * .minute, from: start)) == "2026-04-13 18:00")
        #expect(shown(office.moment(after: 570 * .minute + 1, from: start)) == "2026-04-14 08:30")
    }

    @Test func `facts 7 nothing elapses while closed, and there is a deadline all the same`() throws {
        let saturday = try at("2026-04-11 12:00")
        #expect(shown(office.moment(after: .hour, from: saturday)) == "2026-04-13 09:30")
        #expect(office.elapsed(from: saturday, to: try at("2026-04-13 08:30")) == 0)
        let closing = try at("2026-04-13 18:00")
        #expect(shown(office.moment(after: .hour, from: closing)) == "2026-04-14 09:30")
    }

    @Test func `facts 8 a budget of 400 hours is no more than any other`() throws {
        let end = office.moment(after: 400 * .hour, from: try at("2026-04-13 08:30"))
        #expect(shown(end) == "2026-06-15 09:30")
    }

    @Test func `facts 9 six hours over the night the clock goes forward end at 07:30`() throws {
        let end = always.moment(after: 6 * .hour, from: try at("2026-03-29 00:30"))
        #expect(end == (try instant("2026-03-29T05:30:00Z")))
        #expect(shown(end) == "2026-03-29 07:30")
    }

    @Test func `facts 11 an hour from either 02:15 in the night the clock goes back is an hour later`() throws
    {
        let first = try at("2026-10-25 02:15")
        let second = first.advanced(byMicroseconds: .hour)
        #expect(always.moment(after: .hour, from: first) == second)
        #expect(shown(second) == "2026-10-25 02:15")
        #expect(shown(always.moment(after: .hour, from: second)) == "2026-10-25 03:15")
    }

    @Test(arguments: [("2026-03-29", 82_800), ("2026-10-25", 90_000), ("2026-06-10", 86_400)])
    func `facts 12 a day has its seconds, not one more`(day: String, seconds: Int64) throws {
        let start = Instant(startOf: try date(day))
        let end = Instant(startOf: try date(day).advanced(byDays: 1))
        #expect(always.elapsed(from: start, to: end) == seconds * 1_000_000)
        let daily = try hours("00:00-24:00", calendar: nil)
        #expect(daily.elapsed(from: start, to: end) == seconds * 1_000_000)
    }

    @Test func `facts 21 a break at noon does not count`() throws {
        let broken = try hours("09:00-13:00", "14:00-18:00")
        #expect(shown(broken.moment(after: .hour, from: try at("2026-04-13 12:30"))) == "2026-04-13 14:30")
        #expect(
            shown(broken.moment(after: 15 * .minute, from: try at("2026-04-13 13:15"))) == "2026-04-13 14:15")
    }

    @Test func `facts 33 a window that never opens is refused`() throws {
        let noDays = WorkCalendar(key: "c", title: "c", days: [], holidays: [])
        let daily = OpeningHours.daily([try range("08:30-18:00")])
        #expect(throws: WorkingHoursError.neverOpens) { try WorkingHours(daily, calendar: noDays) }
        #expect(throws: WorkingHoursError.neverOpens) { try WorkingHours(.never, calendar: nil) }
        let saturdays = OpeningHours.weekly([.init(days: [.saturday], ranges: [try range("08:30-18:00")])])
        #expect(throws: WorkingHoursError.neverOpens) {
            try WorkingHours(saturdays, calendar: workCalendar())
        }
        let window = ServiceWindow(
            key: "w", title: "w", audience: .users, calendar: nil, hours: [.production: .always])
        #expect(throws: WorkingHoursError.neverOpens) { try WorkingHours(window, in: .test) }
    }

    @Test func `a window that opens once is enough, and what is beyond it is nil`() throws {
        let noDays = WorkCalendar(
            key: "c", title: "c", days: [], holidays: [],
            deviatingDays: [
                DeviatingDay(
                    date: try date("2026-05-16"), title: "Open dag",
                    hours: .daily([try range("10:00-12:00")]))
            ])
        let once = try WorkingHours(.daily([try range("08:30-18:00")]), calendar: noDays)
        let start = try at("2026-01-01 00:00")
        #expect(shown(once.moment(after: 2 * .hour, from: start)) == "2026-05-16 12:00")
        #expect(once.moment(after: 2 * .hour + 1, from: start) == nil)
        #expect(once.nextOpening(atOrAfter: try at("2026-05-16 12:00")) == nil)
    }

    @Test func `a budget of nothing ends where it starts, open or closed`() throws {
        let night = try at("2026-04-13 03:00")
        #expect(office.moment(after: 0, from: night) == night)
    }

    @Test func `it is open from the opening up to the closing`() throws {
        #expect(office.isOpen(at: try at("2026-04-13 08:30")))
        #expect(!office.isOpen(at: try at("2026-04-13 18:00")))
        #expect(shown(office.nextOpening(atOrAfter: try at("2026-04-13 18:00"))) == "2026-04-14 08:30")
        #expect(shown(office.nextOpening(atOrAfter: try at("2026-04-13 09:15"))) == "2026-04-13 09:15")
    }

    @Test func `outside the horizon there is no open time and no moment`() throws {
        let horizon = WorkingHours.horizon
        #expect(shown(horizon.start) == "1996-01-01 00:00")
        #expect(shown(horizon.end) == "2100-01-01 00:00")
        let before = horizon.start.advanced(bySeconds: -1)
        #expect(always.moment(after: 1, from: before) == nil)
        #expect(always.elapsed(from: before, to: horizon.start) == 0)
        #expect(always.moment(after: horizon.microseconds, from: horizon.start) == horizon.end)
        #expect(always.moment(after: horizon.microseconds + 1, from: horizon.start) == nil)
        #expect(office.moment(after: .hour, from: horizon.end.advanced(bySeconds: -3_600)) == nil)
    }

    @Test func `a holiday that a rule of the year before the horizon leads into it is kept`() throws {
        let rule = HolidayRule(name: "Lang na Pasen", rule: .easter(daysAfter: 300))
        let calendar = WorkCalendar(key: "c", title: "c", days: Set(Weekday.allCases), holidays: [rule])
        let compiled = try WorkingHours(.daily([.wholeDay]), calendar: calendar)
        #expect(calendar.closure(on: try date("1996-02-10")) == "Lang na Pasen")
        #expect(!compiled.isOpen(at: try at("1996-02-10 12:00")))
        #expect(compiled.isOpen(at: try at("1996-02-11 12:00")))
    }

    @Test func `the closing of a working day is that of its last opening`() throws {
        let broken = try hours("14:00-18:00", "09:00-13:00")
        let good = try date("2026-04-02")
        #expect(shown(broken.closing(ofWorkingDay: 0, after: good)) == "2026-04-02 18:00")
        #expect(shown(broken.closing(ofWorkingDay: 2, after: good)) == "2026-04-07 18:00")
        #expect(broken.closing(ofWorkingDay: 0, after: try date("2026-04-04")) == nil)
        let night = try hours("20:00-06:00")
        #expect(shown(night.closing(ofWorkingDay: 1, after: good)) == "2026-04-04 06:00")
        let roundTheClock = try WorkingHours(.always, calendar: workCalendar())
        #expect(shown(roundTheClock.closing(ofWorkingDay: 2, after: good)) == "2026-04-08 00:00")
        let shortened = workCalendar([
            DeviatingDay(
                date: try date("2026-04-07"), title: "Kort", hours: .daily([try range("08:30-12:00")]))
        ])
        let stillOpen = try WorkingHours(.always, calendar: shortened)
        #expect(shown(stillOpen.closing(ofWorkingDay: 2, after: good)) == "2026-04-08 00:00")
        #expect(shown(always.closing(ofWorkingDay: 2, after: good)) == "2026-04-05 00:00")
    }

    @Test func `spans without measure have no deadline, and overflow nothing`() throws {
        let start = try at("2026-04-13 09:00")
        #expect(always.moment(after: .max, from: start) == nil)
        #expect(office.closing(ofWorkingDay: .max, after: start.localDate) == nil)
        let kinds: [Span.Kind] = [
            .clock(microseconds: .max), .days(.max), .weeks(.max), .months(.max), .workingDays(.max),
            .clock(microseconds: -1), .days(-1), .workingDays(-1),
        ]
        for kind in kinds {
            #expect(Clock(limit: calendar(kind), hours: office, start: start).deadline == nil)
        }
    }
}

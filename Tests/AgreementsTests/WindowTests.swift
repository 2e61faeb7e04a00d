import Agreements
import CivilTime
// The reference to test against: Foundation's own time zone and calendar.
import Foundation
import Testing

struct WindowTests {
    private let seed: UInt64 = 2026

    private func window(_ hours: OpeningHours, _ calendar: WorkCalendar? = nil) -> ServiceWindow {
        ServiceWindow(
            key: "w", title: "Ondersteuning", audience: .customers, calendar: calendar,
            hours: [.production: hours, .test: .always])
    }

    private func openings(_ hours: OpeningHours, on day: String) throws -> [String] {
        window(hours).openings(on: try date(day), .production).map {
            "\(LocalTime($0.start).time)-\(LocalTime($0.end).time) \($0.microseconds / .minute)"
        }
    }

    @Test func `hours hold on their days of the week`() throws {
        let hours = OpeningHours.weekly([
            .init(days: [.monday, .tuesday], ranges: [try range("09:00-13:00"), try range("14:00-18:00")]),
            .init(days: [.saturday], ranges: [try range("10:00-14:00")]),
        ])
        #expect(try openings(hours, on: "2026-04-13") == ["09:00-13:00 240", "14:00-18:00 240"])
        #expect(try openings(hours, on: "2026-04-15").isEmpty)
        #expect(try openings(hours, on: "2026-04-18") == ["10:00-14:00 240"])
    }

    @Test func `an end before the start is on the next day, and touching hours are one opening`() throws {
        #expect(try openings(.daily([try range("17:00-06:00")]), on: "2026-04-13") == ["17:00-06:00 780"])
        let touching = OpeningHours.daily([try range("13:00-18:00"), try range("08:00-13:00")])
        #expect(try openings(touching, on: "2026-04-13") == ["08:00-18:00 600"])
    }

    @Test(arguments: [
        ("2026-03-29", "00:00-24:00", "00:00-00:00 1380"), ("2026-10-25", "00:00-24:00", "00:00-00:00 1500"),
        ("2026-03-29", "01:00-02:30", "01:00-03:00 60"), ("2026-03-29", "02:30-04:00", "03:00-04:00 60"),
        ("2026-10-25", "01:00-04:00", "01:00-04:00 240"), ("2026-10-25", "02:15-02:45", "02:15-02:45 30"),
        ("2026-03-28", "20:00-06:00", "20:00-06:00 540"), ("2026-10-24", "20:00-06:00", "20:00-06:00 660"),
    ])
    func `facts 12 hours over a change of the clock are those that go by`(
        day: String, hours: String, expected: String
    ) throws {
        #expect(try openings(.daily([try range(hours)]), on: day) == [expected])
    }

    @Test func `hours that the clock leaps over are none`() throws {
        #expect(try openings(.daily([try range("02:00-03:00")]), on: "2026-03-29").isEmpty)
        #expect(try openings(.daily([try range("02:00-03:00")]), on: "2026-03-30") == ["02:00-03:00 60"])
    }

    @Test func `facts 15 a window of office hours keeps them the days after the clock went forward`() throws {
        let hours = try hours("08:30-18:00")
        let march = try #require(CivilMonth("2026-03")).interval
        let last = hours.open(in: march).suffix(2)
        #expect(last.map { shown($0.start) } == ["2026-03-30 08:30", "2026-03-31 08:30"])
        #expect(last.map { shown($0.end) } == ["2026-03-30 18:00", "2026-03-31 18:00"])
    }

    @Test func `a window is closed on holidays of its calendar, open around the clock on them too`() throws {
        let office = window(.daily([try range("08:30-18:00")]), workCalendar())
        #expect(office.openings(on: try date("2026-04-06"), .production).isEmpty)
        #expect(office.openings(on: try date("2026-04-06"), .test).map(\.microseconds) == [24 * .hour])
        #expect(office.openings(on: try date("2026-04-07"), .preproduction).isEmpty)
    }

    @Test func `a deviating day has hours of its own`() throws {
        let calendar = workCalendar([
            DeviatingDay(
                date: try date("2026-12-24"), title: "Kerstavond",
                hours: .daily([try range("08:30-12:00")]))
        ])
        let office = window(.daily([try range("08:30-18:00")]), calendar)
        let found = office.openings(on: try date("2026-12-24"), .production)
        #expect(found.map { shown($0.end) } == ["2026-12-24 12:00"])
        let compiled = try WorkingHours(office, in: .production)
        #expect(
            compiled.elapsed(from: try at("2026-12-23 18:00"), to: try at("2026-12-28 08:30")) == 210
                * .minute)
    }

    @Test func `compiled hours are the openings of each day, united`() throws {
        var generator = Seeded(seed)
        let from = try date("2019-12-25")
        let through = from.advanced(byDays: 800)
        for _ in 0..<12 {
            let window = window(
                try randomHours(&generator), Bool.random(using: &generator) ? workCalendar() : nil)
            let compiled = try WorkingHours(window, in: .production)
            let days = (from.dayNumber - 1..<through.dayNumber).map { CivilDate(dayNumber: $0) }
            let period = Interval(from: Instant(startOf: from), to: Instant(startOf: through))
            let expected = IntervalSet(days.flatMap { window.openings(on: $0, .production) })
                .intersection(IntervalSet(period))
            #expect(compiled.open(in: period) == expected.intervals, "seed \(seed)")
            #expect(
                compiled.elapsed(from: period.start, to: period.end) == expected.totalMicroseconds,
                "seed \(seed)")
        }
    }

    /// One or two ranges, also over midnight and through the hours at which the clock is changed.
    private func randomHours(_ generator: inout Seeded) throws -> OpeningHours {
        func time() throws -> TimeOfDay {
            let quarter = Int.random(in: 0...96, using: &generator)
            return try #require(TimeOfDay(hour: quarter / 4, minute: quarter % 4 * 15))
        }
        let ranges = try (0..<Int.random(in: 1...2, using: &generator)).map { _ in
            HoursRange(from: try time(), to: try time())
        }
        let days = Set(Weekday.allCases.filter { _ in Int.random(in: 0...3, using: &generator) > 0 })
        return .weekly([.init(days: days.isEmpty ? [.monday] : days, ranges: ranges)])
    }

    @Test func `what is open at a moment agrees with Foundation's calendar, from 1996 to 2100`() throws {
        var calendar = Foundation.Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "Europe/Amsterdam"))
        let compiled = try WorkingHours(
            .weekly([
                .init(days: mondayToFriday, ranges: [try range("00:30-01:45"), try range("08:30-18:00")])
            ]),
            calendar: nil)
        var generator = Seeded(seed)
        for _ in 0..<20_000 {
            let second = Int64.random(in: 820_454_400..<4_102_440_000, using: &generator)
            let parts = calendar.dateComponents(
                [.weekday, .hour, .minute], from: Date(timeIntervalSince1970: Double(second)))
            let weekday = try #require(parts.weekday)
            let minute = try #require(parts.hour) * 60 + (try #require(parts.minute))
            let isOpen = (2...6).contains(weekday) && ((30..<105) ~= minute || (510..<1080) ~= minute)
            #expect(compiled.isOpen(at: Instant(seconds: second)) == isOpen, "seed \(seed), \(second)")
        }
    }
}

import CivilTime
// The reference to test against: Foundation's own time zone.
import Foundation
import Testing

struct AmsterdamTests {
    private let seed: UInt64 = 2026

    @Test func `the rule agrees with the time zone database from 1996 to 2100`() throws {
        let zone = try #require(TimeZone(identifier: "Europe/Amsterdam"))
        var generator = Seeded(seed)
        let range = Int64(820_454_400)...Int64(4_102_444_800)
        for _ in 0..<100_000 {
            let moment = Instant(seconds: Int64.random(in: range, using: &generator))
            let date = Date(timeIntervalSince1970: Double(moment.seconds))
            #expect(Amsterdam.offsetSeconds(at: moment) == zone.secondsFromGMT(for: date), "seed \(seed)")
        }
    }

    @Test func `every hour around each change of the clock agrees with the time zone database`() throws {
        let zone = try #require(TimeZone(identifier: "Europe/Amsterdam"))
        for year in 1996...2100 {
            for month in [3, 10] {
                let start = Instant(startOf: try #require(CivilDate(year: year, month: month, day: 24)))
                for quarter in 0..<(9 * 96) {
                    let moment = start.advanced(bySeconds: Int64(quarter) * 900)
                    let date = Date(timeIntervalSince1970: Double(moment.seconds))
                    #expect(Amsterdam.offsetSeconds(at: moment) == zone.secondsFromGMT(for: date))
                }
            }
        }
    }

    @Test func `a reading of the clock leads back to its moment, second hour included`() {
        var generator = Seeded(seed)
        for _ in 0..<100_000 {
            let moment = Instant(seconds: Int64.random(in: 820_454_400...4_102_444_800, using: &generator))
            let local = LocalTime(moment)
            let found = [Instant(local), Instant(local, whenRepeated: .second)]
            #expect(found.contains(moment), "seed \(seed)")
        }
    }

    @Test func `the hour shown twice in October has a first and a second moment`() throws {
        let local = LocalTime(
            date: try #require(CivilDate("2026-10-25")), time: try #require(TimeOfDay("02:15")))
        #expect(Instant(local).rfc3339 == "2026-10-25T00:15:00Z")
        #expect(Instant(local, whenRepeated: .second).rfc3339 == "2026-10-25T01:15:00Z")
    }

    @Test(arguments: ["02:00", "02:15", "02:59"])
    func `the hour leapt over in March is the moment of the leap`(time: String) throws {
        let local = LocalTime(
            date: try #require(CivilDate("2026-03-29")), time: try #require(TimeOfDay(time)))
        #expect(Instant(local).rfc3339 == "2026-03-29T01:00:00Z")
        #expect(Instant(local, whenRepeated: .second).rfc3339 == "2026-03-29T01:00:00Z")
    }

    @Test(arguments: [("2026-03-29", 82_800), ("2026-10-25", 90_000), ("2026-06-01", 86_400)])
    func `a day lasts what its clock says, neither a second more nor less`(
        text: String, seconds: Int64
    ) throws {
        let date = try #require(CivilDate(text))
        let length = Instant(startOf: date.advanced(byDays: 1)).microseconds(since: Instant(startOf: date))
        #expect(length == seconds * 1_000_000)
    }

    @Test func `the clock is changed on two Sundays a year, of 23 and of 25 hours`() {
        for year in 1996...2100 {
            let (spring, autumn) = Amsterdam.changeDays(in: year)
            let lengths = [spring, autumn].map { day in
                Instant(startOf: day.advanced(byDays: 1)).microseconds(since: Instant(startOf: day))
            }
            #expect(lengths == [23 * 3_600_000_000, 25 * 3_600_000_000])
            #expect([spring.weekday, autumn.weekday] == [.sunday, .sunday])
        }
    }

    @Test func `24 hours of a day is the start of the next`() throws {
        let date = try #require(CivilDate("2026-10-24"))
        #expect(Instant(LocalTime(date: date, time: .endOfDay)) == Instant(startOf: date.advanced(byDays: 1)))
    }
}

/// A generator with a seed, so that a failure can be run again (SplitMix64).
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}

import CivilTime
import Testing

struct DutchTests {
    @Test func `a moment reads as on a Dutch letter`() throws {
        let moment = try #require(Instant(rfc3339: "2026-04-06T10:30:00Z"))
        #expect(Dutch.text(moment) == "ma 6 april 2026, 12.30 uur")
        #expect(Dutch.text(moment.localDate) == "6 april 2026")
        #expect(Dutch.text(CivilMonth(at: moment)) == "april 2026")
        #expect(Dutch.text(.wednesday) == "woensdag")
    }

    @Test(arguments: [
        ("2026-04-04", "2026-04-06", "za 4 – ma 6 april", "za 4 – ma 6 april 2026"),
        ("2026-05-30", "2026-06-01", "za 30 mei – ma 1 juni", "za 30 mei – ma 1 juni 2026"),
        ("2026-04-27", "2026-04-27", "ma 27 april", "ma 27 april 2026"),
        (
            "2026-12-31", "2027-01-01", "do 31 december – vr 1 januari",
            "do 31 december 2026 – vr 1 januari 2027"
        ),
    ])
    func `some days name what they share once`(
        first: String, last: String, text: String, withYear: String
    ) throws {
        let first = try #require(CivilDate(first))
        let last = try #require(CivilDate(last))
        #expect(Dutch.days(from: first, to: last) == text)
        #expect(Dutch.days(from: first, to: last, withYear: true) == withYear)
    }

    @Test func `hours read as on a sign at the door`() throws {
        let from = try #require(TimeOfDay("08:30"))
        #expect(Dutch.text(from: from, to: .endOfDay) == "08.30–24.00 uur")
    }

    @Test(arguments: [
        (0, "0"), (999, "999"), (2_500_000, "2.500.000"), (-1_000, "-1.000"),
        (Int.min, "-9.223.372.036.854.775.808"),
    ])
    func `a number has points between its thousands`(number: Int, text: String) {
        #expect(Dutch.text(number) == text)
    }

    @Test func `a decimal number has a comma`() {
        #expect(Dutch.decimal(9931, decimals: 2) == "99,31")
        #expect(Dutch.decimal(5, decimals: 2) == "0,05")
        #expect(Dutch.decimal(-123_450, decimals: 2) == "-1.234,50")
        #expect(Dutch.decimal(10_000, decimals: 2, keepingZeros: false) == "100")
        #expect(Dutch.decimal(7, decimals: 0) == "7")
    }

    @Test(arguments: [
        (0, "0 s"), (200_000, "200 ms"), (1_500, "1,5 ms"), (26_280_000_000, "7 uur 18 min"),
        (45_000_000, "45 s"),
        (3_600_000_000, "1 uur"), (90_061_000_000, "25 uur 1 min 1 s"), (1_250_000, "1,25 s"),
        (-60_000_000, "-1 min"),
        (2_628_000_000_000, "730 uur"),
    ])
    func `elapsed time is told in hours, minutes and seconds`(microseconds: Int64, text: String) {
        #expect(Dutch.duration(microseconds: microseconds) == text)
    }
}

import Testing

@testable import Markup

@Suite struct StringsTests {
    private let dutch = Strings(.dutch)
    private let english = Strings(.english)

    @Test(arguments: [
        (0, "0"), (999, "999"), (1_000, "1.000"), (2_500_000, "2.500.000"), (-12_480, "−12.480"),
    ])
    func `whole numbers have points between their thousands`(number: Int, text: String) {
        #expect(dutch.number(number) == text)
    }

    @Test func `English numbers have commas there`() {
        #expect(english.number(2_500_000) == "2,500,000")
        #expect(english.number(1_234.5, decimals: 2) == "1,234.50")
    }

    @Test(arguments: [(99.306, 2, "99,31"), (0.05, 2, "0,05"), (-0.001, 2, "0,00"), (1_234.5, 1, "1.234,5")])
    func `decimals stand behind a comma`(number: Double, decimals: Int, text: String) {
        #expect(dutch.number(number, decimals: decimals) == text)
    }

    @Test func `SNO-30 a share just below its norm never reads as the norm`() {
        #expect(dutch.percentage(98_999, of: 100_000) == "98,99 %")
        #expect(dutch.percentage(100_000, of: 100_000) == "100,00 %")
        #expect(dutch.percentage(.max, of: .max) == "100,00 %")
        #expect(english.percentage(1, of: 3) == "33.33%")
    }

    @Test(arguments: [(999, "999 bytes"), (1_000, "1 kB"), (182_400, "182 kB"), (6_000_000, "6,0 MB")])
    func `sizes of files are round`(bytes: Int, text: String) {
        #expect(dutch.size(bytes: bytes) == text)
    }

    @Test func `a moment reads as people write it`() {
        let moment = Moment(year: 2026, month: 4, day: 6, weekday: 1, hour: 12, minute: 30)
        #expect(moment.text(in: dutch) == "ma 6 april 2026, 12.30 uur")
        #expect(moment.text(in: english) == "Mon 6 April 2026, 12:30")
        #expect(moment.rendered().contains("datetime=\"2026-04-06T12:30\""))
    }

    @Test(arguments: [
        (-2, "2 dagen geleden"), (-1, "gisteren"), (0, "vandaag"), (1, "morgen"), (14, "over 14 dagen"),
    ])
    func `days left are said in words`(days: Int, text: String) {
        #expect(dutch.daysLeft(days) == text)
    }
}

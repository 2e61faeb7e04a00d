import Agreements
import CivilTime
import Clockwork
import Testing

@Suite struct MonthPictureTests {
    @Test func `a month has a row for each day, with why it is closed`() throws {
        let lines = try picture("2026-04").lines
        let rows = lines.filter { $0.contains(" april ") && !$0.contains("bibliotheek") }
        #expect(rows.count == 30)
        #expect(
            rows[5] == "ma 6 april       ················································  Tweede paasdag")
        #expect(rows[6].hasPrefix("di 7 april       ·················███████████████████············"))
    }

    @Test func `a night of maintenance is drawn on both its days, and says its name`() throws {
        let rows = try picture("2026-04").lines
        #expect(rows.contains { $0.hasPrefix("wo 8 april") && $0.hasSuffix("▒▒▒▒  Nachtwerk") })
        #expect(rows.contains { $0.hasPrefix("do 9 april       ▒▒▒▒▒▒▒▒▒▒▒▒·····██") })
        #expect(rows.contains { $0.hasPrefix("za 25 april      ░░░░") && $0.contains("zaterdag; Weekend") })
    }

    @Test func `the hour that the clock leaps over is left blank`() throws {
        let row = try #require(picture("2026-03").lines.first { $0.hasPrefix("zo 29 maart") })
        #expect(row.hasPrefix("zo 29 maart      ░░░░  ░░░░"))
    }

    @Test(arguments: 2024...2027)
    func `no line is wider than a hundred characters`(year: Int) throws {
        for number in 1...12 {
            let month = try #require(CivilMonth(year: year, month: number))
            let lines = MonthPicture(
                WindowMonth(Library.agreement(), in: month, .production), showing: Library.desk
            ).lines
            #expect(lines.allSatisfy { $0.count <= MonthPicture.widthLimit })
            #expect(lines.count == month.days.count + 5)
        }
    }

    private func picture(_ text: String) throws -> MonthPicture {
        MonthPicture(
            WindowMonth(Library.agreement(), in: try month(text), .production), showing: Library.desk)
    }
}

import AgreementFiles
import CivilTime
import SQL
import TestKit
import Testing

@testable import ServiceLevels

@Suite struct ReportTextTests {
    private func report() async throws -> MonthReport {
        try await withDatabase(.sqlite, Facts.schema) { database in
            let published = try await Agreed.published(in: database)
            return try await MonthReport.make(
                of: published, in: Agreed.october, from: database, asOf: moment("2026-10-15T10:00:00Z"))
        }
    }

    @Test(arguments: [40, 72, 100])
    func `no line is wider than asked, and every clause and norm is there`(_ width: Int) async throws {
        let report = try await report()
        let text = report.text(width: width)
        for line in text.split(separator: "\n") {
            #expect(line.unicodeScalars.count <= width)
        }
        let words = Set(text.split(whereSeparator: \.isWhitespace))
        for clause in report.clauses {
            #expect(words.contains(Substring(clause.id)))
        }
    }

    @Test func `the text says that the month still runs, and by which version it was judged`() async throws {
        let report = try await report()
        let text = report.text()
        #expect(report.isProvisional)
        #expect(text.contains("voorlopig, de maand loopt nog; stand van do 15 oktober 2026, 12.00 uur"))
        #expect(text.contains(report.agreement.hash))
        #expect(report.agreement.hash.count == 64)
    }

    @Test func `the JSON gives the same report and the same text`() async throws {
        let report = try await report()
        let copy = try MonthReport(json: report.json())
        #expect(copy == report)
        #expect(copy.text() == report.text())
    }

    @Test func `the JSON has Dutch names`() async throws {
        let text = String(decoding: try await report().json(), as: UTF8.self)
        for name in [
            "overeenkomst", "vingerafdruk", "maand", "standVan", "voorlopig", "afspraken", "bevindingen",
        ] {
            #expect(text.contains("\"\(name)\""))
        }
    }
}

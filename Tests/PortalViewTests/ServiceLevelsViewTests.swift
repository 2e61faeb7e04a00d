import Markup
import Testing

@testable import Portal

@Suite struct ServiceLevelsViewTests {
    private func text(_ clauses: [ServiceLevelsPage.Clause]) throws -> String {
        let report = try #require(Samples.report(clauses))
        return String(decoding: Page(report, in: Samples.staffFrame()).rendered(), as: UTF8.self)
    }

    @Test func `the report names month, version and hash of the agreement`() throws {
        let html = try text(Samples.clauses)
        #expect(html.contains(">Dienstniveaus MijnOverheid, oktober 2026</h1>"))
        #expect(html.contains("versie 2020-1"))
        #expect(html.contains("<code>9f86d081"))
        #expect(html.contains("Voorlopig, stand van"))
    }

    @Test func `the months beside it lie in the order of time`() throws {
        let html = try text(Samples.clauses)
        #expect(
            html.contains("rel=\"prev\" href=\"/dienstniveaus/mijnoverheid?maand=2026-09\">september 2026"))
        #expect(
            html.contains("rel=\"next\" href=\"/dienstniveaus/mijnoverheid?maand=2026-11\">november 2026"))
    }

    @Test func `SNO-30 each norm has its verdict, figures and explanation`() throws {
        let html = try text(Samples.clauses)
        #expect(html.contains("6 normen: 2 op peil, 1 onder peil, 2 niet aangesproken, 1 geen meting."))
        #expect(html.contains("(42.901 van 43.200)"))
        #expect(html.contains("Zo is dit berekend"))
        #expect(html.contains("<ol><li>Elke minuut"))
    }

    @Test func `SNO-09 a capacity that was not put to the test says what that means`() throws {
        let html = try text(Samples.clauses)
        #expect(html.contains("12 per seconde"))
        #expect(html.contains("is dus niet gebleken"))
    }

    @Test func `one norm below standard speaks for its clause`() {
        #expect(Samples.clauses.map(\.worst) == [.below, .untested, .reached, .unmeasured])
    }

    @Test func `a month without clauses says why`() throws {
        #expect(try text([]).contains("Deze maand is niets te beoordelen"))
    }
}

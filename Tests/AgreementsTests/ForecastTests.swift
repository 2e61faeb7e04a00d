import Agreements
import CivilTime
import Testing

struct ForecastTests {
    private let norm: ForecastNorm

    init() throws {
        norm = ForecastNorm(
            party: "afnemer", horizonQuarters: 6, renewed: .monthly, deviation: try percentage(10),
            judged: [.messages, .size], spread: .lastYear, liability: .month)
    }

    private func month(_ text: String) throws -> CivilMonth { try #require(CivilMonth(text)) }

    /// From one month on, the same volume for so many months.
    private func forecast(
        _ party: String = "uwv", given: String, from first: String = "2026-04", months: Int = 19,
        messages: Int = 1_000, bytes: Int = 50_000
    ) throws -> Forecast {
        var volumes: [CivilMonth: Volume] = [:]
        var next = try month(first)
        for _ in 0..<months {
            volumes[next] = Volume(messages: messages, bytes: bytes)
            next = next.next
        }
        return Forecast(party: party, givenAt: try at(given), months: volumes)
    }

    private func judged(
        _ forecasts: [Forecast], sent: [String: Volume], asOf: String = "2026-06-01T00:00:00Z"
    ) throws -> [String: Finding] {
        var evidence = Evidence()
        evidence.forecasts = ForecastEvidence(forecasts: forecasts, sent: sent)
        let findings = try judge(.forecast(norm), evidence, month: "2026-04", asOf: asOf)
        return Dictionary(uniqueKeysWithValues: findings.map { ($0.subject, $0) })
    }

    @Test(arguments: [(1_100, Verdict.met), (1_101, .notMet), (900, .met), (899, .notMet), (1_000, .met)])
    func `SNO-49 a forecast may be 10 % off either way, to the message`(sent: Int, verdict: Verdict) throws {
        let found = try judged(
            [forecast(given: "2026-03-20 12:00")], sent: ["uwv": Volume(messages: sent, bytes: 50_000)])
        #expect(found["Aantal berichten"]?.verdict == verdict)
        #expect(found["Omvang van de berichten"]?.verdict == .met)
    }

    @Test func `SNO-49 number and size are judged apart, and each organisation apart`() throws {
        let found = try judged(
            [forecast(given: "2026-03-20 12:00"), forecast("svb", given: "2026-03-20 12:00")],
            sent: ["uwv": Volume(messages: 1_000, bytes: 60_000), "svb": Volume(messages: 1, bytes: 50_000)])
        #expect(found["Aantal berichten"]?.fraction == Fraction(1, of: 2))
        #expect(
            found["Aantal berichten"]?.explanation.contains(
                "Buiten de marge: svb: 1 berichten, 99,90 % minder dan de 1.000 die voorspeld waren.") == true
        )
        #expect(
            found["Omvang van de berichten"]?.explanation.contains(
                "Buiten de marge: uwv: 60.000 bytes, 20,00 % meer dan de 50.000 die voorspeld waren.") == true
        )
    }

    @Test func `SNO-49 the last forecast given before the month counts, a later one does not`() throws {
        let forecasts = [
            try forecast(given: "2026-02-20 12:00", messages: 1),
            try forecast(given: "2026-03-31 23:59", months: 1, messages: 2_000),
            try forecast(given: "2026-04-01 00:00", messages: 9),
        ]
        let found = try judged(forecasts, sent: ["uwv": Volume(messages: 2_200, bytes: 50_000)])
        #expect(found["Aantal berichten"]?.verdict == .met)
        let deviations = norm.deviations(
            ForecastEvidence(forecasts: forecasts, sent: [:]), of: try month("2026-04"))
        #expect(deviations.map(\.foretold) == [2_000, 50_000])
    }

    @Test func `SNO-49 who foretold nothing is named, and nothing foretold at all is no measurement`() throws
    {
        let sent = ["uwv": Volume(messages: 1_000, bytes: 50_000), "svb": Volume(messages: 5, bytes: 5)]
        let found = try judged([forecast(given: "2026-03-20 12:00")], sent: sent)
        #expect(found["Aantal berichten"]?.fraction == Fraction(1, of: 1))
        #expect(found["Aantal berichten"]?.explanation.contains("Zonder prognose vooraf: svb.") == true)
        #expect(try judged([], sent: sent)["Aantal berichten"]?.verdict == .noMeasurement)
    }

    @Test func `SNO-49 six quarters ahead are eighteen months, and one missing is too few`() throws {
        let full = try judged([forecast(given: "2026-04-20 12:00")], sent: [:])
        #expect(full["Horizon"]?.verdict == .met)
        let short = try judged([forecast(given: "2026-04-20 12:00", months: 18)], sent: [:])
        #expect(short["Horizon"]?.verdict == .notMet)
        #expect(short["Horizon"]?.explanation.contains("Minder ver vooruit: uwv.") == true)
    }

    @Test func `SNO-49 a forecast is renewed in the month itself`() throws {
        #expect(try judged([forecast(given: "2026-04-01 00:00")], sent: [:])["Vernieuwing"]?.verdict == .met)
        #expect(
            try judged([forecast(given: "2026-03-31 23:59")], sent: [:])["Vernieuwing"]?.verdict == .notMet)
        #expect(
            try judged([forecast(given: "2026-05-01 00:00")], sent: [:])["Vernieuwing"]?.verdict == .notMet)
    }

    @Test func `a month that is not over is not yet held against its forecast`() throws {
        let found = try judged(
            [forecast(given: "2026-03-20 12:00")], sent: [:], asOf: "2026-04-15T00:00:00Z")
        #expect(found["Aantal berichten"]?.verdict == .noMeasurement)
    }
}

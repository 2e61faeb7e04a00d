public import CivilTime

/// Whether the provider answers for its service levels in a month that a wrong forecast disturbed (SNO-50).
public struct LiabilityMark: Hashable, Sendable {
    public let month: CivilMonth
    /// The forecasts that were further off than was agreed.
    public let wrong: [ForecastDeviation]
    /// The capacities whose maximum was reached.
    public let reached: [CapacityNorm]
    /// Whether the provider missed a level, or an outage was put down to a wrong forecast.
    public let isDisturbed: Bool

    /// There is no liability only when all three hold.
    public var isExempt: Bool { isDisturbed && !wrong.isEmpty && !reached.isEmpty }

    /// More forecasts than these are counted, not listed.
    private static let listedLimit = 10

    /// Dutch.
    public var explanation: [String] {
        let listed = wrong.prefix(Self.listedLimit).map(\.text).joined(separator: "; ")
        let more = wrong.count - min(wrong.count, Self.listedLimit)
        let heading =
            isExempt
            ? "Voor \(Dutch.text(month)) is de leverancier niet aansprakelijk voor de serviceniveaus."
            : "Voor \(Dutch.text(month)) blijft de leverancier aansprakelijk voor de serviceniveaus."
        return [
            heading,
            isDisturbed ? "De dienstverlening is verstoord." : "De dienstverlening is niet verstoord.",
            wrong.isEmpty
                ? "Geen prognose week meer af dan was afgesproken."
                : "Prognoses buiten de marge: \(listed)\(more > 0 ? "; en nog \(Dutch.text(more))" : "").",
            reached.isEmpty
                ? "Geen capaciteitsgrens is bereikt."
                : "Bereikte capaciteitsgrenzen: \(reached.map(\.text).joined(separator: "; ")).",
        ]
    }
}

extension Agreement {
    /// The mark of a month; nil where the agreement does not let a wrong forecast lift the liability.
    ///
    /// - Parameter judgements: those of the same month, which show whether it was disturbed.
    public func liabilityMark(
        _ evidence: Evidence, _ judgements: [Judgement], in month: CivilMonth, asOf now: Instant
    ) -> LiabilityMark? {
        guard let norm = forecastNorm, norm.liability == .month, let forecasts = evidence.forecasts else {
            return nil
        }
        let period = JudgedPeriod(month: month, asOf: now)
        guard period.passed == month.interval else { return nil }
        let providers = providers
        return LiabilityMark(
            month: month, wrong: norm.deviations(forecasts, of: month).filter { !$0.isWithin },
            reached: capacityNorms.map(\.1).filter { $0.isReached(evidence.loads[$0.flow], over: period) },
            isDisturbed: judgements.contains {
                providers.contains($0.clause.party) && $0.verdict == .notMet
            }
                || evidence.outages.values.contains { $0.hasWrongForecast })
    }
}

extension OutageEvidence {
    fileprivate var hasWrongForecast: Bool { outages.contains { $0.cause == .wrongForecast } }
}

extension CapacityNorm {
    fileprivate func isReached(_ series: LoadSeries?, over period: JudgedPeriod) -> Bool {
        var isReached = false
        _ = series?.visitWindows(of: self, startingIn: period.passed) { window in
            if self.isReached(by: window.load) { isReached = true }
        }
        return isReached
    }
}

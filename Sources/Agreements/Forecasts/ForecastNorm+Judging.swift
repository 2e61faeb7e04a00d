import CivilTime

extension ForecastNorm {
    /// More organisations than these are counted, not listed.
    private static let listedLimit = 10

    /// A finding per measure, one on the horizon and one on the renewal.
    func judge(_ evidence: ForecastEvidence?, over period: JudgedPeriod, line: NormLine) -> [Finding] {
        guard let evidence, !evidence.parties.isEmpty else {
            return [
                line.unmeasured(norm: deviationText, because: "Er zijn geen prognoses of aantallen bekend.")
            ]
        }
        let all = deviations(evidence, of: period.month)
        return judged.map { measure in
            judge(all.filter { $0.measure == measure }, of: measure, evidence, over: period, line: line)
        } + [horizon(evidence, over: period, line: line), renewal(evidence, over: period, line: line)]
    }

    private func judge(
        _ deviations: [ForecastDeviation], of measure: ForecastMeasure, _ evidence: ForecastEvidence,
        over period: JudgedPeriod, line: NormLine
    ) -> Finding {
        guard period.passed == period.month.interval else {
            return line.unmeasured(
                about: measure.title, norm: deviationText, because: "De maand is nog niet voorbij.")
        }
        guard !deviations.isEmpty else {
            return line.unmeasured(
                about: measure.title, norm: deviationText,
                because: "Voor deze maand is vooraf geen prognose gegeven.")
        }
        let wrong = deviations.filter { !$0.isWithin }
        let known = Set(deviations.map(\.party))
        let without = evidence.parties.filter { !known.contains($0) }
        return share(
            of: deviations.count - wrong.count, in: deviations.count, about: measure.title,
            norm: deviationText, line: line,
            ["Vergeleken is met de laatste prognose van vóór de maand."]
                + listed("Buiten de marge", wrong.map(\.text))
                + listed("Zonder prognose vooraf", without))
    }

    /// Whether the months after this one are foretold, as far as was agreed.
    private func horizon(
        _ evidence: ForecastEvidence, over period: JudgedPeriod, line: NormLine
    ) -> Finding {
        let ahead = months(after: period.month)
        let short = evidence.parties.filter { party in
            ahead.contains {
                evidence.volume(of: party, in: $0, givenBefore: period.passed.end) == nil
            }
        }
        let last = ahead.last.map { " (tot en met \(Dutch.text($0)))" } ?? ""
        return share(
            of: evidence.parties.count - short.count, in: evidence.parties.count, about: "Horizon",
            norm: "\(Dutch.text(horizonQuarters)) kwartalen vooruit", line: line,
            ["Bekeken zijn de \(Dutch.text(ahead.count)) maanden na deze\(last)."]
                + listed("Minder ver vooruit", short))
    }

    private func renewal(
        _ evidence: ForecastEvidence, over period: JudgedPeriod, line: NormLine
    ) -> Finding {
        let first = (1..<renewalMonths).reduce(period.month) { month, _ in month.previous }
        let span = Interval(from: first.interval.start, to: max(first.interval.start, period.passed.end))
        let renewed = Set(evidence.forecasts.filter { span.contains($0.givenAt) }.map(\.party))
        let late = evidence.parties.filter { !renewed.contains($0) }
        return share(
            of: evidence.parties.count - late.count, in: evidence.parties.count, about: "Vernieuwing",
            norm: "elke \(self.renewed.rawValue)", line: line, listed("Niet vernieuwd", late))
    }

    private func share(
        of kept: Int, in all: Int, about subject: String, norm: String, line: NormLine,
        _ explanation: [String]
    ) -> Finding {
        line.finding(
            kept == all ? .met : .notMet, about: subject, norm: norm,
            measured: "\(Dutch.text(kept)) van \(Dutch.text(all)) organisaties", observations: all,
            fraction: Fraction(kept, of: all), explanation)
    }

    private func listed(_ heading: String, _ items: [String]) -> [String] {
        guard !items.isEmpty else { return [] }
        let more = items.count - min(items.count, Self.listedLimit)
        let rest = more > 0 ? "; en nog \(Dutch.text(more))" : ""
        return ["\(heading): \(items.prefix(Self.listedLimit).joined(separator: "; "))\(rest)."]
    }

    private var deviationText: String { "afwijking ≤ \(deviation.text) per prognose" }

    private func months(after month: CivilMonth) -> [CivilMonth] {
        var months: [CivilMonth] = []
        for _ in 0..<(3 * horizonQuarters) { months.append((months.last ?? month).next) }
        return months
    }

    /// A rhythm quicker than a month is held to once a month: that is as far as a month can show it.
    private var renewalMonths: Int {
        switch renewed {
        case .quarterly: 3
        case .yearly: 12
        case .realtime, .daily, .weekly, .monthly: 1
        }
    }
}

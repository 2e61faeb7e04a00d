import CivilTime

extension AvailabilityNorm {
    func judge(
        _ evidence: Evidence, over period: JudgedPeriod, by rule: PriorityRule, line: NormLine
    ) -> [Finding] {
        let month = AvailabilityMonth(norm: self, period: period, moved: evidence.movedMaintenance)
        switch judged {
        case .perFunction where seenBy == .sources && !evidence.sources.isEmpty:
            return judge(evidence.sources, over: month, line: line)
        case .perFunction:
            return functions.map { function in
                guard let seen = observed(function, in: evidence, over: period, by: rule) else {
                    return line.unmeasured(
                        about: function.title, norm: text, because: reasonUnseen(function))
                }
                return month.judge(
                    seen, about: function.title, otherwise: reasonUnseen(function), line: line)
            }
        case .asAWhole:
            let measured = functions.compactMap { function in
                observed(function, in: evidence, over: period, by: rule).map { (function.title, $0) }
            }
            let title = "Als geheel: " + measured.map(\.0).joined(separator: ", ")
            let unseen = functions.first.map(reasonUnseen) ?? "Er is geen functie genoemd."
            guard let together = OutageEvidence.together(measured.map(\.1)) else {
                return [line.unmeasured(about: title, norm: text, because: unseen)]
            }
            return [month.judge(together, about: title, otherwise: unseen, line: line)]
        }
    }

    func share(of figure: AvailabilityFigure) -> Fraction? {
        switch month.convention {
        case .calendar: figure.share(maintenance: maintenance, probeGap: probeGap)
        case .mean: figure.share(ofHours: month.meanHours, probeGap: probeGap)
        }
    }

    /// `≥ 99 % per kalendermaand`.
    var text: String {
        let month = month.convention == .calendar ? "kalendermaand" : "gemiddelde maand"
        return (atLeast.map { "≥ \($0.text)" } ?? "zonder norm") + " per \(month)"
    }
}

/// What is the same for all functions of a norm in a month: the time promised, and the maintenance.
struct AvailabilityMonth {
    let norm: AvailabilityNorm
    let period: JudgedPeriod
    let window: IntervalSet
    let maintenance: IntervalSet
    let moved: [MovedMaintenance]

    init(norm: AvailabilityNorm, period: JudgedPeriod, moved: [MovedMaintenance]) {
        self.norm = norm
        self.period = period
        window = period.open(norm.openHours, norm.environment)
        maintenance = norm.excluded(in: period.month, moved: moved)
        self.moved = moved.filter { move in norm.windows.contains { $0.key == move.window } }
    }

    func figure(of seen: OutageEvidence, notCounted: Set<OutageCause>) -> AvailabilityFigure {
        AvailabilityFigure(window: window, maintenance: maintenance, evidence: seen, notCounted: notCounted)
    }

    func judge(
        _ seen: OutageEvidence, about title: String, otherwise unseen: String, line: NormLine
    ) -> Finding {
        let figure = figure(of: seen, notCounted: norm.notCounted)
        guard figure.isObserved, let share = norm.share(of: figure) else {
            return line.unmeasured(about: title, norm: norm.text, because: unseen)
        }
        let account = AvailabilityAccount(month: self, figure: figure, share: share)
        let verdict = norm.atLeast.map { share >= $0.fraction ? Verdict.met : .notMet } ?? .shown
        return line.finding(
            verdict, about: title, norm: norm.text,
            measured: share.percentage(rounding: .down) + " beschikbaar", observations: seen.probes,
            fraction: share,
            fractionText: [share.numerator, share.denominator].map { Dutch.duration(microseconds: Int64($0)) }
                .joined(separator: " van "),
            peil: norm.atLeast.map { PeilLine(share: share, norm: $0.fraction) },
            account.sentences(seen))
    }
}

extension JudgedPeriod {
    /// The part of the month in which a window was open; all of it for no window.
    func open(_ window: ServiceWindow?, _ environment: Environment) -> IntervalSet {
        guard let window else { return IntervalSet(passed) }
        let days = [month.firstDay.advanced(byDays: -1)] + month.days
        let openings = IntervalSet(days.flatMap { window.openings(on: $0, environment) })
        return openings.intersection(IntervalSet(passed))
    }
}

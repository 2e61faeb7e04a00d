import CivilTime

extension AvailabilityNorm {
    func judge(_ evidence: [String: OutageEvidence], over period: JudgedPeriod, line: NormLine) -> [Finding] {
        switch judged {
        case .perFunction:
            return functions.map { function in
                guard let probe = function.probe else {
                    return line.unmeasured(
                        about: function.title, norm: text, because: "Voor deze functie is geen sonde genoemd."
                    )
                }
                return judge(evidence[probe], about: function.title, over: period, line: line)
            }
        case .asAWhole:
            let measured = functions.filter { $0.probe.map { evidence[$0] != nil } ?? false }
            let seen = measured.compactMap { $0.probe.flatMap { evidence[$0] } }
            let title = "Als geheel: " + measured.map(\.title).joined(separator: ", ")
            return [judge(OutageEvidence.together(seen), about: title, over: period, line: line)]
        }
    }

    private func judge(
        _ evidence: OutageEvidence?, about title: String, over period: JudgedPeriod, line: NormLine
    ) -> Finding {
        let unseen = "De sonde heeft in deze maand niets gemeten."
        guard let evidence else { return line.unmeasured(about: title, norm: text, because: unseen) }
        let figure = AvailabilityFigure(
            window: period.passed, maintenance: excluded(in: period.month), evidence: evidence,
            notCounted: notCounted)
        guard figure.isObserved, let share = share(of: figure) else {
            return line.unmeasured(about: title, norm: text, because: unseen)
        }
        let account = AvailabilityAccount(norm: self, figure: figure, share: share, period: period)
        return line.finding(
            share >= atLeast.fraction ? .met : .notMet, about: title, norm: text,
            measured: share.percentage(rounding: .down) + " beschikbaar", observations: evidence.probes,
            fraction: share,
            fractionText: [share.numerator, share.denominator].map { Dutch.duration(microseconds: Int64($0)) }
                .joined(separator: " van "),
            peil: PeilLine(share: share, norm: atLeast.fraction),
            account.sentences(outages: evidence.outages))
    }

    func share(of figure: AvailabilityFigure) -> Fraction? {
        switch month.convention {
        case .calendar: figure.share(maintenance: maintenance, probeGap: probeGap)
        case .mean: figure.share(ofHours: month.meanHours, probeGap: probeGap)
        }
    }

    /// The windows of a month that may have downtime. One that began in the month before and runs past
    /// midnight counts too.
    private func excluded(in month: CivilMonth) -> IntervalSet {
        let months = [month.previous, month]
        return IntervalSet(
            windows.filter(\.allowsDowntime).flatMap { window in
                months.flatMap { window.intervals(in: $0, environment) }
            })
    }

    /// `≥ 99 % per kalendermaand`.
    var text: String {
        let month = month.convention == .calendar ? "kalendermaand" : "gemiddelde maand"
        return "≥ \(atLeast.text) per \(month)"
    }
}

import CivilTime

/// Calls are answered within a limit, so many of them (SNO-43).
public struct AnswerTimeNorm: Hashable, Sendable {
    /// In microseconds.
    public let limit: Limit
    public let share: Percentage

    public init(limit: Limit, share: Percentage) {
        self.limit = limit
        self.share = share
    }
}

extension AnswerTimeNorm {
    /// The waiting times are counted in classes. A limit that cuts one leaves its calls undecided, and a
    /// verdict that hangs on them is not given.
    func judge(_ times: Histogram?, line: NormLine) -> Finding {
        let bound = "\(limit.sign) \(Dutch.duration(microseconds: Int64(limit.bound)))"
        let norm = "\(share.text) van de telefoontjes beantwoord \(bound)"
        guard let times, times.total > 0 else {
            return line.unmeasured(norm: norm, because: "Er zijn geen beantwoorde telefoontjes geteld.")
        }
        let kept = times.kept(within: limit)
        let surely = Fraction(kept.surely, of: times.total)
        guard surely >= share.fraction || !(Fraction(kept.possibly, of: times.total) >= share.fraction) else {
            return line.unmeasured(
                norm: norm,
                because: """
                    Van \(Dutch.text(kept.possibly - kept.surely)) telefoontjes is niet te zeggen of zij \
                    binnen de grens vielen: de wachttijden zijn in klassen geteld.
                    """)
        }
        let counted = "\(Dutch.text(kept.surely)) van \(Dutch.text(times.total))"
        return line.finding(
            surely >= share.fraction ? .met : .notMet, norm: norm,
            measured: "\(surely.percentage(rounding: .down)) \(bound)", observations: times.total,
            fraction: surely, peil: PeilLine(share: surely, norm: share.fraction),
            ["Van de beantwoorde telefoontjes zijn er \(counted) op tijd opgenomen."])
    }
}

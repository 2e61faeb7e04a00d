public import CivilTime

extension Clause {
    /// Judges the norms of the clause over a month, as far as the clause alone can say.
    ///
    /// Norms on the handling of cases give nothing here, since a line of another clause may be the one that
    /// holds for a case, and priorities are only those that people set. ``Agreement/judge(_:in:asOf:)``
    /// judges all.
    ///
    /// - Parameter now: the moment the evidence was read; what lies after it is not judged.
    public func judge(_ evidence: Evidence, in month: CivilMonth, asOf now: Instant) -> Judgement {
        let period = JudgedPeriod(month: month, asOf: now)
        return Judgement(
            clause: self, month: month, asOf: now,
            findings: lines.flatMap { $0.judge(evidence, over: period, by: .asSet) })
    }
}

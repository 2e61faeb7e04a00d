public import CivilTime

extension Agreement {
    /// Judges every clause that has norms over a month, in the order of the document.
    ///
    /// A pure function: the same evidence, month and moment give the same judgements, whenever it is run.
    ///
    /// - Parameter now: the moment the evidence was read; what lies after it is not judged.
    public func judge(_ evidence: Evidence, in month: CivilMonth, asOf now: Instant) -> [Judgement] {
        let period = JudgedPeriod(month: month, asOf: now)
        let rule = priorityRule
        let handling = HandlingMonth(HandlingRules(self), evidence.cases, over: period, asOf: now)
        var position = 0
        let judgements = clauses.filter { !$0.lines.isEmpty }.map { clause in
            var findings: [Finding] = []
            for line in clause.lines {
                if case .handling = line.norm {
                    findings += handling.findings(at: position, parties: parties)
                    position += 1
                } else {
                    findings += line.judge(evidence, over: period, by: rule)
                }
            }
            return Judgement(clause: clause, month: month, asOf: now, findings: findings)
        }
        return marked(judgements, evidence, in: month, asOf: now)
    }

    /// In a month that a wrong forecast disturbed, each level that was missed says so (SNO-50). The verdict
    /// stays: the figure is what it is.
    private func marked(
        _ judgements: [Judgement], _ evidence: Evidence, in month: CivilMonth, asOf now: Instant
    ) -> [Judgement] {
        guard let mark = liabilityMark(evidence, judgements, in: month, asOf: now), mark.isExempt else {
            return judgements
        }
        let providers = providers
        return judgements.map { judgement in
            guard providers.contains(judgement.clause.party) else { return judgement }
            var marked = judgement
            for index in marked.findings.indices where marked.findings[index].verdict == .notMet {
                marked.findings[index].explanation += mark.explanation
            }
            return marked
        }
    }

    /// The keys of the parties that provide the service.
    var providers: Set<String> {
        Set(parties.filter { $0.side == .provider }.map(\.key))
    }
}

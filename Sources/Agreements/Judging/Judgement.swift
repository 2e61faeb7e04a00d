public import CivilTime

/// What came of judging one clause over one month: a finding per norm, and the account a service manager
/// can give of it.
public struct Judgement: Sendable {
    public let clause: Clause
    public let month: CivilMonth
    /// The moment the evidence was read; before the end of the month the judgement is provisional.
    public let asOf: Instant
    public var findings: [Finding]

    /// Whether the month was not over when it was judged.
    public var isProvisional: Bool { asOf < month.interval.end }

    /// The clause as a whole: under the level when any norm is; otherwise the best that any of its norms
    /// shows. What another party did (a counter-clock) says nothing of the one that is bound.
    public var verdict: Verdict {
        let verdicts = findings.filter { $0.party == nil }.map(\.verdict)
        let order: [Verdict] = [.notMet, .met, .notChallenged, .shown]
        return order.first { verdicts.contains($0) } ?? .noMeasurement
    }

    /// The whole account in Dutch sentences, in order: what holds for the clause, then each finding, then
    /// what was assumed.
    public var explanation: [String] {
        var sentences: [String] = []
        if isProvisional {
            sentences.append(
                "De maand loopt nog: dit is een voorlopig oordeel op \(Dutch.text(asOf)).")
        }
        for finding in findings {
            let heading = "\(finding.subject): \(finding.verdict.text)."
            sentences += [heading] + finding.explanation
        }
        for assumption in clause.assumptions {
            sentences.append("Aanname (\(assumption.key): \(assumption.value)): \(assumption.reason)")
        }
        return sentences
    }
}

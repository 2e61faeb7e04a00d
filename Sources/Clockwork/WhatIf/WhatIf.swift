public import Agreements
public import CivilTime

/// Recorded cases under two agreements: what comes of each norm, and which cases differ.
public struct WhatIf: Sendable {
    public let before: Side
    public let after: Side
    public let caseCount: Int
    /// Nil for all that is recorded.
    public let month: CivilMonth?
    /// In the order of the first agreement; then what only the second has. Lines without cases are left out.
    public let lines: [Line]
    public let comparison: Comparison

    /// One of the agreements, with what the person called it: two versions have one name.
    public struct Side: Sendable {
        public let name: String
        public let agreement: Agreement

        public init(_ agreement: Agreement, named name: String) {
            self.name = name
            self.agreement = agreement
        }
    }

    /// One norm under both; nil where an agreement has no such norm.
    public struct Line: Sendable {
        public let clause: Clause.ID
        public let text: String
        public let before: Outcome?
        public let after: Outcome?
    }

    public struct Outcome: Hashable, Sendable {
        public let norm: String
        /// `17 van 20`; nil when nothing was counted.
        public let share: String?
        public let verdict: Verdict
    }

    /// - Parameter month: the month of which the norms are judged; nil to count all cases together.
    public init(
        _ cases: [CaseRecord], under before: Side, instead after: Side, in month: CivilMonth?,
        asOf now: Instant
    ) {
        self.before = before
        self.after = after
        self.month = month
        caseCount = cases.count
        comparison = Comparison(
            of: cases, under: before.agreement, and: after.agreement, asOf: now)
        let all =
            month.map { Self.lines(cases, before.agreement, after.agreement, in: $0, asOf: now) }
            ?? comparison.lines.map(Line.init)
        lines = all.filter { $0.before?.share != nil || $0.after?.share != nil }
    }

    private static func lines(
        _ cases: [CaseRecord], _ before: Agreement, _ after: Agreement, in month: CivilMonth,
        asOf now: Instant
    ) -> [Line] {
        var evidence = Evidence()
        evidence.cases = cases
        let old = before.handlingFindings(evidence, in: month, asOf: now)
        var rest = after.handlingFindings(evidence, in: month, asOf: now)
        let paired = old.map { clause, finding in
            let index = rest.firstIndex {
                $0.clause == clause && $0.finding.subject == finding.subject
                    && $0.finding.party == finding.party
            }
            let other = index.map { rest.remove(at: $0).finding }
            return Line(
                clause: clause, text: finding.subject, before: Outcome(finding),
                after: other.map(Outcome.init))
        }
        return paired
            + rest.map {
                Line(clause: $0.clause, text: $0.finding.subject, before: nil, after: Outcome($0.finding))
            }
    }
}

extension WhatIf.Line {
    fileprivate init(_ line: Comparison.Line) {
        self.init(
            clause: line.clause, text: line.text, before: line.before.map(WhatIf.Outcome.init),
            after: line.after.map(WhatIf.Outcome.init))
    }

    public var isChanged: Bool { before != after }
}

extension WhatIf.Outcome {
    fileprivate init(_ count: Comparison.Count) {
        self.init(norm: count.norm, share: count.judged > 0 ? count.text : nil, verdict: count.verdict)
    }

    fileprivate init(_ finding: Finding) {
        self.init(norm: finding.norm, share: finding.fractionText, verdict: finding.verdict)
    }
}

extension Agreement {
    /// The findings on handling: the only ones that recorded cases are evidence for.
    fileprivate func handlingFindings(
        _ evidence: Evidence, in month: CivilMonth, asOf now: Instant
    ) -> [(clause: Clause.ID, finding: Finding)] {
        judge(evidence, in: month, asOf: now).flatMap { judgement in
            let texts = Set(judgement.clause.handlingLines.map(\.line.text))
            return judgement.findings
                .filter { texts.contains($0.subject) || $0.party != nil }
                .map { (judgement.clause.id, $0) }
        }
    }

    /// The keys of the terms it has norms for.
    public var handledTerms: Set<String> {
        Set(clauses.flatMap(\.handlingLines).map(\.norm.term))
    }
}

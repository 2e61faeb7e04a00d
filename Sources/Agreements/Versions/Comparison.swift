public import CivilTime

/// The same cases under two agreements: what differs per case, and what comes of each norm.
public struct Comparison: Sendable {
    /// The first ``listedLimit``, in the order of the cases.
    public let restatements: [Restatement]
    public let restatementCount: Int
    /// Of which the outcome changed, not only the deadline.
    public let changedOutcomes: Int
    /// In the order of the first agreement; then what only the second has.
    public let lines: [Line]

    /// More differences than these are counted, not listed.
    public static let listedLimit = 1_000

    /// One line on handling under both.
    public struct Line: Hashable, Sendable {
        public let clause: Clause.ID
        public let text: String
        /// Nil where an agreement has no such line.
        public let before: Count?
        public let after: Count?
    }

    /// So many in time of so many judged.
    public struct Count: Hashable, Sendable {
        public fileprivate(set) var kept = 0
        public fileprivate(set) var judged = 0
        /// The norm as it is shown: `85 % ≤ 6 klokuren`.
        public let norm: String
        let required: Fraction
        let standing: Standing

        public var verdict: Verdict {
            guard judged > 0 else { return .noMeasurement }
            return standing.verdict(isKept: Fraction(kept, of: judged) >= required)
        }

        /// `17 van 20`.
        public var text: String { "\(Dutch.text(kept)) van \(Dutch.text(judged))" }
    }

    /// Each case is judged under both as of the same moment, and nothing is stored.
    public init(
        of cases: [CaseRecord], under before: Agreement, and after: Agreement, asOf now: Instant
    ) {
        var old = ComparisonSide(before)
        var new = ComparisonSide(after)
        var listed: [Restatement] = []
        var count = 0
        var changed = 0
        for record in cases {
            for restatement in Self.differences(
                record.id, old.judge(record, asOf: now), new.judge(record, asOf: now))
            {
                count += 1
                if restatement.changesOutcome { changed += 1 }
                if listed.count < Self.listedLimit { listed.append(restatement) }
            }
        }
        restatements = listed
        restatementCount = count
        changedOutcomes = changed
        lines = Self.paired(old.counted, new.counted)
    }

    /// Results of one term are held against each other in their order.
    private static func differences(
        _ caseID: String, _ before: [HandlingResult], _ after: [HandlingResult]
    ) -> [Restatement] {
        var rest = after
        var found: [Restatement] = []
        for result in before {
            let index = rest.firstIndex { $0.norm.term == result.norm.term }
            let other = index.map { rest.remove(at: $0) }
            found += [Restatement(caseID, result.norm.term, result, other)].compactMap { $0 }
        }
        return found + rest.compactMap { Restatement(caseID, $0.norm.term, nil, $0) }
    }

    /// Lines belong together by clause and words; of several with the same words, in order.
    private static func paired(_ before: [CountedLine], _ after: [CountedLine]) -> [Line] {
        var rest = after
        var lines: [Line] = []
        for line in before {
            let index = rest.firstIndex { $0.clause == line.clause && $0.text == line.text }
            let other = index.map { rest.remove(at: $0) }
            lines.append(
                Line(clause: line.clause, text: line.text, before: line.count, after: other?.count))
        }
        return lines
            + rest.map { Line(clause: $0.clause, text: $0.text, before: nil, after: $0.count) }
    }
}

private struct CountedLine {
    let clause: Clause.ID
    let text: String
    var count: Comparison.Count
}

/// One of the agreements, counting as it judges.
private struct ComparisonSide {
    let rules: HandlingRules
    var counted: [CountedLine]

    init(_ agreement: Agreement) {
        rules = HandlingRules(agreement)
        counted = rules.lines.map { line in
            CountedLine(
                clause: line.clause, text: line.line.text,
                count: Comparison.Count(
                    norm: line.norm.text, required: line.norm.requiredShare, standing: line.norm.standing))
        }
    }

    mutating func judge(_ record: CaseRecord, asOf now: Instant) -> [HandlingResult] {
        let results = rules.results(of: record, asOf: now)
        for result in results {
            switch result.outcome {
            case .kept: counted[result.line.position].count.add(isKept: true)
            case .late: counted[result.line.position].count.add(isKept: false)
            case .open, .withoutTerm, .ended: break
            }
        }
        return results
    }
}

extension Comparison.Count {
    fileprivate mutating func add(isKept: Bool) {
        judged += 1
        if isKept { kept += 1 }
    }
}

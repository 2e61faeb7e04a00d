public import CivilTime

/// What an agreement says of the handling of cases, made ready to judge many of them: each window is compiled
/// once.
public struct HandlingRules: Sendable {
    /// In the order of the document.
    let lines: [HandlingLine]
    private let terms: [String: [TermLines]]
    private let priorities: PriorityRule

    /// The lines on one term of a process type, the most selective first.
    private struct TermLines: Sendable {
        let term: String
        var lines: [HandlingLine]
    }

    public init(_ agreement: Agreement) {
        var windows = CompiledWindows()
        var lines: [HandlingLine] = []
        for clause in agreement.clauses {
            for line in clause.lines {
                guard case .handling(let norm) = line.norm else { continue }
                lines.append(
                    HandlingLine(line, norm, of: clause, position: lines.count, &windows))
            }
        }
        self.lines = lines
        priorities = agreement.priorityRule
        terms = Self.byTerm(lines)
    }

    private static func byTerm(_ lines: [HandlingLine]) -> [String: [TermLines]] {
        lines.sorted { ($1.selectivity, $0.position) < ($0.selectivity, $1.position) }
            .reduce(into: [:]) { terms, line in
                var known = terms[line.norm.process] ?? []
                if let index = known.firstIndex(where: { $0.term == line.norm.term }) {
                    known[index].lines.append(line)
                } else {
                    known.append(TermLines(term: line.norm.term, lines: [line]))
                }
                terms[line.norm.process] = known
            }
    }
}

extension HandlingRules {
    /// What each norm says of a case at a moment; what happened later is left out.
    ///
    /// Where several lines fit, those that select most hold; of equals each is a clock of its own.
    public func results(of record: CaseRecord, asOf now: Instant) -> [HandlingResult] {
        guard let terms = terms[record.process], record.registeredAt <= now else { return [] }
        var results: [HandlingResult] = []
        for term in terms {
            guard let run = record.terms[term.term], run.start <= now else { continue }
            let stages = stages(of: record, run, among: term.lines, asOf: now)
            guard let last = stages.last else { continue }
            for slot in last.slots.indices {
                results.append(HandlingResult(record, run, stages, slot: slot, asOf: now))
            }
        }
        return results
    }

    /// The classifications of a case, each with the lines that hold under it. One after the case was done
    /// means nothing any more.
    private func stages(
        of record: CaseRecord, _ run: TermRun, among lines: [HandlingLine], asOf now: Instant
    ) -> [HandlingStage] {
        guard !record.classifications.isEmpty else {
            return stage(of: record, nil, among: lines).map { [$0] } ?? []
        }
        let done = run.finalStop(knownAt: now)
        var stages: [HandlingStage] = []
        for (index, classification) in record.classifications.enumerated() {
            let isKnown = classification.at <= now && done.map { classification.at < $0 } ?? true
            guard index == 0 || isKnown else { continue }
            if let stage = stage(of: record, classification, among: lines) { stages.append(stage) }
        }
        return stages
    }

    private func stage(
        of record: CaseRecord, _ classification: Classification?, among lines: [HandlingLine]
    ) -> HandlingStage? {
        let priority = priorities.priority(of: classification, in: record.environment)
        var slots: [HandlingStage.Slot] = []
        for line in lines {
            if let first = slots.first, line.selectivity < first.line.selectivity { break }
            guard line.fits(record, priority: priority) else { continue }
            let limit = line.norm.limits.limit(for: classification, in: priorities.matrix)
            let bound = BoundLimit(limit, line, in: record.environment)
            slots.append(HandlingStage.Slot(line: line, bound: bound))
        }
        guard !slots.isEmpty else { return nil }
        return HandlingStage(at: classification?.at ?? record.registeredAt, priority: priority, slots: slots)
    }
}

extension TermRun {
    /// The last stop known at a moment, when it was not undone by then.
    fileprivate func finalStop(knownAt now: Instant) -> Instant? {
        guard let stop = stops.last(where: { $0.at <= now }) else { return nil }
        return stop.reopenedAt.map { $0 <= now } ?? false ? nil : stop.at
    }
}

extension Agreement {
    /// What each norm on handling says of each of many cases at a moment: each case judged once.
    public func handlingResults(of cases: [CaseRecord], asOf now: Instant) -> [HandlingResult] {
        let rules = HandlingRules(self)
        return cases.flatMap { rules.results(of: $0, asOf: now) }
    }
}

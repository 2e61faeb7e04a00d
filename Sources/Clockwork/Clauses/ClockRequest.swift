public import Agreements
public import CivilTime

/// A case of which only the clock matters: what somebody asks on the command line.
public struct ClockRequest: Sendable {
    public var clause: Clause.ID
    /// The key of a term; nil for all that the clause has norms for.
    public var term: String?
    public var priority: Int?
    public var impact: String?
    public var urgency: String?
    public var environment: Environment?
    public var component: String?
    public var item: String?
    public var party: String?
    public var start: Instant
    public var pauses: [Pause] = []
    public var stop: Instant?
    /// The moment at which the clock is read; nil to see its course up to the deadline.
    public var asOf: Instant?

    public init(clause: Clause.ID, start: Instant) {
        self.clause = clause
        self.start = start
    }
}

/// Why a clock cannot be run, with what may be given instead.
public struct ClockRequestError: Error, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }
}

extension ClockRequest {
    /// The clocks of the clause on this case, one for each of its lines that fits. Facts that were not given
    /// are those that the line is for.
    public func results(under agreement: Agreement) throws(ClockRequestError) -> [HandlingResult] {
        let lines = try lines(of: agreement)
        let rules = HandlingRules(agreement)
        var results: [HandlingResult] = []
        var others: Set<String> = []
        for (line, norm) in lines {
            let found = read(record(for: norm), rules)
            for result in found where result.clause == clause && result.normLine.text == line.text {
                let isNew = !results.contains {
                    $0.normLine.text == line.text && $0.norm == result.norm
                }
                if isNew { results.append(result) }
            }
            others.formUnion(found.map(\.clause.text).filter { $0 != clause.text })
        }
        if results.isEmpty { throw nothing(lines.map(\.norm), insteadOf: others.sorted()) }
        return results
    }

    private func lines(
        of agreement: Agreement
    ) throws(ClockRequestError) -> [(line: NormLine, norm: HandlingNorm)] {
        guard let found = agreement.clause(clause) else {
            throw ClockRequestError("\(agreement.name) has no clause \(clause); \(Self.known(in: agreement))")
        }
        let all = found.handlingLines
        guard !all.isEmpty else {
            throw ClockRequestError("\(clause) has no clock; \(Self.known(in: agreement))")
        }
        let lines = all.filter { term == nil || $0.norm.term == term }
        guard !lines.isEmpty else {
            let terms = Set(all.map(\.norm.term)).sorted().joined(separator: ", ")
            throw ClockRequestError("\(clause) has no term '\(term ?? "")'; it has \(terms)")
        }
        return lines
    }

    private static func known(in agreement: Agreement) -> String {
        let ids = agreement.clauses.filter { !$0.handlingLines.isEmpty }.map(\.id.text)
        return ids.isEmpty ? "no clause of it has one" : "clauses with one are \(ids.joined(separator: ", "))"
    }

    private func record(for norm: HandlingNorm) -> CaseRecord {
        let selected = norm.selection
        let given = priority ?? (impact == nil ? selected.priority : nil)
        return CaseRecord(
            id: "", process: norm.process, registeredAt: start,
            environment: environment ?? selected.environment ?? .production,
            component: component ?? selected.component, item: item ?? selected.item,
            party: party ?? selected.party,
            classifications: [
                Classification(at: start, impact: impact, urgency: urgency, priority: given)
            ],
            terms: [
                norm.term: TermRun(
                    start: start, stops: stop.map { [TermRun.Stop(at: $0, reopenedAt: nil)] } ?? [])
            ],
            pauses: pauses)
    }

    /// Read when asked, else after all that was given, else as the deadline comes: then its course is whole.
    private func read(_ record: CaseRecord, _ rules: HandlingRules) -> [HandlingResult] {
        if let asOf { return rules.results(of: record, asOf: asOf) }
        let known = ([start] + [stop].compactMap { $0 } + pauses.flatMap { [$0.from, $0.to ?? $0.from] })
            .max()
        let results = rules.results(of: record, asOf: known ?? start)
        let deadline = results.compactMap(\.deadline).max()
        guard stop == nil, let deadline, deadline > known ?? start else { return results }
        return rules.results(of: record, asOf: deadline)
    }

    private func nothing(_ norms: [HandlingNorm], insteadOf others: [String]) -> ClockRequestError {
        if let asOf, asOf < start { return ClockRequestError("--asof lies before --start") }
        if !others.isEmpty {
            return ClockRequestError("for such a case \(others.joined(separator: ", ")) holds, not \(clause)")
        }
        let choices = [
            ("--priority", norms.compactMap { $0.selection.priority.map(String.init) }),
            ("--environment", norms.compactMap { $0.selection.environment?.rawValue }),
            ("--component", norms.compactMap(\.selection.component)),
            ("--item", norms.compactMap(\.selection.item)),
            ("--party", norms.compactMap(\.selection.party)),
        ].filter { !$0.1.isEmpty }.map { name, values in
            "\(name) \(Set(values).sorted().joined(separator: " | "))"
        }
        return ClockRequestError(
            "no line of \(clause) is for such a case; it knows \(choices.joined(separator: ", "))")
    }
}

extension Clause {
    var handlingLines: [(line: NormLine, norm: HandlingNorm)] {
        lines.compactMap { line in
            if case .handling(let norm) = line.norm { (line, norm) } else { nil }
        }
    }
}

import CivilTime

/// All cases of a month under the norms of an agreement, counted per line.
struct HandlingMonth {
    let rules: HandlingRules
    let period: JudgedPeriod
    /// By the position of the line; nil when no cases were handed over.
    private let tallies: [HandlingTally]?
    private let counterTallies: [HandlingTally]

    init(_ rules: HandlingRules, _ cases: [CaseRecord]?, over period: JudgedPeriod, asOf now: Instant) {
        self.rules = rules
        self.period = period
        let none = Array(repeating: HandlingTally(), count: rules.lines.count)
        guard let cases else {
            tallies = nil
            counterTallies = none
            return
        }
        var tallies = none
        var counters = none
        for moment in Self.moments(rules, over: period, asOf: now) {
            for record in cases {
                for result in rules.results(of: record, asOf: moment)
                where result.norm.readAt(over: period, asOf: now) == moment {
                    tallies[result.line.position].add(result, over: period)
                    for run in result.counterRuns {
                        counters[result.line.position].add(run, of: result, over: period)
                    }
                }
            }
        }
        self.tallies = tallies
        counterTallies = counters
    }

    /// Mostly one: cases by their month of registration are followed until now.
    private static func moments(
        _ rules: HandlingRules, over period: JudgedPeriod, asOf now: Instant
    ) -> Set<Instant> {
        Set(rules.lines.map { $0.norm.readAt(over: period, asOf: now) })
    }

    /// The findings of one line: that of the party that is bound, and that of the party it waited for.
    func findings(at position: Int, parties: [Party]) -> [Finding] {
        let line = rules.lines[position]
        guard let tally = tallies?[position] else {
            return [
                line.line.unmeasured(
                    norm: line.norm.text, because: "Er zijn over deze maand geen zaken aangeleverd.")
            ]
        }
        let own = HandlingAccount(line: line.line, norm: line.norm, tally: tally).finding
        let counter = counterTallies[position]
        guard let party = line.norm.counterClock?.party, counter.judged > 0 || counter.overdue.count > 0
        else {
            return [own]
        }
        let name = parties.first { $0.key == party }?.name ?? party
        var other = HandlingAccount(
            line: line.line, norm: line.norm, tally: counter, subject: "\(line.line.text) – \(name) aan zet"
        ).finding
        other.party = party
        return [own, other]
    }
}

extension HandlingNorm {
    /// The moment by which a case is judged for a month.
    fileprivate func readAt(over period: JudgedPeriod, asOf now: Instant) -> Instant {
        counted == .registered ? max(now, period.passed.end) : period.passed.end
    }
}

extension HandlingTally {
    fileprivate mutating func add(
        _ run: CounterRun, of result: HandlingResult, over period: JudgedPeriod
    ) {
        add(
            id: result.caseID, run.clock.reading(at: result.asOf), registeredAt: run.clock.start,
            counted: result.norm.counted, over: period)
    }
}

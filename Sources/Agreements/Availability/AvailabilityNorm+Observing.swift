import CivilTime

extension AvailabilityNorm {
    /// What was seen of a function by the observer that the norm names; nil when nobody looked.
    func observed(
        _ function: ServiceFunction, in evidence: Evidence, over period: JudgedPeriod, by rule: PriorityRule
    ) -> OutageEvidence? {
        switch seenBy {
        case .probe: function.probe.flatMap { evidence.outages[$0] }
        case .sources: OutageEvidence.together(evidence.sources.map(\.seen))
        case .registration:
            evidence.registeredOutages.map { .reported($0[function.key] ?? [], over: period) }
        case .disturbances:
            evidence.cases.flatMap { cases in
                outageCases.map { kind in
                    let outages = cases.filter {
                        $0.component == function.key && $0.environment == environment
                    }.flatMap { $0.outages(as: kind, by: rule, until: period.passed.end) }
                    return .reported(outages, over: period)
                }
            }
        }
    }

    /// Why there is no figure, in Dutch.
    func reasonUnseen(_ function: ServiceFunction) -> String {
        switch seenBy {
        case .probe where function.probe == nil: "Voor deze functie is geen sonde genoemd."
        case .probe: "De sonde heeft in deze maand niets gemeten."
        case .sources: "Er is in deze maand geen bron bevraagd."
        case .registration: "Er is over deze maand geen registratie van verstoringen aangeleverd."
        case .disturbances: "Er zijn over deze maand geen meldingen aangeleverd."
        }
    }
}

extension OutageEvidence {
    /// From reports by people: what nobody reported was up.
    fileprivate static func reported(_ outages: [Outage], over period: JudgedPeriod) -> OutageEvidence {
        OutageEvidence(probes: outages.count, up: IntervalSet(period.month.interval), outages: outages)
    }
}

extension CaseRecord {
    /// Down from the report until it is solved, as long as it has the priority that means so (SSC-08):
    /// lowering it means that the service was restored in part (SSC-09). Solved and opened again, it is up in
    /// between.
    func outages(
        as kind: AvailabilityNorm.OutageCases, by rule: PriorityRule, until end: Instant
    ) -> [Outage] {
        guard process == kind.process else { return [] }
        let stops = terms[kind.term]?.stops ?? []
        let solved = IntervalSet(stops.compactMap { Interval.ordered($0.at, $0.reopenedAt ?? end) })
        let last = min(endedAt ?? end, end)
        return time(atPriority: kind.priority, by: rule, until: last).subtracting(solved).intervals.map {
            Outage($0, cause: cause ?? .unplanned)
        }
    }

    private func time(atPriority priority: Int, by rule: PriorityRule, until end: Instant) -> IntervalSet {
        var time: [Interval] = []
        for (index, classification) in classifications.enumerated()
        where rule.priority(of: classification, in: environment) == priority {
            let from = index == 0 ? registeredAt : classification.at
            let next = index + 1 < classifications.count ? classifications[index + 1].at : end
            if let interval = Interval.ordered(from, min(next, end)) { time.append(interval) }
        }
        return IntervalSet(time)
    }
}

extension Interval {
    /// Nil where the end does not come after the start.
    static func ordered(_ start: Instant, _ end: Instant) -> Interval? {
        start < end ? Interval(from: start, to: end) : nil
    }
}

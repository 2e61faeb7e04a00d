import CivilTime

/// Counts the cases of one line over a month, or the counter-clocks on another party.
struct HandlingTally {
    /// More cases than these are counted, not named: a finding is read by people.
    static let listedLimit = 10

    private(set) var kept = 0
    private(set) var late = Named()
    /// Late and still open, also those that became late in an earlier month: they stay visible (SNO-62).
    private(set) var overdue = Named()
    private(set) var open = 0
    private(set) var withoutTerm = 0
    private(set) var ended = 0
    private(set) var reopened = 0
    private(set) var reclassified = 0
    private(set) var gaps = Named()

    var judged: Int { kept + late.count }

    /// Some of the ids, and how many there are.
    struct Named {
        private(set) var ids: [String] = []
        private(set) var count = 0

        mutating func add(_ id: String) {
            count += 1
            if ids.count < HandlingTally.listedLimit { ids.append(id) }
        }

        /// `12 (A-1, A-2 en nog 10)`.
        var text: String {
            let more = count > ids.count ? " en nog \(Dutch.text(count - ids.count))" : ""
            return "\(Dutch.text(count)) (\(ids.joined(separator: ", "))\(more))"
        }
    }

    mutating func add(_ result: HandlingResult, over period: JudgedPeriod) {
        let reading = result.reading
        guard result.outcome != .ended else {
            ended += 1
            return
        }
        if result.gap != nil { gaps.add(result.caseID) }
        add(
            id: result.caseID, reading, registeredAt: result.registeredAt,
            counted: result.norm.counted, over: period)
    }

    mutating func add(
        id: String, _ reading: ClockReading, registeredAt: Instant, counted: HandlingNorm.Membership,
        over period: JudgedPeriod
    ) {
        let isLate = reading.state == .breached
        if isLate, reading.finalStop == nil { overdue.add(id) }
        guard reading.belongs(to: period.passed, registeredAt: registeredAt, by: counted) else { return }
        switch reading.state {
        case .ended: return
        case .noTerm: withoutTerm += 1
        case .met: kept += 1
        case .breached: late.add(id)
        case .notStarted, .running, .paused: open += 1
        }
        if reading.firstStop != nil, reading.firstStop != reading.finalStop { reopened += 1 }
        if reading.breach?.cause == .reclassification { reclassified += 1 }
    }
}

extension ClockReading {
    /// Whether a case is among those of a month. Read as of the end of it, so that what happens later does
    /// not take a case out of a month that is over.
    fileprivate func belongs(
        to month: Interval, registeredAt: Instant, by membership: HandlingNorm.Membership
    ) -> Bool {
        let isResolved = finalStop.map(month.contains) ?? false
        let isUndecided = state == .noTerm && finalStop == nil
        switch membership {
        case .resolvedOrOverdue:
            let isOverdue = finalStop == nil && breachedAt.map(month.contains) ?? false
            return isResolved || isOverdue || isUndecided
        case .resolved: return isResolved
        case .registered: return month.contains(registeredAt)
        case .due: return (breachedAt ?? deadline).map(month.contains) ?? isUndecided
        }
    }
}

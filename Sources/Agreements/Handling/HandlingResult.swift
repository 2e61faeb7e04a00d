public import CivilTime

/// What one norm says of one case at one moment.
public struct HandlingResult: Sendable {
    public let caseID: String
    /// The customer organisation of the case.
    public let customer: String?
    public let registeredAt: Instant
    public let environment: Environment
    /// By which the case is judged.
    public let priority: Int?
    public let limit: SpanLimit
    /// Why there is no limit where the agreement has one, in Dutch.
    public let gap: String?
    public let reading: ClockReading
    /// The moment for which it holds.
    public let asOf: Instant
    let line: HandlingLine
    private let clock: ReclassifiedClock

    init(
        _ record: CaseRecord, _ run: TermRun, _ stages: [HandlingStage], slot: Int, asOf now: Instant
    ) {
        let clock = ReclassifiedClock(record, run, stages, slot: slot)
        let reading = clock.reading(at: now)
        let stage = stages.held(at: reading.breachedAt)
        caseID = record.id
        customer = record.party
        registeredAt = record.registeredAt
        environment = record.environment
        priority = stage.priority
        let held = stage.slot(slot)
        limit = held.bound.limit
        gap = held.bound.gap
        line = held.line
        self.reading = reading
        self.clock = clock
        asOf = now
    }

    public var clause: Clause.ID { line.clause }

    /// The line of the agreement, with its words and its norm.
    public var normLine: NormLine { line.line }

    public var norm: HandlingNorm { line.norm }

    /// The last moment to be in time; of a case that is late, the moment it became so. Nil while paused, and
    /// without a term.
    public var deadline: Instant? { reading.breachedAt ?? reading.deadline }

    public var elapsedMicroseconds: Int64 { reading.elapsedMicroseconds }

    public var budgetMicroseconds: Int64? { reading.budgetMicroseconds }

    public var outcome: Outcome {
        switch reading.state {
        case .ended: .ended
        case .noTerm: .withoutTerm
        case .met: .kept
        case .breached: .late
        case .notStarted, .running, .paused: .open
        }
    }

    public enum Outcome: String, CaseIterable, Hashable, Sendable {
        case kept
        /// Solved or not.
        case late
        /// Not done, and not late.
        case open
        /// Settled in consultation, or not to be determined.
        case withoutTerm
        /// Merged, deleted, or no longer under the agreement.
        case ended

        /// Dutch.
        public var text: String {
            switch self {
            case .kept: "op tijd"
            case .late: "te laat"
            case .open: "loopt"
            case .withoutTerm: "zonder termijn"
            case .ended: "vervallen"
            }
        }
    }
}

extension HandlingResult {
    /// The course of the clock, part by part.
    public var trace: ClockTrace { clock.clock(at: asOf).trace(at: asOf) }

    /// The clocks on the party that was awaited, each with the moment its part was done (SNO-41).
    public var counterRuns: [CounterRun] {
        guard norm.counterClock != nil, !clock.first.pauses.isEmpty else { return [] }
        return clock.clock(at: asOf).counterRuns { party in
            line.counterHours(on: party, for: customer, in: environment)
        }
    }

    /// The whole account in Dutch: the norm, the course, the outcome.
    public var explanation: [String] {
        let priority = priority.map { ", prioriteit \(Dutch.text($0))" } ?? ""
        let heading = "\(clause): \(normLine.text), \(limit.text)\(priority)."
        return [heading] + [gap].compactMap { $0 } + trace.sentences + ["Oordeel: \(conclusion)."]
    }

    private var conclusion: String {
        let moment = deadline.map { " (\(Dutch.text($0)))" } ?? ""
        guard reading.breach?.cause == .reclassification else { return outcome.text + moment }
        return "\(outcome.text)\(moment), door een nieuwe prioriteit"
    }
}

extension [HandlingStage] {
    /// The stage that held when a term ran out; the last one where none did. So a case that was late under
    /// one priority is judged by that one, whatever came after it.
    fileprivate func held(at breach: Instant?) -> HandlingStage {
        guard let breach else { return self[count - 1] }
        return last { $0.at <= breach } ?? self[0]
    }
}

extension ReclassifiedClock {
    fileprivate init(_ record: CaseRecord, _ run: TermRun, _ stages: [HandlingStage], slot: Int) {
        let begun = stages[0].slot(slot)
        let first = Clock(
            limit: begun.bound.limit, hours: begun.bound.hours,
            startsWhenOpen: begun.line.starts(in: record.environment), start: run.start,
            pauses: record.pauses, stops: run.stops, endedAt: record.endedAt,
            warnings: begun.line.norm.warnings)
        let changes = stages.dropFirst().map { stage in
            let held = stage.slot(slot)
            return Reclassification(
                at: stage.at, limit: held.bound.limit, hours: held.bound.hours,
                startsWhenOpen: held.line.starts(in: record.environment), warnings: held.line.norm.warnings)
        }
        self.init(
            first: first, changes: changes,
            counting: stages[stages.count - 1].slot(slot).line.norm.onPriorityChange)
    }
}

public import CivilTime

/// Whether what is asked for can be settled in time.
public struct PlanFeasibility: Sendable {
    public let plan: TermPlan
    public let wanted: CivilDate
    public let askedOn: CivilDate
    /// The last day to ask; nil where none was agreed.
    public let askBy: CivilDate?
    public let steps: [Step]
    /// The last day on which all must be settled.
    public let settledBy: CivilDate
    /// The last day on which a request is in time and the chain still fits; nil when there is none within a
    /// year.
    public let latestAsk: CivilDate?

    /// One step with the last day on which it may be done.
    public struct Step: Sendable {
        public let term: String
        public let allowed: PlanTerm?
        /// Nil for a step without a term.
        public let latest: CivilDate?
    }

    public var isAskedInTime: Bool { askBy.map { askedOn <= $0 } ?? true }

    /// Whether the steps, each taking all its time, end in time.
    public var fits: Bool { steps.compactMap(\.latest).allSatisfy { $0 <= settledBy } }

    public var isFeasible: Bool { isAskedInTime && fits }

    /// Dutch: for whom asks, at the moment of asking.
    public var explanation: [String] {
        [asking] + steps.map(\.text) + [ending] + advice
    }

    private var asking: String {
        let heading = "Gevraagd op \(Dutch.text(askedOn)) voor \(Dutch.text(wanted))"
        guard let askBy, let span = plan.askAtLeast else { return heading + "." }
        let bound = "uiterlijk \(Dutch.text(askBy)), \(span.text) vooraf"
        return "\(heading): \(isAskedInTime ? "op tijd" : "te laat") (\(bound))."
    }

    private var ending: String {
        let ahead = plan.settledAtLeast.map { " (\($0.text) vooraf)" } ?? ""
        let bound = "Alles moet rond zijn op \(Dutch.text(settledBy))\(ahead)"
        guard let last = steps.compactMap(\.latest).max() else { return bound + "." }
        return fits
            ? "\(bound): dat past, de stappen zijn uiterlijk \(Dutch.text(last)) klaar."
            : "\(bound): dat past niet, de stappen kunnen tot \(Dutch.text(last)) duren."
    }

    private var advice: [String] {
        guard !isFeasible else { return [] }
        guard let latestAsk else { return ["Voor deze datum is er geen dag waarop vragen op tijd is."] }
        return ["Voor deze datum had het uiterlijk op \(Dutch.text(latestAsk)) gevraagd moeten zijn."]
    }
}

extension PlanFeasibility.Step {
    fileprivate var text: String {
        guard let allowed, let latest else { return "\(term): zonder vaste termijn." }
        return "\(allowed.text): uiterlijk \(Dutch.text(latest)) (\(allowed.limit.text))."
    }
}

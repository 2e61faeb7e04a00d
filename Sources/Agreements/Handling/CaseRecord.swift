public import CivilTime

/// What is known of a case, as evidence: its terms, pauses and priorities with their moments.
public struct CaseRecord: Hashable, Sendable {
    public let id: String
    public let process: String
    public let registeredAt: Instant
    public let environment: Environment
    public let component: String?
    public let item: String?
    public let party: String?
    /// In order of time; the first from registration.
    public let classifications: [Classification]
    /// By the key of the term.
    public let terms: [String: TermRun]
    public let pauses: [Pause]
    /// When it was merged, deleted, or no longer under the agreement; not when it was closed.
    public let endedAt: Instant?
    /// Why something was down, where the case is a disturbance and the cause is on record (SNO-58).
    public let cause: OutageCause?

    public init(
        id: String, process: String, registeredAt: Instant, environment: Environment,
        component: String? = nil, item: String? = nil, party: String? = nil,
        classifications: [Classification] = [], terms: [String: TermRun], pauses: [Pause] = [],
        endedAt: Instant? = nil, cause: OutageCause? = nil
    ) {
        self.id = id
        self.process = process
        self.registeredAt = registeredAt
        self.environment = environment
        self.component = component
        self.item = item
        self.party = party
        self.classifications = classifications
        self.terms = terms
        self.pauses = pauses
        self.endedAt = endedAt
        self.cause = cause
    }
}

/// The impact, urgency and priority of a case from a moment on.
public struct Classification: Hashable, Sendable {
    public let at: Instant
    public let impact: String?
    public let urgency: String?
    /// As set; nil where it follows from the matrix.
    public let priority: Int?

    public init(at: Instant, impact: String?, urgency: String?, priority: Int?) {
        self.at = at
        self.impact = impact
        self.urgency = urgency
        self.priority = priority
    }
}

/// One run of a term: when it began, and when it was done, perhaps more than once.
public struct TermRun: Hashable, Sendable {
    public let start: Instant
    /// In order; a stop that was undone has the moment of reopening. Empty while the term runs.
    public let stops: [Stop]

    public init(start: Instant, stops: [Stop]) {
        self.start = start
        self.stops = stops
    }
}

extension TermRun {
    /// The end of a term, and its undoing where the case was opened again.
    public struct Stop: Hashable, Sendable {
        public let at: Instant
        public let reopenedAt: Instant?

        public init(at: Instant, reopenedAt: Instant?) {
            self.at = at
            self.reopenedAt = reopenedAt
        }
    }
}

public import CivilTime

/// What a clock shows at a moment.
public struct ClockReading: Hashable, Sendable {
    public let state: State
    /// When it began to run.
    public let startedAt: Instant
    /// Nil without a term, while paused, and where the case ended.
    public let deadline: Instant?
    /// In the clock's own time: only hours that count, without pauses.
    public let elapsedMicroseconds: Int64
    /// Nil without a term.
    public let budgetMicroseconds: Int64?
    public let breach: Breach?
    /// In order of time; those whose moment is known.
    public let warnings: [Warning]
    public let firstStop: Instant?
    /// Nil while the case is open (again).
    public let finalStop: Instant?

    public init(
        state: State, startedAt: Instant, deadline: Instant?, elapsedMicroseconds: Int64,
        budgetMicroseconds: Int64?, breach: Breach?, warnings: [Warning], firstStop: Instant?,
        finalStop: Instant?
    ) {
        self.state = state
        self.startedAt = startedAt
        self.deadline = deadline
        self.elapsedMicroseconds = elapsedMicroseconds
        self.budgetMicroseconds = budgetMicroseconds
        self.breach = breach
        self.warnings = warnings
        self.firstStop = firstStop
        self.finalStop = finalStop
    }

    /// Own time left; negative once it is over, nil without a term.
    public var remainingMicroseconds: Int64? {
        budgetMicroseconds.map { $0 - elapsedMicroseconds }
    }

    public var breachedAt: Instant? { breach?.at }

    public enum State: Hashable, Sendable {
        /// Before the opening that it waits for.
        case notStarted
        case running
        /// Until the party that is responsible has done its part.
        case paused(by: String)
        /// Stopped in time.
        case met
        /// The term is over, whether the case is still open or not.
        case breached
        /// Nothing was agreed that can run out.
        case noTerm
        /// Merged, deleted, or no longer under the agreement: nobody is to be reminded of it.
        case ended
    }

    /// That a term ran out. Nothing that happens afterwards takes it back.
    public struct Breach: Hashable, Sendable {
        public let at: Instant
        public let cause: Cause

        public init(at: Instant, cause: Cause) {
            self.at = at
            self.cause = cause
        }
    }

    public enum Cause: String, CaseIterable, Hashable, Sendable {
        /// Time went by.
        case term
        /// A new priority put the deadline in the past.
        case reclassification
    }

    public struct Warning: Hashable, Sendable {
        public let at: Instant
        public let warning: ClockWarning

        public init(at: Instant, warning: ClockWarning) {
            self.at = at
            self.warning = warning
        }
    }
}

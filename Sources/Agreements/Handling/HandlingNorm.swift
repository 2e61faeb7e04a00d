/// How long a step in the handling of a case may take: a clock with a limit.
public struct HandlingNorm: Hashable, Sendable {
    /// The process type, such as `disturbance`.
    public let process: String
    /// The term of that process type, such as `resolution`.
    public let term: String
    public let selection: CaseSelection
    public let limits: Limits
    /// The share of the cases of a month; nil where the document names none, and each one counts.
    public let share: Percentage?
    /// In whose hours working time runs.
    public let window: ServiceWindow?
    /// The clock begins when this window next opens (SNO-40).
    public let startsIn: ServiceWindow?
    public let standing: Standing
    public let counted: Membership
    public let onPriorityChange: PriorityChange
    public let warnings: [ClockWarning]
    public let counterClock: CounterClock?

    public init(
        process: String, term: String, selection: CaseSelection, limits: Limits, share: Percentage?,
        window: ServiceWindow?, startsIn: ServiceWindow?, standing: Standing, counted: Membership,
        onPriorityChange: PriorityChange, warnings: [ClockWarning], counterClock: CounterClock?
    ) {
        self.process = process
        self.term = term
        self.selection = selection
        self.limits = limits
        self.share = share
        self.window = window
        self.startsIn = startsIn
        self.standing = standing
        self.counted = counted
        self.onPriorityChange = onPriorityChange
        self.warnings = warnings
        self.counterClock = counterClock
    }
}

extension HandlingNorm {
    /// One limit, or one for each cell of the priority matrix.
    public enum Limits: Hashable, Sendable {
        case one(SpanLimit)
        /// A row per urgency, a limit per impact, as the matrix has them (SSC-05).
        case perCell([[SpanLimit]])
    }

    /// Which cases belong to a month.
    public enum Membership: String, CaseIterable, Hashable, Sendable {
        /// Those resolved in the month, and open ones whose deadline passed in it.
        case resolvedOrOverdue = "resolved_or_overdue"
        case resolved
        case registered
        /// Those whose deadline lies in the month.
        case due
    }

    /// From when a new priority counts.
    public enum PriorityChange: String, CaseIterable, Hashable, Sendable {
        case fromRegistration = "from_registration"
        case fromChange = "from_change"
    }
}

/// Whether falling short breaks the agreement, or is only shown.
public enum Standing: String, CaseIterable, Hashable, Sendable {
    case norm
    /// A "streeftijd" or "streven".
    case target
}

/// When to warn that a deadline is near; both in the clock's own time.
public enum ClockWarning: Hashable, Sendable {
    case share(Percentage)
    case before(Span)
}

/// A pause on this party opens a clock with the same limit on it (SNO-41).
public struct CounterClock: Hashable, Sendable {
    public let party: String
    /// Parties on which it runs in other hours.
    public let exceptions: [String]
    /// The hours in which it runs for those.
    public let exceptionWindow: ServiceWindow?

    public init(party: String, exceptions: [String], exceptionWindow: ServiceWindow?) {
        self.party = party
        self.exceptions = exceptions
        self.exceptionWindow = exceptionWindow
    }
}

/// Which cases a norm is for. Where several norms fit, the one that selects more goes first.
public struct CaseSelection: Hashable, Sendable {
    public let priority: Int?
    public let environment: Environment?
    public let component: String?
    /// An item of the catalogue.
    public let item: String?
    /// A customer organisation.
    public let party: String?

    public init(
        priority: Int? = nil, environment: Environment? = nil, component: String? = nil, item: String? = nil,
        party: String? = nil
    ) {
        self.priority = priority
        self.environment = environment
        self.component = component
        self.item = item
        self.party = party
    }
}

/// At least this share of the month each function can be used.
public struct AvailabilityNorm: Hashable, Sendable {
    /// Nil where the document names no level: the figure is shown, not judged.
    public let atLeast: Percentage?
    public let environment: Environment
    /// In the order of the document.
    public let functions: [ServiceFunction]
    public let judged: Scope
    public let month: Month
    public let maintenance: Maintenance
    /// The windows that are taken out.
    public let windows: [MaintenanceWindow]
    /// Outages by these causes are not counted.
    public let notCounted: Set<OutageCause>
    public let probeGap: ProbeGap
    /// The hours over which it is reckoned; nil for every hour.
    public let openHours: ServiceWindow?
    public let seenBy: Observer
    /// With ``Observer/disturbances``: which cases mean that something is down.
    public let outageCases: OutageCases?
    /// When kept, a window that was moved stays out of the figure; when not, it counts as outage.
    public let movedMaintenance: NoticeRule?

    public init(
        atLeast: Percentage?, environment: Environment, functions: [ServiceFunction], judged: Scope,
        month: Month, maintenance: Maintenance, windows: [MaintenanceWindow], notCounted: Set<OutageCause>,
        probeGap: ProbeGap, openHours: ServiceWindow? = nil, seenBy: Observer = .probe,
        outageCases: OutageCases? = nil, movedMaintenance: NoticeRule? = nil
    ) {
        self.atLeast = atLeast
        self.environment = environment
        self.functions = functions
        self.judged = judged
        self.month = month
        self.maintenance = maintenance
        self.windows = windows
        self.notCounted = notCounted
        self.probeGap = probeGap
        self.openHours = openHours
        self.seenBy = seenBy
        self.outageCases = outageCases
        self.movedMaintenance = movedMaintenance
    }

    /// Who sees that something is down.
    public enum Observer: String, CaseIterable, Hashable, Sendable {
        /// A probe of our own, through the public door.
        case probe
        /// Down from the report of a disturbance of the highest kind until it is solved (SSC-08).
        case disturbances
        /// Disturbances that people registered (BVV-12).
        case registration
        /// Who asks a connected source, as it answers or not: each source has a figure of its own (SNO-04).
        case sources
    }

    /// The cases by which a component is seen to be down: from their report until a term of theirs is done.
    public struct OutageCases: Hashable, Sendable {
        /// The process type.
        public let process: String
        /// The term of it that ends the outage.
        public let term: String
        public let priority: Int

        public init(process: String, term: String, priority: Int) {
            self.process = process
            self.term = term
            self.priority = priority
        }
    }

    /// Whether each function has a figure of its own, or one function down makes the whole down.
    public enum Scope: String, CaseIterable, Hashable, Sendable {
        case perFunction = "per_function"
        case asAWhole = "as_a_whole"
    }

    /// How long a month is taken to be. The document also reckons with a mean month; both are shown.
    public struct Month: Hashable, Sendable {
        public enum Convention: String, CaseIterable, Hashable, Sendable {
            case calendar
            case mean
        }
        public let convention: Convention
        /// Hours of the mean month.
        public let meanHours: Int

        public init(convention: Convention, meanHours: Int) {
            self.convention = convention
            self.meanHours = meanHours
        }
    }

    /// Where the maintenance windows leave the figure of a calendar month.
    public enum Maintenance: String, CaseIterable, Hashable, Sendable {
        /// The window belongs neither to the time that is promised nor to the time that is counted.
        case outOfTheFigure = "out_of_the_figure"
        /// The window counts as time in which the function was available.
        case countedAsUp = "counted_as_up"
    }

    /// What time in which the probe did not measure counts as.
    public enum ProbeGap: String, CaseIterable, Hashable, Sendable {
        /// Left out of the figure, and shown.
        case unknown
        case down
        case up
    }
}

/// Something the agreement promises to be open.
public struct ServiceFunction: Hashable, Sendable {
    public let key: String
    /// Dutch, as in the document.
    public let title: String
    /// The name of the probe that measures it; nil for a function that is not measured.
    public let probe: String?

    public init(key: String, title: String, probe: String?) {
        self.key = key
        self.title = title
        self.probe = probe
    }
}

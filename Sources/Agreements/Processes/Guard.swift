/// A rule that must be met before a step is taken. The list is closed: a file names a rule, and what it
/// demands is written here, in Swift and in Dutch.
public enum Guard: String, CaseIterable, Hashable, Sendable {
    /// The person has been named for the role by their own organisation (DAP-06, SSC-13).
    case designated
    /// The request came at least so long ahead as the agreement asks (BVV-14, SSC-17).
    case noticeKept = "notice_kept"
    /// The case has priority 1 (BVV-17, DAP-14).
    case priorityOne = "priority_one"
    /// The case is linked to a disturbance that it helps to end (DAP-04).
    case disturbanceLinked = "disturbance_linked"
    /// The case is linked to a disturbance of priority 1 or to a calamity (DAP-14).
    case seriousDisturbanceLinked = "serious_disturbance_linked"
    /// What is planned lies wholly outside the opening hours (BVV-15).
    case outsideOpeningHours = "outside_opening_hours"
    /// Nobody else has reserved what is asked for at that time (BVV-18).
    case notReserved = "not_reserved"
    /// What is ordered stands in the catalogue (SSC-12, SSC-28).
    case inCatalogue = "in_catalogue"
    /// The organisation has given a mandate to act in its name (SSC-23).
    case mandated

    /// What the rule demands, in Dutch, as it is told to whoever meets it.
    public var demand: String {
        switch self {
        case .designated: "Alleen wie de eigen organisatie hiervoor heeft aangewezen, mag dit doen."
        case .noticeKept: "De aanvraag moet zo ver vooraf komen als is afgesproken."
        case .priorityOne: "Dit kan alleen bij prioriteit 1."
        case .disturbanceLinked: "De zaak moet gekoppeld zijn aan de verstoring die ermee wordt opgelost."
        case .seriousDisturbanceLinked:
            "De zaak moet gekoppeld zijn aan een verstoring met prioriteit 1 of aan een calamiteit."
        case .outsideOpeningHours: "Het tijdstip moet helemaal buiten de openstellingstijden liggen."
        case .notReserved: "Niemand anders mag hetzelfde voor die tijd hebben gereserveerd."
        case .inCatalogue: "Er kan alleen worden gekozen wat in de catalogus staat."
        case .mandated: "De organisatie moet hiervoor een machtiging hebben gegeven."
        }
    }

    /// Whether the rule is met by what is known of a case.
    public func isMet(by facts: CaseFacts) -> Bool {
        switch self {
        case .designated: facts.isDesignated
        case .noticeKept: facts.isNoticeKept
        case .priorityOne: facts.priority == 1
        case .disturbanceLinked: facts.links.contains { $0.type == "disturbance" }
        case .seriousDisturbanceLinked:
            facts.links.contains { $0.type == "calamity" || $0.type == "disturbance" && $0.priority == 1 }
        case .outsideOpeningHours: facts.isOutsideOpeningHours
        case .notReserved: !facts.isReservedByOther
        case .inCatalogue: facts.isInCatalogue
        case .mandated: facts.isMandated
        }
    }
}

/// What the rules of a process ask of a case, as far as it is known; what is not known counts as not so.
public struct CaseFacts: Hashable, Sendable {
    public var priority: Int?
    public var links: [Link]
    /// Whether the person who takes the step was named for it by their organisation.
    public var isDesignated: Bool
    public var isNoticeKept: Bool
    public var isOutsideOpeningHours: Bool
    public var isReservedByOther: Bool
    public var isInCatalogue: Bool
    public var isMandated: Bool

    /// Another case that this one is linked to.
    public struct Link: Hashable, Sendable {
        /// The key of its process type.
        public let type: String
        public let priority: Int?

        public init(type: String, priority: Int?) {
            self.type = type
            self.priority = priority
        }
    }

    public init(
        priority: Int? = nil, links: [Link] = [], isDesignated: Bool = false, isNoticeKept: Bool = false,
        isOutsideOpeningHours: Bool = false, isReservedByOther: Bool = false, isInCatalogue: Bool = false,
        isMandated: Bool = false
    ) {
        self.priority = priority
        self.links = links
        self.isDesignated = isDesignated
        self.isNoticeKept = isNoticeKept
        self.isOutsideOpeningHours = isOutsideOpeningHours
        self.isReservedByOther = isReservedByOther
        self.isInCatalogue = isInCatalogue
        self.isMandated = isMandated
    }
}

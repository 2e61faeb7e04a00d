public import CivilTime

/// A service agreement as data: what was agreed, clause by clause, in the order and the words of the
/// document.
///
/// A value of this type is one version. What changes is a new version, never this one.
public struct Agreement: Sendable {
    /// A short name that stays the same over all versions, such as `mijnoverheid-sno`.
    public let name: String
    /// The Dutch title of the document.
    public let title: String
    /// The version as the document calls itself.
    public let edition: String
    /// Its place among the documents of its contract.
    public let place: DocumentPlace
    public let parties: [Party]
    public let validity: Validity
    /// In the order of the document.
    public let clauses: [Clause]
    /// What the document leaves open about itself.
    public let assumptions: [Assumption]

    public init(
        name: String, title: String, edition: String, place: DocumentPlace, parties: [Party],
        validity: Validity, clauses: [Clause], assumptions: [Assumption]
    ) {
        self.name = name
        self.title = title
        self.edition = edition
        self.place = place
        self.parties = parties
        self.validity = validity
        self.clauses = clauses
        self.assumptions = assumptions
    }

    /// The maintenance windows of all clauses, in the order of the document.
    public var maintenanceWindows: [MaintenanceWindow] {
        clauses.flatMap(\.maintenanceWindows)
    }

    public var calendars: [WorkCalendar] { clauses.compactMap(\.contents.calendar) }

    public var serviceWindows: [ServiceWindow] { clauses.flatMap(\.contents.serviceWindows) }

    public var priorityMatrix: PriorityMatrix? { clauses.lazy.compactMap(\.contents.priorityMatrix).first }

    public var fixedPriorities: [FixedPriority] { clauses.flatMap(\.contents.fixedPriorities) }

    public var notices: [NoticeRule] { clauses.flatMap(\.contents.notices) }

    public var plans: [TermPlan] { clauses.flatMap(\.contents.plans) }

    public var roles: [Role] { clauses.flatMap(\.contents.roles) }

    /// The clause with a requirement id such as `SNO-30`.
    public func clause(_ id: Clause.ID) -> Clause? {
        clauses.first { $0.id == id }
    }
}

/// One side of an agreement.
public struct Party: Hashable, Sendable {
    public let key: String
    public let name: String
    public let side: Side

    public init(key: String, name: String, side: Side) {
        self.key = key
        self.name = name
        self.side = side
    }

    /// What a party is to the service.
    public enum Side: String, CaseIterable, Hashable, Sendable {
        case provider
        case customer
        /// Supplies the data that the service works with.
        case source
        case supplier
        case authority
    }
}

/// From when, and how long, a version of an agreement holds.
public struct Validity: Hashable, Sendable {
    public let from: CivilDate
    /// The first day on which the document no longer holds by its own words; nil when it names none.
    public let until: CivilDate?
    /// Whether it goes on past that day as long as no later version is published.
    public let holdsUntilReplaced: Bool

    public init(from: CivilDate, until: CivilDate?, holdsUntilReplaced: Bool) {
        self.from = from
        self.until = until
        self.holdsUntilReplaced = holdsUntilReplaced
    }

    /// Whether the version holds at a moment, leaving aside whether another has replaced it.
    public func holds(at moment: Instant) -> Bool {
        let date = moment.localDate
        guard from <= date else { return false }
        return !isOverdue(on: date) || holdsUntilReplaced
    }

    /// Whether the term in the document has passed on a day.
    public func isOverdue(on date: CivilDate) -> Bool {
        until.map { $0 <= date } ?? false
    }
}

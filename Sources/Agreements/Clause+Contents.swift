extension Clause {
    /// What a clause sets, by kind; each in the order of the document.
    public struct Contents: Sendable {
        public var lines: [NormLine] = []
        public var calendar: WorkCalendar?
        public var serviceWindows: [ServiceWindow] = []
        public var maintenanceWindows: [MaintenanceWindow] = []
        public var priorities: [Priority] = []
        public var priorityMatrix: PriorityMatrix?
        public var fixedPriorities: [FixedPriority] = []
        public var notices: [NoticeRule] = []
        public var plans: [TermPlan] = []
        public var roles: [Role] = []
        public var documents: [ContractDocument] = []
        public var escalations: [EscalationLadder] = []
        public var meetings: [Meeting] = []
        public var reports: [ReportDefinition] = []
        public var communications: [CommunicationRule] = []
        public var duties: [Duty] = []
        public var exclusions: [Exclusion] = []
        public var processes: [ProcessBinding] = []

        public init() {}
    }
}

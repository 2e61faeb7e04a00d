/// What the domains know about a month, per norm they can measure. A part that is absent is not measured.
///
/// Evidence is facts (counts, durations, intervals), never outcomes: whether a norm is kept is decided by
/// the clause, so that another norm on the same evidence gives another verdict.
public struct Evidence: Sendable {
    public var loads: [Flow: LoadSeries]
    public var order: [Flow: ArrivalOrder]
    public var terms: [Flow: TermEvidence]
    public var responseTimes: [Interface: Histogram]
    public var attachments: AttachmentEvidence?
    public var reoffers: ReofferEvidence?
    public var redeliveries: RedeliveryEvidence?
    /// By the name of the probe that watches.
    public var outages: [String: OutageEvidence]

    public init(
        loads: [Flow: LoadSeries] = [:], order: [Flow: ArrivalOrder] = [:], terms: [Flow: TermEvidence] = [:],
        responseTimes: [Interface: Histogram] = [:], attachments: AttachmentEvidence? = nil,
        reoffers: ReofferEvidence? = nil, redeliveries: RedeliveryEvidence? = nil,
        outages: [String: OutageEvidence] = [:]
    ) {
        self.loads = loads
        self.order = order
        self.terms = terms
        self.responseTimes = responseTimes
        self.attachments = attachments
        self.reoffers = reoffers
        self.redeliveries = redeliveries
        self.outages = outages
    }
}

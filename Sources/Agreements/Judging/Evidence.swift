public import CivilTime

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
    /// Outages that people registered, by the key of the function; a function without any was up (BVV-12).
    public var registeredOutages: [String: [Outage]]?
    /// The connected sources of personal data that were asked, by title (SNO-04).
    public var sources: [ConnectedSource] = []
    /// Maintenance that was held at another time than its window.
    public var movedMaintenance: [MovedMaintenance] = []
    /// Every case that was open, began or ended in the month.
    public var cases: [CaseRecord]?
    public var shares: [ShareMeasure: PartOfWhole] = [:]
    /// How long callers waited until they were answered.
    public var answerTimes: Histogram?
    public var marks: [MeanMeasure: MarkEvidence] = [:]
    public var numbers: [NumberMeasure: NumberEvidence] = [:]
    /// The stretches of time that are measured, each from its start to its end; empty when what they measure
    /// did not happen.
    public var lengths: [LengthMeasure: [Interval]] = [:]
    /// What was foretold, and what came of it.
    public var forecasts: ForecastEvidence?

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

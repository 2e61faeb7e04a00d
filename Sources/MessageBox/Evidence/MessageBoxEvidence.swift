public import Agreements
public import CivilTime
public import SQL

/// What the message box knows of a period, for the clauses of an agreement to judge (SNO-06, SNO-09 to
/// SNO-13, SNO-15 to SNO-18).
///
/// Read where the facts are and never copied. Everything is counted in the database and read in one
/// transaction, so that the parts agree with one another.
public struct MessageBoxEvidence: Sendable {
    /// The month, whole: what lies after ``readAt`` has not happened.
    let period: Interval
    /// Within what each flow must be handled, as the agreement says; where it says nothing, nothing is late.
    let terms: [Flow: Limit]
    /// How many requests were refused at the door for lack of capacity, by the second.
    let refusals: [Instant: Int]
    let readAt: Instant

    /// - Parameters:
    ///   - period: half-open.
    ///   - terms: in microseconds, from the clauses.
    ///   - refusals: by whole second, from who counts the answers: what was refused left nothing in these
    ///     tables. Each counts as one message, since a request that was turned away was not read.
    ///   - now: the moment the evidence is read.
    public init(
        over period: Interval, terms: [Flow: Limit], refusals: [Instant: Int] = [:], asOf now: Instant
    ) {
        self.period = period
        self.terms = terms
        self.refusals = refusals
        readAt = now
    }

    /// The parts of the evidence that the message box can fill.
    public func gather(in transaction: any Transaction) throws -> Evidence {
        Evidence(
            loads: [
                .messagesParked: try parked(in: transaction),
                .messagesSupplied: try supplied(in: transaction),
                .messagesProcessed: try processed(in: transaction),
                .notifications: try notifications(in: transaction),
            ].merging(try subscriptions(in: transaction)) { first, _ in first },
            order: [.notifications: try order(in: transaction)],
            terms: [
                .messagesProcessed: try processingTimes(in: transaction),
                .notifications: try notificationTimes(in: transaction),
            ].merging(try subscriptionTimes(in: transaction)) { first, _ in first },
            attachments: try attachments(in: transaction),
            reoffers: try reoffers(in: transaction),
            redeliveries: try redeliveries(in: transaction))
    }

    /// The longest stretch over which agreements count a load: a window may start in the period's last
    /// moment.
    static let longestWindowSeconds: Int64 = 86_400

    /// The period with all windows that start in it.
    var reach: Interval {
        Interval(from: period.start, to: period.end.advanced(bySeconds: Self.longestWindowSeconds))
    }

    /// The longest whole number of microseconds that is in time; as good as endless where no term is agreed.
    func longestInTime(_ flow: Flow) -> Int {
        guard let term = terms[flow] else { return Int(Int64.max) }
        return term.comparison == .atMost ? term.bound : term.bound - 1
    }
}

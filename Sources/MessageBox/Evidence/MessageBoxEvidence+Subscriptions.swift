import Agreements
import CivilTime
import SQL

extension MessageBoxEvidence {
    /// Requests of the subscription service by the clock hour in which they were asked, with what became of
    /// each within the term from its start (SNO-15 to SNO-18). One that failed, or that waits beyond the
    /// moment at which it should have ended, is late.
    ///
    /// From a day before the period: what is asked by day counts for the night after it.
    func subscriptions(in transaction: any Transaction) throws -> [Flow: LoadSeries] {
        let from = period.start.advanced(bySeconds: -Self.longestWindowSeconds)
        var buckets: [Flow: [LoadBucket]] = [:]
        try transaction.visit(
            """
            SELECT kind, state, asked_at, COALESCE(finished_at, \(readAt)) - COALESCE(started_at, starts_at)
            FROM subscription_request
            WHERE asked_at >= \(from) AND asked_at < \(reach.end)
            """
        ) { row in
            let flow = Flow(try row.next(SubscriptionRequest.Kind.self))
            let state = try row.next(SubscriptionRequest.State.self)
            let hour = try row.next(Instant.self).startOfHour
            let isLate = try row.next(Int.self) > longestInTime(flow) || state == .failed
            let load = Load(
                offered: 1, handled: state == .finished && !isLate ? 1 : 0, late: isLate ? 1 : 0)
            buckets[flow, default: []].append(LoadBucket(start: hour, load: load))
        }
        return Dictionary(
            uniqueKeysWithValues: SubscriptionRequest.Kind.allCases.map { kind in
                (Flow(kind), LoadSeries(width: .hour, buckets: buckets[Flow(kind)] ?? []))
            })
    }

    /// How long requests took from their start, of those that ended in the period, and how old those were
    /// that had begun and not ended well at its end.
    func subscriptionTimes(in transaction: any Transaction) throws -> [Flow: TermEvidence] {
        let end = min(period.end, readAt)
        var handled: [Flow: Durations] = [:]
        var open: [Flow: Durations] = [:]
        try transaction.visit(
            """
            SELECT kind, state, COALESCE(started_at, starts_at), finished_at
            FROM subscription_request
            WHERE finished_at >= \(period.start) AND finished_at < \(end)
            UNION ALL
            SELECT kind, state, started_at, NULL
            FROM subscription_request
            WHERE finished_at >= \(end) AND started_at < \(end)
            UNION ALL
            SELECT kind, state, started_at, NULL
            FROM subscription_request
            WHERE finished_at IS NULL AND started_at < \(end)
            """
        ) { row in
            let flow = Flow(try row.next(SubscriptionRequest.Kind.self))
            let state = try row.next(SubscriptionRequest.State.self)
            let startedAt = try row.next(Instant.self)
            if let finishedAt = try row.next(Instant?.self), state == .finished {
                handled[flow, default: Durations()].add(Int(finishedAt.microseconds(since: startedAt)))
            } else {
                open[flow, default: Durations()].add(Int(end.microseconds(since: startedAt)))
            }
        }
        return Dictionary(
            uniqueKeysWithValues: SubscriptionRequest.Kind.allCases.map { kind in
                let flow = Flow(kind)
                return (
                    flow,
                    TermEvidence(handled: handled[flow] ?? Durations(), open: open[flow] ?? Durations())
                )
            })
    }
}

extension Flow {
    fileprivate init(_ kind: SubscriptionRequest.Kind) {
        switch kind {
        case .all: self = .subscriptionsAll
        case .list: self = .subscriptionsList
        case .changes: self = .subscriptionsChanges
        }
    }
}

extension Instant {
    fileprivate var startOfHour: Instant { Instant(seconds: seconds - seconds % 3_600) }
}

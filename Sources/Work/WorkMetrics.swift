import CivilTime
import Metrics

/// Figures about one kind of work; nothing in them names a destination or a person.
struct WorkMetrics: Sendable {
    private let leased: Counter
    private let failed: Counter
    private let lost: Counter
    private let lag: Recorder

    init(_ kind: WorkKind) {
        let dimensions = [("kind", kind.name)]
        leased = Counter(label: "peil_work_items_leased", dimensions: dimensions)
        failed = Counter(label: "peil_work_lanes_failed", dimensions: dimensions)
        lost = Counter(label: "peil_work_leases_lost", dimensions: dimensions)
        lag = Recorder(label: "peil_work_lag_seconds", dimensions: dimensions, aggregate: true)
    }

    func leased(_ lane: LeasedLane, at now: Instant) {
        leased.increment(by: lane.items.count)
        if let first = lane.items.first {
            lag.record(Double(now.microseconds(since: first.dueAt)) / 1_000_000)
        }
    }

    func laneFailed() { failed.increment() }
    func leaseLost() { lost.increment() }
}

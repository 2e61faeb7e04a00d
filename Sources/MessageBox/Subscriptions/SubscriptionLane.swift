import Blobs
public import CivilTime
import SQL
public import Work

/// Serves an organisation's requests in order, each within a night (SNO-18).
public struct SubscriptionLane: Sendable {
    let facilities: Facilities
    let rules: SubscriptionRules
    let now: @Sendable () -> Instant

    public init(facilities: Facilities, rules: SubscriptionRules, now: @escaping @Sendable () -> Instant) {
        self.facilities = facilities
        self.rules = rules
        self.now = now
    }

    public func serve(_ lane: LeasedLane) async throws {
        for item in lane.items {
            let request = try await facilities.database.read { transaction in
                try SubscriptionRequest.ID(value: .bytes(item.payload)).flatMap {
                    try SubscriptionRequest.find($0, in: transaction)
                }
            }
            guard let request else {
                try await facilities.database.write { transaction in
                    try lane.bury(item, reason: "there is no such request", in: transaction)
                }
                continue
            }
            try await serve(request, item, of: lane)
        }
    }

    private func serve(
        _ request: SubscriptionRequest, _ item: WorkItem, of lane: LeasedLane
    ) async throws {
        let now = now()
        guard rules.admits(now, in: rules.firstNight(at: now)) else {
            return try await postpone(request, item, of: lane, at: now)
        }
        do {
            try await SubscriptionRun(request: request, facilities: facilities, now: self.now).run {
                try lane.complete(item, in: $0)
            }
        } catch  where Self.isUnreadable(error) {
            try await fail(request, item, of: lane, because: error)
        }
    }

    /// It would end after the night: it starts the next one that has room.
    private func postpone(
        _ request: SubscriptionRequest, _ item: WorkItem, of lane: LeasedLane, at now: Instant
    ) async throws {
        let rules = rules
        try await facilities.database.write { transaction in
            let plan = try NightPlan.first(for: request.kind, rules: rules, in: transaction, at: now)
            try transaction.run(
                """
                UPDATE subscription_request
                SET night = \(plan.date.dayNumber), starts_at = \(plan.startsAt),
                  expected_at = \(plan.expectedAt), started_at = NULL,
                  state = \(SubscriptionRequest.State.waiting)
                WHERE id = \(request.id)
                """)
            try lane.complete(item, in: transaction)
            try Work.enqueue(
                .run(request.id, of: request.organisation, at: plan.startsAt), in: transaction, at: now)
        }
    }

    /// What was asked cannot be read, now or ever: anything else may pass.
    private static func isUnreadable(_ error: any Error) -> Bool {
        switch error {
        case BlobError.notFound, BlobError.damaged: true
        default: false
        }
    }

    private func fail(
        _ request: SubscriptionRequest, _ item: WorkItem, of lane: LeasedLane, because error: any Error
    ) async throws {
        let now = now()
        try await facilities.database.write { transaction in
            try transaction.run(
                """
                UPDATE subscription_request
                SET state = \(SubscriptionRequest.State.failed), finished_at = \(now)
                WHERE id = \(request.id)
                """)
            try lane.bury(
                item, reason: "the numbers asked about cannot be read: \(type(of: error))", in: transaction)
        }
    }
}

public import CivilTime
import Outbound
import SQL
public import Work

/// Pushes an organisation's reports in order. A receiver that does not take one is left alone for a while,
/// longer each time; the report steps aside, so that one which can never be taken holds up no other.
///
/// A report goes out at least once: one pushed just before a crash is pushed again, under the same id.
public struct ReportPushing: Sendable {
    let facilities: Facilities
    let rules: PushRules
    let now: @Sendable () -> Instant

    public init(facilities: Facilities, rules: PushRules, now: @escaping @Sendable () -> Instant) {
        self.facilities = facilities
        self.rules = rules
        self.now = now
    }

    /// The receiver did not take a report: its lane waits.
    struct NotTaken: Error {}

    /// Reports that were taken and are not noted yet: after a crash, so many may go out again. Enough to
    /// share a sync.
    private static let unnotedLimit = 16

    public func serve(_ lane: LeasedLane) async throws {
        var line = PushLine(rules: rules)
        do {
            try await serve(lane, over: &line)
        } catch {
            try await line.close()
            throw error
        }
        try await line.close()
    }

    /// Reports go out one after the other, and what came of each is noted meanwhile.
    private func serve(_ lane: LeasedLane, over line: inout PushLine) async throws {
        try await withThrowingTaskGroup(of: Void.self) { notes in
            for (index, item) in lane.items.enumerated() {
                if index >= Self.unnotedLimit { try await notes.next() }
                let attemptedAt = now()
                let step = try await step(item, at: attemptedAt)
                guard case .push(let push) = step else {
                    try await note(step, item, of: lane)
                    continue
                }
                guard let failure = try await line.send(push, at: attemptedAt) else {
                    notes.addTask { try await note(taken: item, at: attemptedAt, of: lane) }
                    continue
                }
                try await notes.waitForAll()
                try await note(failure, push, item, at: attemptedAt, of: lane)
                throw NotTaken()
            }
            try await notes.waitForAll()
        }
    }
}

extension ReportPushing {
    private enum Step: Sendable {
        /// There is no such push.
        case none
        case withdraw
        case giveUp
        case push(PushedReport)
    }

    /// What is to be done with an item now: the address is the one of this moment.
    private func step(_ item: WorkItem, at now: Instant) async throws -> Step {
        let (keys, rules) = (facilities.keys, rules)
        return try await facilities.database.read { transaction in
            guard let id = Delivery.ID(value: .bytes(item.payload)),
                let firstOfferAt = try Self.firstOffer(of: id, in: transaction),
                let delivery = try Delivery.find(id, in: transaction),
                let report = try Report.find(delivery, in: transaction)
            else { return .none }
            guard report.confirmedAt == nil,
                let address = try ReportAddress.find(of: delivery.organisation, keys: keys, in: transaction)
            else { return .withdraw }
            let endsAt = firstOfferAt.advanced(byMicroseconds: rules.reofferMicroseconds)
            return now < endsAt
                ? .push(PushedReport(report: report, address: address, endsAt: endsAt)) : .giveUp
        }
    }

    /// When a report was first sent; for one that never was, when it was put on offer: others to the same
    /// receiver were tried in its place.
    private static func firstOffer(of id: Delivery.ID, in transaction: any Transaction) throws -> Instant? {
        try transaction.value(
            "SELECT COALESCE(first_attempt_at, offered_at) FROM report_push WHERE delivery_id = \(id)")
    }
}

extension ReportPushing {
    private func note(_ step: Step, _ item: WorkItem, of lane: LeasedLane) async throws {
        let now = now()
        let state: ReportPush.State? =
            switch step {
            case .none, .push: nil
            case .withdraw: .withdrawn
            case .giveUp: .undelivered
            }
        try await facilities.database.write { transaction in
            if let state {
                try transaction.run(
                    """
                    UPDATE report_push SET state = \(state), ended_at = \(now)
                    WHERE delivery_id = \(item.payload)
                    """)
            }
            try lane.complete(item, in: transaction)
        }
    }

    private func note(taken item: WorkItem, at attemptedAt: Instant, of lane: LeasedLane) async throws {
        let now = now()
        try await facilities.database.write { transaction in
            try transaction.run(
                """
                UPDATE report_push
                SET state = \(ReportPush.State.delivered), ended_at = \(now), last_failure = NULL,
                  attempt_count = attempt_count + 1, last_attempt_at = \(attemptedAt),
                  first_attempt_at = COALESCE(first_attempt_at, \(attemptedAt))
                WHERE delivery_id = \(item.payload)
                """)
            try lane.complete(item, in: transaction)
        }
    }

    private func note(
        _ failure: PushFailure, _ push: PushedReport, _ item: WorkItem, at attemptedAt: Instant,
        of lane: LeasedLane
    ) async throws {
        let wait = Self.reportBackOff.microseconds(
            afterFailures: item.failures + 1, jitter: Double.random(in: 0...1))
        let againAt = min(now().advanced(byMicroseconds: wait), push.endsAt)
        try await facilities.database.write { transaction in
            try transaction.run(
                """
                UPDATE report_push
                SET attempt_count = attempt_count + 1, last_attempt_at = \(attemptedAt),
                  last_failure = \(failure),
                  first_attempt_at = COALESCE(first_attempt_at, \(attemptedAt))
                WHERE delivery_id = \(item.payload)
                """)
            try lane.retry(item, at: againAt, reason: failure.text, in: transaction)
        }
    }

    /// A report that its receiver refuses while it takes others is tried again ever less often, so that each
    /// time the others wait for it is rarer.
    private static let reportBackOff = BackOff(firstSeconds: 25, longestSeconds: 3_600)
}

public import CivilTime
import Identity
public import SQL
public import Work

/// How far the pushing of a report is. Delivered means that the receiver took it; that it was received well
/// is for the organisation to confirm.
public struct ReportPush: Sendable, Equatable {
    public enum State: String, Sendable, Storable {
        /// It will be tried, or tried again.
        case waiting
        case delivered
        /// It was offered in vain as long as the agreement says; it stays to be fetched.
        case undelivered
        /// The organisation no longer wants it pushed, or confirmed it meanwhile.
        case withdrawn
    }

    public let state: State
    public let attemptCount: Int
    public let lastAttemptAt: Instant?
    /// Why the last attempt failed; nil when it did not.
    public let lastFailure: PushFailure?
    /// When it was delivered, given up or withdrawn.
    public let endedAt: Instant?

    /// Reads the columns `state`, `attempt_count`, `last_attempt_at`, `last_failure` and `ended_at` of
    /// `report_push`, in this order; nil where there is no push.
    init?(_ row: inout Row) throws {
        let state = try row.next(State?.self)
        let attemptCount = try row.next(Int?.self)
        lastAttemptAt = try row.next()
        lastFailure = try row.next()
        endedAt = try row.next()
        guard let state, let attemptCount else { return nil }
        self.state = state
        self.attemptCount = attemptCount
    }
}

extension ReportPush {
    /// Puts the report of a delivery in line, when its organisation has an address. To be called in the
    /// transaction that offers it.
    static func queue(
        for delivery: Delivery, in transaction: any Transaction, at now: Instant
    ) throws -> Bool {
        let queued = try transaction.run(
            """
            INSERT INTO report_push (delivery_id, organisation_id, offered_at, attempt_count, state)
            SELECT \(delivery.id), organisation_id, \(now), 0, \(State.waiting)
            FROM report_address
            WHERE organisation_id = \(delivery.organisation)
            """)
        guard queued == 1 else { return false }
        try Work.enqueue(
            NewWorkItem(
                kind: .reportPush, destination: "\(delivery.organisation)", payload: delivery.id.bytes,
                dueAt: now), in: transaction, at: now)
        return true
    }
}

extension Report {
    /// How far its pushing is; nil when the organisation had no address when it was offered.
    public static func pushState(
        of delivery: Delivery.ID, in transaction: any Transaction
    ) throws -> ReportPush? {
        let found = try transaction.first(
            """
            SELECT state, attempt_count, last_attempt_at, last_failure, ended_at
            FROM report_push
            WHERE delivery_id = \(delivery)
            """
        ) { row in try ReportPush(&row) }
        return found ?? nil
    }
}

extension WorkKind {
    /// Pushing reports: a lane for each organisation, so that a receiver that is away delays its own reports
    /// only. Time ends the attempts, not their number: the agreement says how long (SNO-12). A receiver that
    /// is down for days is asked four times an hour, and served within a quarter of an hour once it is back.
    public static let reportPush = WorkKind(
        "report-push", attemptLimit: .max, backOff: BackOff(firstSeconds: 25, longestSeconds: 900))
}

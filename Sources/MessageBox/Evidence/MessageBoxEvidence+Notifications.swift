import Agreements
import CivilTime
import SQL

extension MessageBoxEvidence {
    /// Notifications by the clock hour in which they became due. One is handled when it was sent, or when the
    /// receiver refused it for good; a first attempt alone is not enough, since a relay that is down is no
    /// one else's.
    func notifications(in transaction: any Transaction) throws -> LoadSeries {
        let longest = longestInTime(.notifications)
        let until = min(reach.end, max(reach.start, readAt))
        let buckets = try transaction.rows(
            """
            SELECT due_at / 3600000000,
              COUNT(*),
              CAST(SUM(CASE WHEN COALESCE(sent_at, refused_at) - due_at <= \(longest)
                THEN 1 ELSE 0 END) AS BIGINT),
              CAST(SUM(CASE WHEN COALESCE(sent_at, refused_at, \(readAt)) - due_at > \(longest)
                THEN 1 ELSE 0 END) AS BIGINT)
            FROM notification
            WHERE due_at >= \(reach.start) AND due_at < \(until)
            GROUP BY due_at / 3600000000
            """
        ) { row in
            let hour = try row.next(Int64.self)
            return LoadBucket(
                start: Instant(seconds: hour * 3_600),
                load: Load(offered: try row.next(), handled: try row.next(), late: try row.next()))
        }
        return LoadSeries(width: .hour, buckets: buckets)
    }

    /// How long notifications took from due to sent, of those that became due in the period, and how old
    /// those are that are not sent yet.
    func notificationTimes(in transaction: any Transaction) throws -> TermEvidence {
        var handled = Durations()
        var open = Durations()
        let until = min(period.end, max(period.start, readAt))
        try transaction.visit(
            """
            SELECT duration, is_open, COUNT(*), MAX(exact)
            FROM (
              SELECT COALESCE(sent_at, refused_at, \(readAt)) - due_at AS exact,
                CASE WHEN COALESCE(sent_at, refused_at) IS NULL THEN 1 ELSE 0 END AS is_open,
                CASE WHEN COALESCE(sent_at, refused_at, \(readAt)) - due_at <= 600000000
                  THEN (COALESCE(sent_at, refused_at, \(readAt)) - due_at + 999) / 1000 * 1000
                  ELSE (COALESCE(sent_at, refused_at, \(readAt)) - due_at + 999999) / 1000000 * 1000000
                  END AS duration
              FROM notification
              WHERE due_at >= \(period.start) AND due_at < \(until)
            ) AS told
            GROUP BY duration, is_open
            """
        ) { row in
            let duration = try row.next(Int.self)
            if try row.next(Bool.self) {
                open.add(duration, times: try row.next(), longest: try row.next())
            } else {
                handled.add(duration, times: try row.next(), longest: try row.next())
            }
        }
        return TermEvidence(handled: handled, open: open)
    }

    /// How far before the period attempts are looked at, to see whether its first ones were overtaken by
    /// those.
    private static let lookBackSeconds: Int64 = 86_400

    /// Whether first attempts came in the order in which the notifications became due, per channel, and each
    /// push service is one. Those
    /// attempted at one moment went out together: none of them overtook another.
    func order(in transaction: any Transaction) throws -> ArrivalOrder {
        var lines: [String: ArrivalLine] = [:]
        let from = period.start.advanced(bySeconds: -Self.lookBackSeconds)
        try transaction.visit(
            """
            SELECT channel, first_attempt_at, due_at
            FROM notification
            WHERE first_attempt_at >= \(from) AND first_attempt_at < \(period.end)
            UNION ALL
            SELECT push_service, first_attempt_at, due_at
            FROM device_notification
            WHERE first_attempt_at >= \(from) AND first_attempt_at < \(period.end)
            ORDER BY first_attempt_at
            """
        ) { row in
            let channel = try row.next(String.self)
            let attemptedAt = try row.next(Instant.self)
            lines[channel, default: ArrivalLine()].attempt(
                dueAt: try row.next(), at: attemptedAt, counts: attemptedAt >= period.start)
        }
        return ArrivalOrder(
            handled: lines.values.reduce(0) { $0 + $1.handled },
            overtaken: lines.values.reduce(0) { $0 + $1.overtaken })
    }
}

/// One channel, attempt by attempt: remembers how late the latest of the attempts before was due.
private struct ArrivalLine {
    var handled = 0
    var overtaken = 0
    private var attemptedAt: Instant?
    private var latestBefore: Instant?
    private var latestNow: Instant?

    mutating func attempt(dueAt: Instant, at moment: Instant, counts: Bool) {
        if moment != attemptedAt {
            latestBefore = [latestBefore, latestNow].compactMap(\.self).max()
            latestNow = nil
            attemptedAt = moment
        }
        latestNow = max(latestNow ?? dueAt, dueAt)
        guard counts else { return }
        handled += 1
        if let latestBefore, dueAt < latestBefore { overtaken += 1 }
    }
}

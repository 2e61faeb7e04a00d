import AgreementFiles
import CivilTime
import SQL

/// When a report stops changing: once all its sources have passed the month's end (DESIGN, decision 13).
public struct Freezing: Sendable {
    /// How long after the month's end nothing freezes. A window of 24 hours may start in the last moment of
    /// the month, what is accepted in it has another 24 hours, and the servers and the clocks have a day to
    /// spare.
    public let graceSeconds: Int64
    /// How long a probe that was seen in the month, and not since, is waited for: it may hold the end of the
    /// month in its spool. After that, what it did not see stays unknown.
    public let patienceSeconds: Int64

    public init(graceSeconds: Int64 = 3 * 86_400, patienceSeconds: Int64 = 14 * 86_400) {
        self.graceSeconds = graceSeconds
        self.patienceSeconds = patienceSeconds
    }

    /// Whether nothing can come any more that would change the month.
    func isDue(
        _ published: PublishedAgreement, _ month: CivilMonth, asOf now: Instant,
        in transaction: any Transaction
    ) throws -> Bool {
        let end = month.interval.end
        // A month before the agreement is not kept: anybody may ask for any.
        guard published.validFrom < end, now >= end.advanced(bySeconds: graceSeconds) else { return false }
        if now >= end.advanced(bySeconds: patienceSeconds) { return true }
        return try published.agreement.probes.allSatisfy { probe in
            guard let last = try Stretch.last(of: probe, startingBefore: now, in: transaction) else {
                return true
            }
            return last.interval.end <= month.interval.start || last.interval.end > end
        }
    }
}

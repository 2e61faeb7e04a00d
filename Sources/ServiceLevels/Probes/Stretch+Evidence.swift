import Agreements
import CivilTime
import SQL

extension Stretch {
    /// What a probe saw over a period; nil when it saw nothing.
    static func evidence(
        of probe: String, during period: Interval, in transaction: any Transaction
    ) throws -> OutageEvidence? {
        var looks: Int64 = 0
        var up: [Interval] = []
        var outages: [Outage] = []
        for stretch in try all(of: probe, during: period, in: transaction) {
            guard let seen = stretch.interval.intersection(period) else { continue }
            looks += seen.microseconds / ProbeObservation.lengthMicroseconds
            if let cause = stretch.cause {
                outages.append(Outage(seen, cause: cause))
            } else {
                up.append(seen)
            }
        }
        return looks == 0 ? nil : OutageEvidence(probes: Int(looks), up: IntervalSet(up), outages: outages)
    }
}

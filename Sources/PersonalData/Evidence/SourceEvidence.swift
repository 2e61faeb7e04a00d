public import Agreements
public import CivilTime
public import SQL

/// What was seen of each source over a period, for the clause that expects them to be there (SNO-04). Read
/// where the facts are, never copied.
public enum SourceEvidence {
    /// The sources that were asked in the period, by title; empty when none was.
    public static func gather(
        over period: Interval, in transaction: any Transaction
    ) throws -> [ConnectedSource] {
        let sources = try transaction.rows(
            "SELECT key, title FROM data_source ORDER BY title, key LIMIT \(countLimit)"
        ) { row in (key: try row.next(String.self), title: try row.next(String.self)) }
        return try sources.compactMap { source in
            let stretches = try SourceStretch.all(of: source.key, during: period, in: transaction)
            guard !stretches.isEmpty else { return nil }
            let seen = stretches.compactMap { stretch in
                stretch.interval.intersection(period).map { ($0, stretch.isUp) }
            }
            return ConnectedSource(
                title: source.title,
                seen: OutageEvidence(
                    probes: stretches.reduce(0) { $0 + $1.lookCount },
                    up: IntervalSet(seen.filter { $0.1 }.map(\.0)),
                    outages: seen.filter { !$0.1 }.map { Outage($0.0, cause: .unplanned) }))
        }
    }

    /// More than a policy file declares, over the years.
    private static let countLimit = 200
}

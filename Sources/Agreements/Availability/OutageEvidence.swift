public import CivilTime

/// Why something was down, as far as agreements tell causes apart.
public enum OutageCause: String, CaseIterable, Hashable, Sendable {
    /// Everything unplanned without another cause on record.
    case unplanned
    case internet
    /// Parts outside the responsibility of the provider, such as the sign-in service.
    case thirdParty = "third_party"
    case customer
    case calamity
    /// At a capacity bound in a month whose forecast was off by more than was agreed (SNO-50).
    case wrongForecast = "wrong_forecast"

    /// Dutch.
    public var text: String {
        switch self {
        case .unplanned: "ongepland"
        case .internet: "het internet"
        case .thirdParty: "onderdelen van anderen"
        case .customer: "de afnemer"
        case .calamity: "een calamiteit"
        case .wrongForecast: "een onjuiste prognose"
        }
    }
}

/// A stretch of time in which a function was seen to be down.
public struct Outage: Hashable, Sendable {
    public let interval: Interval
    public let cause: OutageCause

    public init(_ interval: Interval, cause: OutageCause) {
        self.interval = interval
        self.cause = cause
    }
}

/// What a probe saw of one function. What is in neither set is not known.
public struct OutageEvidence: Hashable, Sendable {
    /// How many times the probe looked.
    public let probes: Int
    public let up: IntervalSet
    /// Where these overlap with `up`, the outage holds.
    public let outages: [Outage]

    public init(probes: Int, up: IntervalSet, outages: [Outage]) {
        self.probes = probes
        self.up = up
        self.outages = outages
    }

    /// One look of a probe.
    public struct Probe: Hashable, Sendable {
        public let at: Instant
        /// Why it found the function down; nil when it was up.
        public let down: OutageCause?

        public init(at: Instant, down: OutageCause?) {
            self.at = at
            self.down = down
        }
    }

    /// From looks in order of time. What a look saw holds until the next, when that came within twice the
    /// interval at which the probe runs; otherwise for one interval, after which nothing is known.
    public init(probes: [Probe], everySeconds: Int64, until end: Instant) {
        var up: [Interval] = []
        var outages: [Outage] = []
        for (index, probe) in probes.enumerated() where probe.at < end {
            let next = index + 1 < probes.count ? probes[index + 1].at : end
            let isNear = next <= probe.at.advanced(bySeconds: 2 * everySeconds)
            let reach = isNear ? next : probe.at.advanced(bySeconds: everySeconds)
            let interval = Interval(from: probe.at, to: max(probe.at, min(reach, end)))
            if let cause = probe.down {
                outages.append(Outage(interval, cause: cause))
            } else {
                up.append(interval)
            }
        }
        self.init(probes: probes.count, up: IntervalSet(up), outages: outages)
    }

    /// What was seen of several functions together: up when all were, down when any was.
    static func together(_ parts: [OutageEvidence]) -> OutageEvidence? {
        guard let first = parts.first else { return nil }
        return OutageEvidence(
            probes: parts.reduce(0) { $0 + $1.probes },
            up: parts.dropFirst().reduce(first.up) { $0.intersection($1.up) },
            outages: parts.flatMap(\.outages))
    }
}

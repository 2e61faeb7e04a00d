public import CivilTime

/// The reckoning of one availability figure: every moment of the window in exactly one class.
///
/// Maintenance goes before outage, a counted outage before one that is not, and an outage before up. So the
/// classes never overlap, and their lengths add up to the window.
public struct AvailabilityFigure: Hashable, Sendable {
    public let window: IntervalSet
    public let maintenance: IntervalSet
    /// Outage that counts against the norm.
    public let down: IntervalSet
    /// Outage by a cause that does not count.
    public let excused: IntervalSet
    public let unknown: IntervalSet

    public init(
        window: Interval, maintenance: IntervalSet, evidence: OutageEvidence,
        notCounted: Set<OutageCause> = []
    ) {
        self.init(
            window: IntervalSet(window), maintenance: maintenance, evidence: evidence, notCounted: notCounted)
    }

    /// - Parameter window: the time that was promised, such as the opening hours of a month.
    public init(
        window: IntervalSet, maintenance: IntervalSet, evidence: OutageEvidence,
        notCounted: Set<OutageCause> = []
    ) {
        let promised = window.subtracting(maintenance)
        let counted = evidence.outages.filter { !notCounted.contains($0.cause) }
        let other = evidence.outages.filter { notCounted.contains($0.cause) }
        self.window = window
        self.maintenance = maintenance.intersection(window)
        down = IntervalSet(counted.map(\.interval)).intersection(promised)
        excused = IntervalSet(other.map(\.interval)).intersection(promised).subtracting(down)
        unknown = promised.subtracting(down).subtracting(excused).subtracting(evidence.up)
    }

    /// The share of time the function was up, in microseconds of microseconds; nil when nothing remains to
    /// be judged.
    public func share(
        maintenance treatment: AvailabilityNorm.Maintenance, probeGap: AvailabilityNorm.ProbeGap
    ) -> Fraction? {
        var base = window.totalMicroseconds
        if treatment == .outOfTheFigure { base -= maintenance.totalMicroseconds }
        if probeGap == .unknown { base -= unknown.totalMicroseconds }
        return base > 0 ? Fraction(Int(base - counted(probeGap)), of: Int(base)) : nil
    }

    /// The same against a month of fixed length, whatever the calendar says; never below zero.
    func share(ofHours hours: Int, probeGap: AvailabilityNorm.ProbeGap) -> Fraction {
        let base = Int64(hours) * 3_600_000_000
        return Fraction(Int(max(0, base - counted(probeGap))), of: Int(base))
    }

    /// Microseconds that count as down.
    func counted(_ probeGap: AvailabilityNorm.ProbeGap) -> Int64 {
        down.totalMicroseconds + (probeGap == .down ? unknown.totalMicroseconds : 0)
    }

    /// Whether anything was seen outside maintenance.
    var isObserved: Bool {
        let promised = window.totalMicroseconds - maintenance.totalMicroseconds
        return promised > unknown.totalMicroseconds
    }
}

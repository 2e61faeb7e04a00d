import CivilTime

/// How long something lasted, reached back or came ahead.
public struct LengthNorm: Hashable, Sendable {
    public let of: LengthMeasure
    public let bound: Bound<Span>
    public let standing: Standing

    public init(of: LengthMeasure, bound: Bound<Span>, standing: Standing) {
        self.of = of
        self.bound = bound
        self.standing = standing
    }
}

/// Lengths of time that are recorded.
public enum LengthMeasure: String, CaseIterable, Hashable, Sendable {
    /// From the oldest backup that can be put back until the moment of looking.
    case backupRetention = "backup_retention"
    /// From the last moment of which everything was kept until the loss.
    case dataLoss = "data_loss"
    /// From the beginning of a restore to its end.
    case restore
    /// From the moment the contents of a release were fixed to the release.
    case releaseContentsAhead = "release_contents_ahead"
    /// From the oldest line of the log of use until the moment of looking.
    case usageLog = "usage_log"
    /// From the loss of a service to its resumption.
    case resumption
}

extension LengthNorm {
    func judge(_ stretches: [Interval]?, line: NormLine) -> Finding {
        let norm = "\(bound.comparison.sign) \(bound.value.text)"
        guard let stretches else {
            return line.unmeasured(norm: norm, because: "Deze tijd is niet vastgelegd.")
        }
        guard let worst = worst(of: stretches) else {
            return line.finding(
                .notChallenged, norm: norm, measured: "heeft zich niet voorgedaan", observations: 0,
                ["In deze maand heeft zich dit niet voorgedaan."])
        }
        guard let kept = kept(stretches) else {
            return line.unmeasured(norm: norm, because: "\(bound.value.text) is hier geen lengte van tijd.")
        }
        let isKept = kept == stretches.count
        return line.finding(
            standing.verdict(isKept: isKept), norm: norm, measured: text(of: worst),
            observations: stretches.count, fraction: Fraction(kept, of: stretches.count),
            [
                """
                \(Dutch.text(stretches.count)) keer gemeten, waarvan \(Dutch.text(kept)) binnen de norm; \
                het slechtst: \(Dutch.text(worst.start)) tot \(Dutch.text(worst.end)).
                """
            ] + standing.account(isKept: isKept))
    }

    private func worst(of stretches: [Interval]) -> Interval? {
        bound.comparison.higherIsBetter
            ? stretches.min { $0.microseconds < $1.microseconds }
            : stretches.max { $0.microseconds < $1.microseconds }
    }

    /// How many keep the bound. Days, weeks and months are those of the calendar; nil for a span that is no
    /// length without a window.
    private func kept(_ stretches: [Interval]) -> Int? {
        var kept = 0
        for stretch in stretches {
            guard let end = bound.value.end(from: stretch.start) else { return nil }
            if bound.comparison.holds(stretch.end, against: end) { kept += 1 }
        }
        return kept
    }

    /// Whole days are said as days.
    private func text(of stretch: Interval) -> String {
        let day: Int64 = 86_400_000_000
        switch bound.value.kind {
        case .days, .weeks, .months: return "\(Dutch.text(Int(stretch.microseconds / day))) dagen"
        default: return Dutch.duration(microseconds: stretch.microseconds)
        }
    }
}

extension Span {
    /// The moment that lies this span later, by the clock or by the calendar of Amsterdam; nil for working
    /// time and for what is no length.
    func end(from start: Instant) -> Instant? {
        let local = LocalTime(start)
        let date: CivilDate
        switch kind {
        case .clock(let count): return start.advanced(byMicroseconds: count)
        case .days(let count): date = local.date.advanced(byDays: count)
        case .weeks(let count): date = local.date.advanced(byDays: 7 * count)
        case .months(let count): date = local.date.advanced(byMonths: count)
        case .working, .workingDays, .immediately, .inConsultation, .bestEffort: return nil
        }
        return Instant(LocalTime(date: date, time: local.time))
    }
}

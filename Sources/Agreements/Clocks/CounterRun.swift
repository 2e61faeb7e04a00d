import CivilTime

/// The clock that a pause opens on the party that is awaited: it has the same limit to do its part (SNO-41).
public struct CounterRun: Sendable {
    /// The key of the party.
    public let party: String
    public let clock: Clock

    public init(party: String, clock: Clock) {
        self.party = party
        self.clock = clock
    }

    /// In which hours the counter-clock of a party runs.
    public enum Hours: Sendable {
        /// In those of the clock that was paused.
        case same
        /// In other hours, in which also a span of clock time is counted.
        case other(WorkingHours)
    }
}

extension Clock {
    /// The counter-clocks of all pauses so far, each from the start of a pause to its end; pauses on one
    /// party that overlap are one.
    ///
    /// - Parameter hours: those for a party; nil for one that has no such clock.
    public func counterRuns(in hours: (_ party: String) -> CounterRun.Hours?) -> [CounterRun] {
        var runs: [CounterRun] = []
        for pause in pauses.sorted(by: { $0.from < $1.from }) {
            guard let own = hours(pause.responsible), finalStop.map({ pause.from < $0 }) ?? true
            else { continue }
            if let open = runs.lastIndex(where: { $0.party == pause.responsible }),
                let joined = joined(runs[open].clock, with: pause)
            {
                runs[open] = CounterRun(party: pause.responsible, clock: joined)
            } else {
                runs.append(CounterRun(party: pause.responsible, clock: counterClock(for: pause, in: own)))
            }
        }
        return runs
    }

    private func counterClock(for pause: Pause, in hours: CounterRun.Hours) -> Clock {
        let (limit, counted) =
            switch hours {
            case .same: (limit, self.hours)
            case .other(let other): (limit.inWorkingTime, other)
            }
        return Clock(
            limit: limit, hours: counted, start: pause.from, stops: counterStops(at: pause.to),
            endedAt: endedAt, warnings: warnings)
    }

    /// The clock until the later of both ends, when the pause begins before it stops.
    private func joined(_ clock: Clock, with pause: Pause) -> Clock? {
        guard let stop = clock.finalStop else { return clock }
        guard pause.from <= stop else { return nil }
        return clock.copy(stops: counterStops(at: pause.to.map { max(stop, $0) }), endedAt: endedAt)
    }

    /// When the other party is no longer awaited: at the end of the pause, or when the case was solved.
    private func counterStops(at end: Instant?) -> [TermRun.Stop] {
        let stop = [end, finalStop].compactMap { $0 }.min()
        return stop.map { [TermRun.Stop(at: $0, reopenedAt: nil)] } ?? []
    }
}

extension SpanLimit {
    /// The same length, counted in the hours of a window.
    fileprivate var inWorkingTime: SpanLimit {
        guard case .clock(let microseconds) = span.kind else { return self }
        return SpanLimit(comparison, Span(.working(microseconds: microseconds), text: span.text))
    }
}

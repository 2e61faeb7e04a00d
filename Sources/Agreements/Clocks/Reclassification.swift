public import CivilTime

/// A new limit from a moment on, because the priority or the agreement on a case changed.
public struct Reclassification: Sendable {
    public let at: Instant
    public let limit: SpanLimit
    public let hours: WorkingHours
    /// As of ``Clock/startsWhenOpen``: priorities differ in it (SNO-40).
    public let startsWhenOpen: WorkingHours?
    public let warnings: [ClockWarning]

    public init(
        at: Instant, limit: SpanLimit, hours: WorkingHours, startsWhenOpen: WorkingHours? = nil,
        warnings: [ClockWarning] = []
    ) {
        self.at = at
        self.limit = limit
        self.hours = hours
        self.startsWhenOpen = startsWhenOpen
        self.warnings = warnings
    }
}

/// A clock whose limit changes on the way.
///
/// Each limit is judged over the time it held. One that puts the deadline in the past is breached at the
/// change, by the change; a breach, once there, stays, whatever limit comes after it.
public struct ReclassifiedClock: Sendable {
    public let first: Clock
    /// In order of time.
    public let changes: [Reclassification]
    /// Whether a new limit counts from the start of the clock, with all its pauses, or from the change.
    public let counting: HandlingNorm.PriorityChange

    public init(first: Clock, changes: [Reclassification], counting: HandlingNorm.PriorityChange) {
        self.first = first
        self.changes = changes.sorted { $0.at < $1.at }
        self.counting = counting
    }

    /// What the clock that holds then shows at a moment, with the first breach of all.
    public func reading(at now: Instant) -> ClockReading {
        var clock = first
        var heldFrom: Instant?
        var breach: ClockReading.Breach?
        for change in changes where change.at <= now && !first.isOver(by: change.at) {
            breach = breach ?? clock.reading(at: change.at).breach.map { $0.notBefore(heldFrom) }
            clock = self.clock(after: change)
            heldFrom = change.at
        }
        let last = clock.reading(at: now)
        return last.with(breach: breach ?? last.breach.map { $0.notBefore(heldFrom) })
    }

    /// The clock by the limit that holds at a moment, for its course.
    public func clock(at now: Instant) -> Clock {
        let change = changes.last { $0.at <= now && !first.isOver(by: $0.at) }
        return change.map(clock(after:)) ?? first
    }

    private func clock(after change: Reclassification) -> Clock {
        let isFromStart = counting == .fromRegistration
        return Clock(
            limit: change.limit, hours: change.hours, startsWhenOpen: change.startsWhenOpen,
            start: isFromStart ? first.start : max(first.start, change.at), pauses: first.pauses,
            stops: first.stops, endedAt: first.endedAt, warnings: change.warnings)
    }
}

extension Clock {
    /// Whether the case was over before or at a moment, so that a change of its priority means nothing.
    fileprivate func isOver(by moment: Instant) -> Bool {
        [finalStop, endedAt].contains { $0.map { $0 <= moment } ?? false }
    }
}

extension ClockReading.Breach {
    /// A limit is not breached before it holds: what it finds in the past, its coming caused.
    fileprivate func notBefore(_ start: Instant?) -> ClockReading.Breach {
        guard let start, at <= start else { return self }
        return ClockReading.Breach(at: start, cause: .reclassification)
    }
}

extension ClockReading {
    /// The same reading with a breach of before, which only the end of the case hides.
    fileprivate func with(breach: Breach?) -> ClockReading {
        ClockReading(
            state: breach == nil || state == .ended ? state : .breached, startedAt: startedAt,
            deadline: deadline, elapsedMicroseconds: elapsedMicroseconds,
            budgetMicroseconds: budgetMicroseconds, breach: breach, warnings: warnings,
            firstStop: firstStop, finalStop: finalStop)
    }
}

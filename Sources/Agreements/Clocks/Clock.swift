public import CivilTime

/// A clock on a case: a pure function of its limit, the hours that count and what happened.
///
/// Nothing is counted in place. Ask for a ``reading(at:)`` at any moment, also one long past: what happened
/// later is left out of it.
public struct Clock: Sendable {
    public let limit: SpanLimit
    /// The hours in which working time runs and working days close.
    public let hours: WorkingHours
    /// Where given, a start outside these hours moves to their next opening; from there the clock runs on,
    /// whether they are open or not (SNO-40).
    public let startsWhenOpen: WorkingHours?
    public let start: Instant
    /// In any order; they may overlap.
    public let pauses: [Pause]
    /// In order of time.
    public let stops: [TermRun.Stop]
    /// When the case was merged or deleted, or the agreement on it ended: from then on no clock runs.
    public let endedAt: Instant?
    public let warnings: [ClockWarning]

    public init(
        limit: SpanLimit, hours: WorkingHours, startsWhenOpen: WorkingHours? = nil, start: Instant,
        pauses: [Pause] = [], stops: [TermRun.Stop] = [], endedAt: Instant? = nil,
        warnings: [ClockWarning] = []
    ) {
        self.limit = limit
        self.hours = hours
        self.startsWhenOpen = startsWhenOpen
        self.start = start
        self.pauses = pauses
        self.stops = stops
        self.endedAt = endedAt
        self.warnings = warnings
    }

    /// The same clock on a case that ended.
    public func ended(at moment: Instant) -> Clock {
        copy(endedAt: min(moment, endedAt ?? moment))
    }

    /// The deadline by all that is known, also of later; nil without a term, while a pause without an end
    /// comes before it, and beyond the horizon.
    public var deadline: Instant? {
        OwnTime(self).deadline
    }
}

public import CivilTime

/// All the open time of a window, compiled so that a clock is a few steps of searching.
///
/// A value of it is shared, never made per case. What begins or ends outside the ``horizon`` is not known:
/// there open time is none, and a moment beyond it is nil.
public struct WorkingHours: Sendable {
    private let table: OpeningTable

    /// From the year the rule of summer time holds, to where no agreement reaches.
    public static let horizon = OpeningCompiler.horizon

    /// 24 hours a day, 7 days a week.
    public static let always = WorkingHours(
        table: OpeningCompiler.table(OpeningDays(hours: .always, calendar: nil)))

    /// The window in one environment.
    public init(_ window: ServiceWindow, in environment: Environment) throws(WorkingHoursError) {
        guard let hours = window.hours[environment] else { throw .neverOpens }
        try self.init(hours, calendar: window.calendar)
    }

    /// Throws for hours that never open; that takes no longer than hours that do.
    public init(_ hours: OpeningHours, calendar: WorkCalendar?) throws(WorkingHoursError) {
        self.init(table: OpeningCompiler.table(OpeningDays(hours: hours, calendar: calendar)))
        guard !table.openTime.isEmpty else { throw .neverOpens }
    }

    private init(table: OpeningTable) {
        self.table = table
    }
}

public enum WorkingHoursError: Error, Hashable, Sendable {
    /// Not once in the whole horizon; a clock on it would never run.
    case neverOpens
}

extension WorkingHours {
    /// Microseconds open between two moments; negative when the second is earlier.
    public func elapsed(from start: Instant, to end: Instant) -> Int64 {
        table.openTime.before(end) - table.openTime.before(start)
    }

    /// The moment at which so much open time has gone by: a budget that uses up a window ends as that
    /// closes, not when the next one opens; one of nothing ends where it starts.
    ///
    /// Nil beyond the horizon. A negative budget is a defect of the caller.
    public func moment(after microseconds: Int64, from start: Instant) -> Instant? {
        precondition(microseconds >= 0, "time does not run back")
        guard Self.horizon.contains(start), microseconds <= Self.horizon.microseconds else { return nil }
        guard microseconds > 0 else { return start }
        return table.openTime.moment(after: microseconds, from: start)
    }

    /// The moment itself while open; else when it next opens, nil when that is beyond the horizon.
    public func nextOpening(atOrAfter moment: Instant) -> Instant? {
        table.openTime.nextOpening(atOrAfter: moment)
    }

    public func isOpen(at moment: Instant) -> Bool {
        table.openTime.nextOpening(atOrAfter: moment) == moment
    }

    /// The open parts of an interval, in order.
    public func open(in interval: Interval) -> [Interval] {
        table.openTime.parts(of: interval)
    }

    /// When the last opening of the `n`-th day after a date ends, counting only days on which the window
    /// opens; for 24×7 the working days of the calendar, each to its midnight. Nil beyond the horizon.
    public func closing(ofWorkingDay n: Int, after date: CivilDate) -> Instant? {
        table.closings.closing(n, after: date)
    }

    /// Why the window does not open on a day, in Dutch; nil when it does.
    public func closure(on date: CivilDate) -> String? {
        table.days.closure(on: date)
    }
}

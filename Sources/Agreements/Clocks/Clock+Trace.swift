public import CivilTime

extension Clock {
    /// The course of the clock as it stands at a moment: up to the stop, else up to the deadline where it is
    /// known, also when that is still to come, else up to now.
    public func trace(at now: Instant) -> ClockTrace {
        let known = known(at: now)
        return known.trace(until: known.finalStop ?? known.endedAt ?? known.deadline ?? now)
    }

    /// The course of the clock up to a moment, by all that is on record.
    public func trace(until end: Instant) -> ClockTrace {
        let own = OwnTime(self)
        guard end > start else { return ClockTrace(entries: []) }
        var entries: [ClockTrace.Entry] = []
        var cursor = min(own.start, end)
        entries.append(from: start, to: cursor, .notStarted)
        for stand in standstills(from: cursor, until: end) {
            entries += running(from: cursor, to: stand.interval.start, in: own.hours)
            entries.append(stand)
            cursor = stand.interval.end
        }
        return ClockTrace(entries: entries + running(from: cursor, to: end, in: own.hours))
    }

    /// Hours that count and the gaps between them.
    private func running(
        from start: Instant, to end: Instant, in hours: WorkingHours
    ) -> [ClockTrace.Entry] {
        guard start < end else { return [] }
        var entries: [ClockTrace.Entry] = []
        var cursor = start
        for part in hours.open(in: Interval(from: start, to: end)) {
            entries.append(from: cursor, to: part.start, closed(from: cursor, to: part.start, hours))
            entries.append(from: part.start, to: part.end, .counted)
            cursor = part.end
        }
        entries.append(from: cursor, to: end, closed(from: cursor, to: end, hours))
        return entries
    }

    private func closed(from start: Instant, to end: Instant, _ hours: WorkingHours) -> ClockTrace.Kind {
        guard start < end else { return .closed(days: []) }
        let last = end.advanced(byMicroseconds: -1).localDate
        let dates = (start.localDate.dayNumber...last.dayNumber).map { CivilDate(dayNumber: $0) }
        return .closed(
            days: dates.compactMap { date in
                hours.closure(on: date).map { ClockTrace.ClosedDay(date: date, reason: $0) }
            })
    }

    /// Pauses and the times after an undone stop, in order, each moment in one of them: where two overlap,
    /// it is the one that began first.
    private func standstills(from start: Instant, until end: Instant) -> [ClockTrace.Entry] {
        let paused = pauses.map { pause in
            (
                pause.from, pause.to,
                ClockTrace.Kind.paused(reason: pause.reason, responsible: pause.responsible)
            )
        }
        let stopped = stops.filter { $0.reopenedAt != nil }.map { stop in
            (stop.at, stop.reopenedAt, ClockTrace.Kind.stopped)
        }
        var entries: [ClockTrace.Entry] = []
        var cursor = start
        for (from, to, kind) in (paused + stopped).sorted(by: { $0.0 < $1.0 }) {
            let from = max(from, cursor)
            let to = min(to ?? end, end)
            guard from < to else { continue }
            entries.append(from: from, to: to, kind)
            cursor = to
        }
        return entries
    }
}

extension [ClockTrace.Entry] {
    fileprivate mutating func append(from start: Instant, to end: Instant, _ kind: ClockTrace.Kind) {
        guard start < end else { return }
        append(ClockTrace.Entry(interval: Interval(from: start, to: end), kind: kind))
    }
}

import CivilTime

/// The time that counts for one clock: its hours from its start, without the times it stood still.
struct OwnTime {
    let hours: WorkingHours
    let start: Instant
    /// In order, apart from each other.
    let halts: [Halt]
    /// Own time until the term is over; nil without a term, and beyond the horizon.
    let budget: Int64?

    /// A time the clock stands still; without an end while that lasts.
    struct Halt {
        var from: Instant
        var to: Instant?
    }

    init(_ clock: Clock) {
        let counted = clock.limit.span.ownHours(clock.hours)
        let start = clock.effectiveStart
        hours = counted
        self.start = start
        halts = clock.isUninterrupted ? [] : Self.united(clock.halts, after: start)
        budget = clock.limit.span.budget(from: start, in: clock.hours)
    }

    var deadline: Instant? {
        budget.flatMap { moment(after: $0) }
    }

    /// The moment at which so much own time has gone by; nil when the clock stands still before that, or
    /// beyond the horizon.
    func moment(after microseconds: Int64) -> Instant? {
        var left = microseconds
        var cursor = start
        for halt in halts {
            let run = hours.elapsed(from: cursor, to: halt.from)
            if run >= left { break }
            guard let end = halt.to else { return nil }
            left -= run
            cursor = end
        }
        return hours.moment(after: left, from: cursor)
    }

    /// Own time gone by at a moment; none before the start.
    func elapsed(to moment: Instant) -> Int64 {
        guard moment > start else { return 0 }
        var total: Int64 = 0
        var cursor = start
        for halt in halts where halt.from < moment {
            total += hours.elapsed(from: cursor, to: halt.from)
            guard let end = halt.to, end < moment else { return total }
            cursor = end
        }
        return total + hours.elapsed(from: cursor, to: moment)
    }

    private static func united(_ halts: [Halt], after start: Instant) -> [Halt] {
        var result: [Halt] = []
        for halt in halts.sorted(by: { $0.from < $1.from }) {
            let from = max(halt.from, start)
            if let to = halt.to, to <= from { continue }
            guard let last = result.last else {
                result.append(Halt(from: from, to: halt.to))
                continue
            }
            guard let lastEnd = last.to else { break }
            if from > lastEnd {
                result.append(Halt(from: from, to: halt.to))
            } else {
                result[result.count - 1].to = halt.to.map { max($0, lastEnd) }
            }
        }
        return result
    }
}

extension Clock {
    var effectiveStart: Instant {
        let opening = limit.span.kind == .immediately ? hours : startsWhenOpen
        return opening?.nextOpening(atOrAfter: start) ?? start
    }

    /// Most clocks never stand still: those are reckoned without a list.
    fileprivate var isUninterrupted: Bool {
        pauses.isEmpty && stops.allSatisfy { $0.reopenedAt == nil }
    }

    /// Pauses, up to the stop where there is one, and the times between a stop and the reopening.
    fileprivate var halts: [OwnTime.Halt] {
        let end = finalStop ?? endedAt
        let paused = pauses.map { pause in
            OwnTime.Halt(from: pause.from, to: end.map { min($0, pause.to ?? $0) } ?? pause.to)
        }
        let solved = stops.filter { $0.reopenedAt != nil }.map {
            OwnTime.Halt(from: $0.at, to: $0.reopenedAt)
        }
        return paused + solved
    }

    /// The last stop, when it was not undone.
    var finalStop: Instant? {
        stops.last.flatMap { $0.reopenedAt == nil ? $0.at : nil }
    }
}

extension Span {
    /// The hours in which this span runs.
    fileprivate func ownHours(_ hours: WorkingHours) -> WorkingHours {
        switch kind {
        case .working, .workingDays, .immediately: hours
        case .clock, .days, .weeks, .months, .inConsultation, .bestEffort: .always
        }
    }

    /// Own time from a start until the term is over; nil without one, and for a length that is none.
    fileprivate func budget(from start: Instant, in hours: WorkingHours) -> Int64? {
        switch kind {
        case .clock(let count), .working(let count): count >= 0 ? count : nil
        case .immediately: 0
        case .workingDays(let count):
            hours.closing(ofWorkingDay: count, after: start.localDate).map { closing in
                max(0, hours.elapsed(from: start, to: closing))
            }
        case .days(let count) where Self.counts.contains(count):
            untilEnd(of: start.localDate.advanced(byDays: count), from: start)
        case .weeks(let count) where Self.counts.contains(count):
            untilEnd(of: start.localDate.advanced(byDays: 7 * count), from: start)
        case .months(let count) where Self.counts.contains(count):
            untilEnd(of: start.localDate.advanced(byMonths: count), from: start)
        case .days, .weeks, .months, .inConsultation, .bestEffort: nil
        }
    }

    /// More days, weeks or months than these lie beyond the horizon, and are not reckoned with.
    private static let counts = 0...40_000

    private func untilEnd(of date: CivilDate, from start: Instant) -> Int64 {
        Instant(startOf: date.advanced(byDays: 1)).microseconds(since: start)
    }
}

public import CivilTime

extension Clock {
    /// What the clock shows at a moment, by what had happened until then.
    public func reading(at now: Instant) -> ClockReading {
        known(at: now).currentReading(at: now)
    }

    /// A deadline exactly at the end of the term is kept under `≤` and not under `<`. Moments are compared,
    /// never rounded shares of the budget.
    func isOver(_ deadline: Instant, at moment: Instant) -> Bool {
        limit.comparison == .atMost ? moment > deadline : moment >= deadline
    }

    /// The same clock without what happened later.
    func known(at now: Instant) -> Clock {
        guard isLaterThan(now) else { return self }
        let pauses = pauses.filter { $0.from <= now }.map { $0.known(at: now) }
        let stops = stops.filter { $0.at <= now }.map { stop in
            TermRun.Stop(at: stop.at, reopenedAt: stop.reopenedAt.flatMap { $0 <= now ? $0 : nil })
        }
        return copy(pauses: pauses, stops: stops, endedAt: endedAt.flatMap { $0 <= now ? $0 : nil })
    }

    /// Whether anything is on record of after a moment.
    private func isLaterThan(_ now: Instant) -> Bool {
        pauses.contains { ($0.to ?? $0.from) > now } || stops.contains { ($0.reopenedAt ?? $0.at) > now }
            || endedAt.map { $0 > now } ?? false
    }

    private func currentReading(at now: Instant) -> ClockReading {
        let own = OwnTime(self)
        let deadline = own.deadline
        let until = [finalStop, endedAt].compactMap { $0 }.min() ?? now
        let breach = deadline.flatMap { deadline in
            isOver(deadline, at: until) ? ClockReading.Breach(at: deadline, cause: .term) : nil
        }
        let state = state(at: now, own, isBreached: breach != nil)
        return ClockReading(
            state: state, startedAt: own.start, deadline: state == .ended ? nil : deadline,
            elapsedMicroseconds: own.elapsed(to: until), budgetMicroseconds: own.budget, breach: breach,
            warnings: state == .ended ? [] : warnings(own), firstStop: stops.first?.at,
            finalStop: finalStop)
    }

    private func state(at now: Instant, _ own: OwnTime, isBreached: Bool) -> ClockReading.State {
        if let endedAt, finalStop.map({ endedAt < $0 }) ?? true { return .ended }
        guard limit.span.isTerm else { return .noTerm }
        if isBreached { return .breached }
        if finalStop != nil { return .met }
        if now < own.start { return .notStarted }
        if let pause = pauses.filter({ $0.to == nil }).min(by: { $0.from < $1.from }) {
            return .paused(by: pause.responsible)
        }
        return .running
    }

    /// Those that come before a stop; after it there is nothing to warn of.
    private func warnings(_ own: OwnTime) -> [ClockReading.Warning] {
        guard let budget = own.budget else { return [] }
        return warnings.compactMap { warning in
            guard let moment = own.moment(after: warning.point(in: budget)) else { return nil }
            if let finalStop, finalStop < moment { return nil }
            return ClockReading.Warning(at: moment, warning: warning)
        }.sorted { $0.at < $1.at }
    }

    func copy(
        pauses: [Pause]? = nil, stops: [TermRun.Stop]? = nil, endedAt: Instant?
    ) -> Clock {
        Clock(
            limit: limit, hours: hours, startsWhenOpen: startsWhenOpen, start: start,
            pauses: pauses ?? self.pauses, stops: stops ?? self.stops, endedAt: endedAt, warnings: warnings)
    }
}

extension ClockWarning {
    /// Own time from the start until the warning. One longer before the deadline than the whole budget comes
    /// at the start.
    fileprivate func point(in budget: Int64) -> Int64 {
        switch self {
        case .before(let span): max(0, budget - (span.microseconds ?? 0))
        case .share(let share):
            Int64(
                share.fraction.denominator.dividingFullWidth(
                    Int(budget).multipliedFullWidth(by: share.fraction.numerator)
                ).quotient)
        }
    }
}

extension Pause {
    fileprivate func known(at now: Instant) -> Pause {
        guard let to, to > now else { return self }
        return Pause(from: from, to: nil, reason: reason, responsible: responsible)
    }
}

public import CivilTime

/// How long one step of a plan may take: the limit of the norm on its term, in the hours of that norm.
public struct PlanTerm: Sendable {
    /// The key of the term.
    public let term: String
    /// Dutch, as in the document.
    public let text: String
    public let limit: SpanLimit
    public let hours: WorkingHours

    public init(term: String, text: String, limit: SpanLimit, hours: WorkingHours) {
        self.term = term
        self.text = text
        self.limit = limit
        self.hours = hours
    }

    /// The last moment of the step when it begins at a moment; nil for one without a term.
    fileprivate func end(from start: Instant) -> Instant? {
        guard let deadline = Clock(limit: limit, hours: hours, start: start).deadline else { return nil }
        switch limit.span.kind {
        // These run to the end of a day, which is the first moment of the next.
        case .days, .weeks, .months: return deadline.advanced(byMicroseconds: -1)
        case .clock, .working, .workingDays, .immediately, .inConsultation, .bestEffort: return deadline
        }
    }
}

extension TermPlan {
    /// How far back is looked for a day on which to ask in time; nothing is asked longer ahead.
    private static let daysSearched = 366

    /// Whether a chain of terms fits before a wanted date, when each step takes all the time it may.
    ///
    /// - Parameters:
    ///   - terms: by the key of the term; a step that is not in it takes no time.
    ///   - calendar: for bounds in working days.
    public func feasibility(
        wanted: CivilDate, asked: Instant, terms: [String: PlanTerm], calendar: WorkCalendar?
    ) -> PlanFeasibility {
        let steps = chain(from: asked, terms)
        let settledBy = settledAtLeast?.day(before: wanted, calendar: calendar) ?? wanted.advanced(byDays: -1)
        let askBy = askAtLeast?.day(before: wanted, calendar: calendar)
        return PlanFeasibility(
            plan: self, wanted: wanted, askedOn: asked.localDate, askBy: askBy, steps: steps,
            settledBy: settledBy,
            latestAsk: latestAsk(notAfter: askBy ?? settledBy, settledBy: settledBy, terms))
    }

    private func chain(from asked: Instant, _ terms: [String: PlanTerm]) -> [PlanFeasibility.Step] {
        var steps: [PlanFeasibility.Step] = []
        var moment = asked
        for key in self.steps {
            let end = terms[key]?.end(from: moment)
            steps.append(PlanFeasibility.Step(term: key, allowed: terms[key], latest: end?.localDate))
            moment = end ?? moment
        }
        return steps
    }

    /// The last day on which a request is in time for the chain, asked at whatever hour of it.
    private func latestAsk(
        notAfter last: CivilDate, settledBy: CivilDate, _ terms: [String: PlanTerm]
    ) -> CivilDate? {
        (0..<Self.daysSearched).lazy.map { last.advanced(byDays: -$0) }.first { date in
            let endOfDay = Instant(startOf: date.advanced(byDays: 1)).advanced(byMicroseconds: -1)
            return chain(from: endOfDay, terms).compactMap(\.latest).allSatisfy { $0 <= settledBy }
        }
    }
}

extension Agreement {
    /// Whether the chain of a plan fits, by the norms that this agreement has on its terms; told when it is
    /// asked for (BVV-14).
    public func feasibility(of plan: TermPlan, wanted: CivilDate, asked: Instant) -> PlanFeasibility {
        let lines = HandlingRules(self).lines.filter { $0.norm.process == plan.process }
        var terms: [String: PlanTerm] = [:]
        for step in plan.steps {
            let own = lines.filter { $0.norm.term == step }
            guard let line = own.min(by: { $0.selectivity < $1.selectivity }),
                let limit = line.norm.limits.all.first, let hours = line.hours(for: limit, in: .production)
            else { continue }
            terms[step] = PlanTerm(term: step, text: line.line.text, limit: limit, hours: hours)
        }
        let calendar = lines.lazy.compactMap { $0.norm.window?.calendar }.first
        return plan.feasibility(wanted: wanted, asked: asked, terms: terms, calendar: calendar)
    }
}

import Agreements

extension Reader {
    func handling(_ fields: inout Fields) -> HandlingNorm? {
        let process = fields.value("process", .key)
        let term = fields.value("term", .key)
        let selection = selection(&fields)
        let limits = limits(&fields)
        let share = fields.optional("share", .percentage)
        let window = fields.optional("window", .key(of: serviceWindows))
        let startsIn = fields.optional("starts", .key(of: serviceWindows))
        let standing = standing(&fields)
        let counted = fields.optional("counted", .choice as Notation<HandlingNorm.Membership>)
        let onChange = fields.optional("on_priority_change", .choice as Notation<HandlingNorm.PriorityChange>)
        let warnings = warnings(&fields)
        let counterClock = counterClock(&fields)
        if let process, let term {
            mention(process, .type, at: fields, "process")
            mention(process, .term(term), at: fields, "term")
        }
        guard let process, let term, let limits else { return nil }
        if limits.needWindow, !fields.has("window") {
            fields.report("window", expected: "a service window, for working time", found: "nothing")
        }
        return HandlingNorm(
            process: process, term: term, selection: selection, limits: limits, share: share,
            window: window.flatMap { serviceWindows[$0] }, startsIn: startsIn.flatMap { serviceWindows[$0] },
            standing: standing, counted: counted ?? .resolvedOrOverdue,
            onPriorityChange: onChange ?? .fromRegistration, warnings: warnings, counterClock: counterClock)
    }

    private func selection(_ fields: inout Fields) -> CaseSelection {
        CaseSelection(
            priority: fields.optional("priority", priorityNumber),
            environment: fields.optional("environment", .choice),
            component: fields.optional("component", .key), item: fields.optional("item", .key),
            party: fields.optional("party", .key(of: parties)))
    }

    /// `at_most` or `less_than`, or `per_cell` with an `operator`.
    private func limits(_ fields: inout Fields) -> HandlingNorm.Limits? {
        let atMost = fields.optional("at_most", .span)
        let lessThan = fields.optional("less_than", .span)
        let perCell = perCell(&fields)
        let written = ["at_most", "less_than", "per_cell"].filter(fields.has)
        guard written.count == 1 else {
            fields.report(
                written.first ?? "at_most", expected: "one of at_most, less_than, per_cell",
                found: written.isEmpty ? "none of them" : "more than one")
            return nil
        }
        return atMost.map { .one(SpanLimit(.atMost, $0)) }
            ?? lessThan.map { .one(SpanLimit(.lessThan, $0)) } ?? perCell.map { .perCell($0) }
    }

    private func perCell(_ fields: inout Fields) -> [[SpanLimit]]? {
        let comparison = fields.optional("operator", .choice as Notation<CellOperator>)
        fields.ask("per_cell")
        guard fields.has("per_cell") else {
            if fields.has("operator") {
                fields.report("operator", expected: "per_cell with an operator", found: "no per_cell")
            }
            return nil
        }
        let rows = fields.pairs("per_cell", .span)
        guard let matrix else {
            fields.report("per_cell", expected: "a priority_matrix in the file", found: "none")
            return nil
        }
        guard let comparison else {
            if !fields.has("operator") {
                fields.report("operator", expected: "at_most or less_than, for per_cell", found: "nothing")
            }
            return nil
        }
        guard let rows,
            let cells = cells(
                rows, impact: matrix.impact, urgency: matrix.urgency, "per_cell", &fields)
        else { return nil }
        return cells.map { $0.map { SpanLimit(comparison == .atMost ? .atMost : .lessThan, $0) } }
    }

    private enum CellOperator: String, CaseIterable {
        case atMost = "at_most"
        case lessThan = "less_than"
    }

    private func warnings(_ fields: inout Fields) -> [ClockWarning] {
        let shares = fields.optionalValues("warn_at", .percentage) ?? []
        let before = fields.optionalValues("warn_before", .clockSpan) ?? []
        return shares.map { .share($0) } + before.map { .before($0) }
    }

    private func counterClock(_ fields: inout Fields) -> CounterClock? {
        let party = fields.optional("counter_clock", .key(of: parties))
        let window = fields.optional("counter_window", .key(of: serviceWindows))
        let exceptions = fields.optionalValues("counter_except", .key(of: parties))
        if fields.has("counter_window") != fields.has("counter_except") {
            fields.report(
                "counter_window", expected: "counter_window and counter_except together",
                found: "one of them")
        }
        if fields.has("counter_except"), !fields.has("counter_clock") {
            fields.report("counter_clock", expected: "a party, for counter_except", found: "nothing")
        }
        guard let party, let exceptions else { return nil }
        return CounterClock(
            party: party, exceptions: exceptions, exceptionWindow: window.flatMap { serviceWindows[$0] })
    }
}

extension HandlingNorm.Limits {
    /// Whether some limit runs in the hours of a window.
    fileprivate var needWindow: Bool {
        let spans: [Span] =
            switch self {
            case .one(let limit): [limit.span]
            case .perCell(let rows): rows.joined().map(\.span)
            }
        return spans.contains { span in
            switch span.kind {
            case .working, .workingDays: true
            case .clock, .days, .weeks, .months, .immediately, .inConsultation, .bestEffort: false
            }
        }
    }
}

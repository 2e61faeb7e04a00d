import Agreements

extension Reader {
    /// The norm of a line, as a function of the maintenance windows, which may stand further on in the file.
    func norm(_ fields: inout Fields) -> (([MaintenanceWindow]) -> Norm?)? {
        guard let kind = fields.value("kind", .choice as Notation<Kind>) else { return nil }
        if kind == .availability { return availability(&fields) }
        return plainNorm(kind, &fields).map { norm in { _ in norm } }
    }

    private enum Kind: String, CaseIterable {
        case capacity
        case order
        case term
        case responseTime = "response_time"
        case size
        case designLoad = "design_load"
        case reoffer
        case redelivery
        case availability
    }

    private func plainNorm(_ kind: Kind, _ fields: inout Fields) -> Norm? {
        switch kind {
        case .capacity: capacity(&fields).map(Norm.capacity)
        case .order: fields.value("flow", .choice).map { .order(OrderNorm(flow: $0)) }
        case .term: term(&fields).map(Norm.term)
        case .responseTime: responseTime(&fields).map(Norm.responseTime)
        case .size: limit(&fields, .bytes).map { .size(SizeNorm(limit: $0)) }
        case .designLoad: fields.value("share", .percentage).map { .designLoad(DesignLoadNorm(share: $0)) }
        case .reoffer: fields.value("until", .duration).map { .reoffer(ReofferNorm(until: $0)) }
        case .redelivery: redelivery(&fields).map(Norm.redelivery)
        case .availability: nil
        }
    }

    private func capacity(_ fields: inout Fields) -> CapacityNorm? {
        let flow = fields.value("flow", .choice as Notation<Flow>)
        let maximum = fields.value("maximum", .count)
        let per = fields.value("per", .choice as Notation<CapacityNorm.Window>)
        let excess = fields.value("excess", .choice as Notation<CapacityNorm.Excess>)
        guard let flow, let maximum, let per, let excess else { return nil }
        guard maximum > 0 else {
            fields.report("maximum", expected: "more than 0", found: "'0'")
            return nil
        }
        return CapacityNorm(flow: flow, maximum: maximum, per: per, excess: excess)
    }

    private func term(_ fields: inout Fields) -> TermNorm? {
        let flow = fields.value("flow", .choice as Notation<Flow>)
        let limit = limit(&fields, .duration)
        return flow.flatMap { flow in limit.map { TermNorm(flow: flow, limit: $0) } }
    }

    private func responseTime(_ fields: inout Fields) -> ResponseTimeNorm? {
        let interface = fields.value("interface", .choice as Notation<Interface>)
        let share = fields.value("share", .percentage)
        let limit = limit(&fields, .duration)
        guard let interface, let share, let limit else { return nil }
        return ResponseTimeNorm(interface: interface, share: share, limit: limit)
    }

    private func redelivery(_ fields: inout Fields) -> RedeliveryNorm? {
        let within = fields.value("within", .duration)
        let arrivesOnce = fields.value("arrives_once", .truth)
        return within.flatMap { within in
            arrivesOnce.map { RedeliveryNorm(within: within, arrivesOnce: $0) }
        }
    }

    /// `at_most` (≤) or `less_than` (<): one of the two.
    private func limit(_ fields: inout Fields, _ notation: Notation<Int>) -> Limit? {
        let atMost = fields.optional("at_most", notation)
        let lessThan = fields.optional("less_than", notation)
        guard fields.has("at_most") != fields.has("less_than") else {
            fields.report("at_most", expected: "either at_most or less_than", found: "both or neither")
            return nil
        }
        return atMost.map { Limit(.atMost, $0) } ?? lessThan.map { Limit(.lessThan, $0) }
    }
}

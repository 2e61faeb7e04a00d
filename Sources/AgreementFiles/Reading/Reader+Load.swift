import Agreements

extension Reader {
    func capacity(_ fields: inout Fields) -> CapacityNorm? {
        let flow = fields.value("flow", .choice as Notation<Flow>)
        let maximum = fields.value("maximum", .count)
        let per = fields.value("per", .choice as Notation<CapacityNorm.Window>)
        let excess = fields.value("excess", .choice as Notation<CapacityNorm.Excess>)
        let window = fields.optional("window", .key(of: serviceWindows))
        guard let flow, let maximum, let per, let excess else { return nil }
        guard maximum > 0 else {
            fields.report("maximum", expected: "more than 0", found: "'0'")
            return nil
        }
        guard (per == .serviceWindow) == fields.has("window") else {
            fields.report(
                "window", expected: "per: service_window and a window together", found: "one of them")
            return nil
        }
        return CapacityNorm(
            flow: flow, maximum: maximum, per: per, excess: excess,
            window: window.flatMap { serviceWindows[$0] })
    }

    func term(_ fields: inout Fields) -> TermNorm? {
        let flow = fields.value("flow", .choice as Notation<Flow>)
        let limit = limit(&fields, .duration)
        return flow.flatMap { flow in limit.map { TermNorm(flow: flow, limit: $0) } }
    }

    func responseTime(_ fields: inout Fields) -> ResponseTimeNorm? {
        let interface = fields.value("interface", .choice as Notation<Interface>)
        let share = fields.optional("share", .percentage) ?? Percentage(scaled: 100, decimals: 0)
        let limit = limit(&fields, .duration)
        let standing = standing(&fields)
        guard let interface, let share, let limit else { return nil }
        return ResponseTimeNorm(interface: interface, share: share, limit: limit, standing: standing)
    }

    func redelivery(_ fields: inout Fields) -> RedeliveryNorm? {
        let within = fields.value("within", .duration)
        let arrivesOnce = fields.value("arrives_once", .truth)
        return within.flatMap { within in
            arrivesOnce.map { RedeliveryNorm(within: within, arrivesOnce: $0) }
        }
    }

    func forecast(_ fields: inout Fields) -> ForecastNorm? {
        let party = fields.value("party", .key(of: parties))
        let horizon = fields.value("horizon", .number(1...40, of: ["kwartaal", "kwartalen"]))
        let renewed = fields.value("renewed", .choice as Notation<Rhythm>)
        let deviation = fields.value("deviation", .percentage)
        let judged = fields.values("judged", .choice as Notation<ForecastMeasure>)
        let spread = fields.value("spread", .choice as Notation<ForecastNorm.Spread>)
        let liability = fields.value("liability", .choice as Notation<ForecastNorm.Liability>)
        guard let party, let horizon, let renewed, let deviation, let judged, let spread, let liability else {
            return nil
        }
        return ForecastNorm(
            party: party, horizonQuarters: horizon, renewed: renewed, deviation: deviation, judged: judged,
            spread: spread, liability: liability)
    }
}

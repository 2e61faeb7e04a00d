import Agreements

extension Reader {
    func line(_ fields: inout Fields, paragraph: String) -> NormLine? {
        let text = fields.value("text", .text)
        let own = fields.optional("paragraph", .text)
        let kind = fields.value("kind", .choice as Notation<Kind>)
        guard let kind else {
            fields.askAll()
            return nil
        }
        guard let norm = norm(kind, &fields), let text else { return nil }
        return NormLine(text: text, paragraph: own ?? paragraph, norm: norm)
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
        case handling
        case share
        case answerTime = "answer_time"
        case mean
        case number
        case length
        case forecast
    }

    private func norm(_ kind: Kind, _ fields: inout Fields) -> Norm? {
        switch kind {
        case .capacity: capacity(&fields).map(Norm.capacity)
        case .order: fields.value("flow", .choice).map { .order(OrderNorm(flow: $0)) }
        case .term: term(&fields).map(Norm.term)
        case .responseTime: responseTime(&fields).map(Norm.responseTime)
        case .size: limit(&fields, .bytes).map { .size(SizeNorm(limit: $0)) }
        case .designLoad: fields.value("share", .percentage).map { .designLoad(DesignLoadNorm(share: $0)) }
        case .reoffer: fields.value("until", .duration).map { .reoffer(ReofferNorm(until: $0)) }
        case .redelivery: redelivery(&fields).map(Norm.redelivery)
        case .availability: availability(&fields).map(Norm.availability)
        case .handling: handling(&fields).map(Norm.handling)
        case .share: share(&fields).map(Norm.share)
        case .answerTime: answerTime(&fields).map(Norm.answerTime)
        case .mean: mean(&fields).map(Norm.mean)
        case .number: number(&fields).map(Norm.number)
        case .length: length(&fields).map(Norm.length)
        case .forecast: forecast(&fields).map(Norm.forecast)
        }
    }

    /// Whether falling short breaks the agreement; a norm where the file does not say.
    func standing(_ fields: inout Fields) -> Standing {
        fields.optional("standing", .choice) ?? .norm
    }

    /// `at_most` (≤) or `less_than` (<): one of the two.
    func limit(_ fields: inout Fields, _ notation: Notation<Int>) -> Limit? {
        let atMost = fields.optional("at_most", notation)
        let lessThan = fields.optional("less_than", notation)
        guard fields.has("at_most") != fields.has("less_than") else {
            fields.report("at_most", expected: "either at_most or less_than", found: "both or neither")
            return nil
        }
        return atMost.map { Limit(.atMost, $0) } ?? lessThan.map { Limit(.lessThan, $0) }
    }
}

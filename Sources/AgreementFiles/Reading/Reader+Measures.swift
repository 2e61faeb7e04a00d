import Agreements

extension Reader {
    func share(_ fields: inout Fields) -> ShareNorm? {
        let of = fields.value("of", .choice as Notation<ShareMeasure>)
        let bound = bound(&fields, .percentage)
        let standing = standing(&fields)
        return of.flatMap { of in bound.map { ShareNorm(of: of, bound: $0, standing: standing) } }
    }

    func answerTime(_ fields: inout Fields) -> AnswerTimeNorm? {
        _ = fields.value("of", .choice as Notation<Answered>)
        let limit = limit(&fields, .duration)
        let share = fields.value("share", .percentage)
        return limit.flatMap { limit in share.map { AnswerTimeNorm(limit: limit, share: $0) } }
    }

    private enum Answered: String, CaseIterable {
        case calls
    }

    func mean(_ fields: inout Fields) -> MeanNorm? {
        let of = fields.value("of", .choice as Notation<MeanMeasure>)
        let bound = bound(&fields, .decimal)
        let scale = fields.value("scale", .number(1...100))
        guard let of, let bound, let scale else { return nil }
        return MeanNorm(of: of, bound: bound, scale: scale)
    }

    func number(_ fields: inout Fields) -> NumberNorm? {
        let of = fields.value("of", .choice as Notation<NumberMeasure>)
        let bound = bound(&fields, .count)
        let per = fields.optional("per", .choice as Notation<Rhythm>)
        let standing = standing(&fields)
        guard let of, let bound else { return nil }
        return NumberNorm(of: of, bound: bound, per: per, standing: standing)
    }

    func length(_ fields: inout Fields) -> LengthNorm? {
        let of = fields.value("of", .choice as Notation<LengthMeasure>)
        let bound = bound(&fields, .length)
        let standing = standing(&fields)
        return of.flatMap { of in bound.map { LengthNorm(of: of, bound: $0, standing: standing) } }
    }

    /// One of the four operators, with its value.
    private func bound<Value>(_ fields: inout Fields, _ notation: Notation<Value>) -> Bound<Value>? {
        let found = BoundComparison.allCases.map { ($0, fields.optional($0.rawValue, notation)) }
        let written = BoundComparison.allCases.filter { fields.has($0.rawValue) }
        guard written.count == 1 else {
            let names = BoundComparison.allCases.map(\.rawValue).joined(separator: ", ")
            fields.report(
                written.first?.rawValue ?? "at_least", expected: "one of \(names)",
                found: written.isEmpty ? "none of them" : "more than one")
            return nil
        }
        return found.compactMap { comparison, value in
            value.map { Bound(comparison: comparison, value: $0) }
        }.first
    }
}

public import CivilTime

/// How far what an organisation sent lies from what it foretold, for one measure.
public struct ForecastDeviation: Hashable, Sendable {
    public let party: String
    public let measure: ForecastMeasure
    public let foretold: Int
    public let sent: Int
    /// Whether it is within what was agreed.
    public let isWithin: Bool

    /// `uwv: 1.201.000 berichten, 20,10 % meer dan de 1.000.000 die voorspeld waren`.
    public var text: String {
        let amount = "\(party): \(Dutch.text(sent)) \(measure.unit)"
        guard sent != foretold else { return "\(amount), precies zoals voorspeld" }
        guard foretold > 0 else { return "\(amount), terwijl er niets voorspeld was" }
        let share = Fraction(abs(sent - foretold), of: foretold).hundredfold
        let direction = sent > foretold ? "meer" : "minder"
        return "\(amount), \(share) % \(direction) dan de \(Dutch.text(foretold)) die voorspeld waren"
    }
}

extension ForecastMeasure {
    var unit: String {
        switch self {
        case .messages: "berichten"
        case .size: "bytes"
        }
    }

    var title: String {
        switch self {
        case .messages: "Aantal berichten"
        case .size: "Omvang van de berichten"
        }
    }
}

extension Fraction {
    /// As a percentage that may pass 100, rounded up: a deviation fails on the high side.
    fileprivate var hundredfold: String {
        let (product, overflow) = numerator.multipliedReportingOverflow(by: 100)
        return overflow ? "meer dan 100" : Fraction(product, of: denominator).decimal(2, rounding: .up)
    }
}

extension ForecastNorm {
    /// Each organisation and measure apart, against the last forecast given before the month (SNO-49). An
    /// organisation that gave none is not among them.
    public func deviations(_ evidence: ForecastEvidence, of month: CivilMonth) -> [ForecastDeviation] {
        judged.flatMap { measure in
            evidence.parties.compactMap { party in
                evidence.volume(of: party, in: month, givenBefore: month.interval.start).map { volume in
                    deviation(
                        of: party, measure, foretold: volume.amount(of: measure),
                        sent: (evidence.sent[party] ?? .none).amount(of: measure))
                }
            }
        }
    }

    private func deviation(
        of party: String, _ measure: ForecastMeasure, foretold: Int, sent: Int
    ) -> ForecastDeviation {
        let isWithin =
            foretold == 0 ? sent == 0 : Fraction(abs(sent - foretold), of: foretold) <= deviation.fraction
        return ForecastDeviation(
            party: party, measure: measure, foretold: foretold, sent: sent, isWithin: isWithin)
    }
}

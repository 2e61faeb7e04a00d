import Agreements
import CivilTime
import MessageBox
import PersonalData
import SQL

/// All evidence about a month that the clauses of an agreement may ask for, from where the facts are.
struct MonthEvidence {
    let agreement: Agreement
    let month: CivilMonth
    let readAt: Instant

    init(of agreement: Agreement, in month: CivilMonth, asOf now: Instant) {
        self.agreement = agreement
        self.month = month
        readAt = now
    }

    func gather(in transaction: any Transaction) throws -> Evidence {
        let refusals = try ResponseTimes.refusals(
            of: MeasuredFunction.delivery, during: month.interval, in: transaction)
        var evidence = try MessageBoxEvidence(
            over: month.interval, terms: agreement.terms, refusals: refusals, asOf: readAt
        ).gather(in: transaction)
        evidence.responseTimes[.presentation] = try ResponseTimes.times(
            of: MeasuredFunction.presentation, during: month.interval, in: transaction)
        evidence.responseTimes[.validation] = try ResponseTimes.times(
            of: MeasuredFunction.validation, during: month.interval, in: transaction)
        evidence.loads[.validations] = try ResponseTimes.load(
            of: MeasuredFunction.validation, during: month.interval, in: transaction)
        evidence.sources = try SourceEvidence.gather(over: month.interval, in: transaction)
        for probe in agreement.probes {
            evidence.outages[probe] = try Stretch.evidence(of: probe, during: month.interval, in: transaction)
        }
        return evidence
    }
}

extension Agreement {
    var norms: [Norm] { clauses.flatMap { $0.lines.map(\.norm) } }

    /// Within what each flow must be handled: the shortest where clauses name several, which is the side on
    /// which a norm fails.
    var terms: [Flow: Limit] {
        norms.reduce(into: [:]) { terms, norm in
            guard case .term(let norm) = norm, norm.limit.bound < terms[norm.flow]?.bound ?? .max else {
                return
            }
            terms[norm.flow] = norm.limit
        }
    }

    /// The names of the probes that watch its functions.
    var probes: Set<String> {
        Set(
            norms.flatMap { norm -> [String] in
                guard case .availability(let norm) = norm else { return [] }
                return norm.functions.compactMap(\.probe)
            })
    }
}

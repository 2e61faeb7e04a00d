import AgreementFiles
import Agreements
import CivilTime
import SQL

extension MonthReport {
    /// Judges each clause that has norms over a month, on one state of the database.
    static func judge(
        _ published: PublishedAgreement, in month: CivilMonth, asOf now: Instant,
        in transaction: any Transaction
    ) throws -> MonthReport {
        let evidence = try MonthEvidence(of: published.agreement, in: month, asOf: now).gather(
            in: transaction)
        return MonthReport(
            agreement: AgreementName(published), month: month.description, asOf: now.rfc3339,
            isProvisional: now < month.interval.end, frozenAt: nil,
            clauses: published.agreement.judge(evidence, in: month, asOf: now).map { ClauseReport($0) })
    }
}

extension MonthReport.AgreementName {
    init(_ published: PublishedAgreement) {
        let agreement = published.agreement
        self.init(
            name: agreement.name, title: agreement.title, edition: agreement.edition,
            validFrom: agreement.validity.from.description, hash: published.hashText)
    }
}

extension ClauseReport {
    init(_ judgement: Judgement) {
        let clause = judgement.clause
        self.init(
            id: clause.id.text, paragraph: clause.paragraph, title: clause.title, party: clause.party,
            note: clause.note, verdict: VerdictName(judgement.verdict),
            findings: judgement.findings.map(FindingReport.init),
            assumptions: clause.assumptions.map {
                AssumptionReport(key: $0.key, value: $0.value, reason: $0.reason)
            })
    }
}

extension FindingReport {
    init(_ finding: Finding) {
        self.init(
            subject: finding.subject, paragraph: finding.paragraph, norm: finding.norm,
            measured: finding.measured, verdict: VerdictName(finding.verdict),
            observations: finding.observations,
            share: finding.fraction.map {
                Share(
                    numerator: $0.numerator, denominator: $0.denominator, text: finding.fractionText ?? "")
            },
            peil: finding.peil.map { Peil($0) }, explanation: finding.explanation)
    }
}

extension FindingReport.Peil {
    init(_ line: PeilLine) {
        self.init(
            value: line.value, norm: line.norm, scaleStart: line.scale.lowerBound,
            scaleEnd: line.scale.upperBound, higherIsBetter: line.higherIsBetter, unit: line.unit)
    }
}

import AgreementFiles
import CivilTime
import Hummingbird
import Identity
import Markup
import Routes
import SQL
import ServiceLevels

extension PortalPages {
    var serviceLevelEndpoints: [Endpoint] {
        [
            .employee(.readServiceLevels, .get, "/dienstniveaus", showFirstAgreement),
            .employee(.readServiceLevels, .get, "/dienstniveaus/{overeenkomst}", showServiceLevels),
        ]
    }

    private func showFirstAgreement(_ visit: Visit, _ role: Role) async throws -> Response {
        let name = try await database.read { transaction in
            try PublishedAgreement.names(in: transaction).first { concerns(visit.caller, $0) }
        }
        guard let name else {
            return try await page(NoAgreementsPage(), .serviceLevels, for: visit)
        }
        let lastMonth = CivilMonth(at: visit.at).previous
        return Self.redirect(to: .serviceLevels(name, lastMonth))
    }

    private func showServiceLevels(_ visit: Visit, _ role: Role) async throws -> Response {
        let current = CivilMonth(at: visit.at)
        guard let month = visit.query("maand").map(CivilMonth.init) ?? current, month <= current else {
            throw Problem(.notFound)
        }
        let name = visit.parameter("overeenkomst")
        // Which agreements others have is not theirs to know.
        guard concerns(visit.caller, name) else { throw Problem(.notFound) }
        let published = try await database.read { transaction in
            try PublishedAgreement.current(name, at: month.interval.start, in: transaction)
        }
        guard let published else { throw Problem(.notFound) }
        let report = try await MonthReport.make(of: published, in: month, from: database, asOf: visit.at)
        let newer = month < current ? month.next : nil
        return try await page(
            ServiceLevelsPage(
                report, month: month, older: .serviceLevels(name, month.previous),
                newer: newer.map { .serviceLevels(name, $0) }),
            .serviceLevels, for: visit)
    }
}

extension PortalPages {
    /// Whether an agreement is for who reads: staff read all, others those that their organisation is
    /// party to.
    func concerns(_ caller: Caller, _ agreement: String) -> Bool {
        switch caller {
        case .staff: true
        case .supplier(let member): parties.binds(agreement, member.organisation.oin.digits)
        case .nobody, .citizen, .newcomer, .organisation: false
        }
    }
}

extension Location {
    static func serviceLevels(_ agreement: String, _ month: CivilMonth) -> Location {
        Location("dienstniveaus", agreement, query: ["maand": month.description])
    }
}

extension ServiceLevelsPage {
    init(_ report: MonthReport, month: CivilMonth, older: Location?, newer: Location?) {
        let agreement = report.agreement
        let frozenAt = report.frozenAt.flatMap(Instant.init(rfc3339:))
        let asOf = Instant(rfc3339: report.asOf) ?? month.interval.end
        self.init(
            agreement: Agreement(
                name: agreement.title, version: agreement.edition,
                validFrom: CivilDate(agreement.validFrom) ?? month.firstDay, hash: agreement.hash),
            month: month, older: older, newer: newer,
            state: frozenAt.map { .frozen(at: Moment($0)) } ?? .provisional(asOf: Moment(asOf)),
            clauses: report.clauses.filter { !$0.findings.isEmpty }.map(Clause.init))
    }
}

extension ServiceLevelsPage.Clause {
    init(_ clause: ClauseReport) {
        self.init(
            id: clause.id.lowercased(), paragraph: "§ \(clause.paragraph)", title: clause.title,
            findings: clause.findings.map { .init($0) })
    }
}

extension ServiceLevelsPage.Finding {
    init(_ finding: FindingReport) {
        let peil = finding.peil
        let bound: PeilLine.Bound = peil?.higherIsBetter ?? true ? .atLeast : .atMost
        self.init(
            name: finding.subject, verdict: PeilLine.Verdict(finding.verdict),
            norm: PeilLine.Norm(bound, peil?.norm ?? 1, text: finding.norm.withoutOperator),
            measured: finding.isMeasured
                ? PeilLine.Reading(peil?.value ?? 0, text: finding.measured, fraction: finding.share?.text)
                : nil,
            scale: peil.map(PeilLine.Scale.init), observations: finding.observations,
            explanation: finding.explanation,
            normText: finding.norm, measuredText: finding.isMeasured ? finding.measured : nil)
    }
}

extension FindingReport {
    /// A capacity that was not put to the test was measured too: the highest load that was offered (DESIGN,
    /// decision 13).
    fileprivate var isMeasured: Bool { verdict != .noMeasurement }
}

extension PeilLine.Scale {
    fileprivate init(_ peil: FindingReport.Peil) {
        // A scale from 98,75 % must not say that it starts at 99 %.
        let text = { (value: Double) in
            let isWhole = value == value.rounded()
            let number = isWhole ? Dutch.text(Int(value)) : Strings(.dutch).number(value, decimals: 2)
            return "\(number) \(peil.unit)"
        }
        self.init(from: peil.scaleStart, text(peil.scaleStart), to: peil.scaleEnd, text(peil.scaleEnd))
    }
}

extension PeilLine.Verdict {
    fileprivate init(_ verdict: VerdictName) {
        self =
            switch verdict {
            case .met: .reached
            case .notMet: .below
            case .notChallenged: .untested
            case .noMeasurement: .unmeasured
            case .shown: .shown
            }
    }
}

extension String {
    /// The peil line says "ten minste" or "hoogstens" itself.
    fileprivate var withoutOperator: String {
        guard let sign = first, "≥≤<>".contains(sign) else { return self }
        return String(dropFirst().drop { $0 == " " })
    }
}

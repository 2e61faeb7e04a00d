import Agreements
import CivilTime

extension MonthReport {
    /// The report for a terminal, in Dutch.
    ///
    /// - Parameter width: columns, from 40 to ``widthLimit``; others are taken as the nearest of these.
    public func text(width: Int = widthLimit) -> String {
        var page = TextPage(width: min(max(width, Self.smallestWidth), Self.widthLimit))
        writeHead(to: &page)
        for clause in clauses where clause.verdict != .noMeasurement { clause.write(to: &page) }
        writeUnmeasured(to: &page)
        return page.text
    }

    /// Longer lines are hard to read.
    public static let widthLimit = 100
    private static let smallestWidth = 40

    private func writeHead(to page: inout TextPage) {
        let month = civilMonth.map { Dutch.text($0) } ?? month
        page.line("Dienstniveaus \(month)")
        page.line(agreement.title)
        page.blank()
        page.field("versie", agreement.edition)
        page.field(
            "geldig vanaf", CivilDate(agreement.validFrom).map { Dutch.text($0) } ?? agreement.validFrom)
        page.field("vingerafdruk", agreement.hash)
        page.field("stand", state)
        page.field("oordelen", counts)
    }

    /// Clauses of which nothing was measured, briefly and last: they must not hide what was.
    private func writeUnmeasured(to page: inout TextPage) {
        let unmeasured = clauses.filter { $0.verdict == .noMeasurement }
        guard !unmeasured.isEmpty else { return }
        page.blank()
        page.rule()
        page.line("Niet gemeten in deze maand")
        for clause in unmeasured { clause.writeBriefly(to: &page) }
    }

    private var state: String {
        let moment = { (text: String) in Instant(rfc3339: text).map { Dutch.text($0) } ?? text }
        if let frozenAt { return "vastgesteld op \(moment(frozenAt))" }
        let reason = isProvisional ? "voorlopig, de maand loopt nog" : "nog niet vastgesteld"
        return "\(reason); stand van \(moment(asOf))"
    }

    private var counts: String {
        let findings = clauses.flatMap(\.findings)
        return VerdictName.allCases.compactMap { verdict in
            let count = findings.count { $0.verdict == verdict }
            return count == 0 ? nil : "\(Dutch.text(count)) \(verdict.text)"
        }.joined(separator: ", ")
    }
}

extension ClauseReport {
    fileprivate func write(to page: inout TextPage) {
        page.blank()
        page.rule()
        page.ends("\(id)  \(title)", findings.isEmpty ? "zonder norm" : verdict.text)
        page.line("§ \(paragraph)", indent: 2)
        if let note { page.line(note, indent: 2) }
        for finding in findings { finding.write(to: &page) }
        if !assumptions.isEmpty {
            page.blank()
            page.line("Aannames", indent: 2)
            for assumption in assumptions {
                page.item("\(assumption.key): \(assumption.value). \(assumption.reason)", indent: 4)
            }
        }
    }
}

extension ClauseReport {
    /// The clause with its norms, and why none could be judged; a reason that several share is told once.
    fileprivate func writeBriefly(to page: inout TextPage) {
        page.blank()
        page.ends("\(id)  \(title)", "§ \(paragraph)")
        for finding in findings { page.item("\(finding.subject): \(finding.norm)", indent: 2) }
        var told: Set<String> = []
        for reason in findings.flatMap(\.explanation) where told.insert(reason).inserted {
            page.line(reason, indent: 4)
        }
    }
}

extension FindingReport {
    fileprivate func write(to page: inout TextPage) {
        page.blank()
        page.line(subject, indent: 2)
        page.field("norm", norm, indent: 4)
        page.field("gemeten", measured, indent: 4)
        page.field("oordeel", verdict.text, indent: 4)
        page.field("waarnemingen", Dutch.text(observations), indent: 4)
        for sentence in explanation { page.item(sentence, indent: 4) }
    }
}

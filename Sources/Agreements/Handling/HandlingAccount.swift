import CivilTime

/// What came of a line on handling over a month, in a finding.
struct HandlingAccount {
    let line: NormLine
    let norm: HandlingNorm
    let tally: HandlingTally
    var subject: String?

    var finding: Finding {
        guard tally.judged > 0 else { return withoutShare }
        let share = Fraction(tally.kept, of: tally.judged)
        let isKept = share >= norm.requiredShare
        return line.finding(
            norm.standing.verdict(isKept: isKept), about: subject, norm: norm.text,
            measured: "\(share.percentage(rounding: .down)) op tijd", observations: tally.judged,
            fraction: share, peil: PeilLine(share: share, norm: norm.requiredShare),
            counted + required + remarks + norm.standing.account(isKept: isKept))
    }

    /// Nothing to reckon: no cases, or none with a term that can run out.
    private var withoutShare: Finding {
        guard tally.withoutTerm > 0 else {
            var finding = line.unmeasured(
                about: subject, norm: norm.text, because: "Er zijn geen zaken \(norm.counted.text).")
            finding.explanation += remarks
            return finding
        }
        return line.finding(
            .shown, about: subject, norm: norm.text, measured: cases(tally.withoutTerm),
            observations: tally.withoutTerm, ["Hiervoor is geen termijn afgesproken."] + remarks)
    }

    private var counted: [String] {
        [
            """
            Beoordeeld: \(cases(tally.judged)), \(norm.counted.text). Daarvan \
            \(Dutch.text(tally.kept)) binnen de termijn.
            """
        ]
    }

    private var required: [String] {
        let needed = norm.requiredShare.count(of: tally.judged)
        let sentence = "Nodig voor de norm: \(Dutch.text(needed)) van \(Dutch.text(tally.judged))."
        guard norm.share != nil, needed == tally.judged, norm.requiredShare < Fraction(1, of: 1) else {
            return norm.share == nil ? [sentence + " Het document noemt geen percentage."] : [sentence]
        }
        return [sentence + " Bij zo weinig zaken haalt één te late zaak de maand al onder de norm."]
    }

    private var remarks: [String] {
        var remarks: [String] = []
        if tally.late.count > 0 { remarks.append("Te laat: \(tally.late.text).") }
        if tally.overdue.count > 0 { remarks.append("Nog open en over de termijn: \(tally.overdue.text).") }
        if tally.reclassified > 0 {
            remarks.append("Te laat door een nieuwe prioriteit: \(Dutch.text(tally.reclassified)).")
        }
        if tally.reopened > 0 {
            remarks.append("Heropend na een eerdere oplossing: \(Dutch.text(tally.reopened)).")
        }
        if tally.open > 0 { remarks.append("Nog open en niet te laat: \(Dutch.text(tally.open)).") }
        if tally.judged > 0, tally.withoutTerm > 0 {
            remarks.append("Zonder termijn: \(Dutch.text(tally.withoutTerm)).")
        }
        if tally.gaps.count > 0 { remarks.append("Termijn niet te bepalen: \(tally.gaps.text).") }
        if tally.ended > 0 {
            remarks.append("Samengevoegd of vervallen, en niet beoordeeld: \(Dutch.text(tally.ended)).")
        }
        return remarks
    }

    private func cases(_ count: Int) -> String {
        count == 1 ? "1 zaak" : "\(Dutch.text(count)) zaken"
    }
}

extension Fraction {
    /// The least whole number of so many that is this share of them.
    fileprivate func count(of total: Int) -> Int {
        let product = total.multipliedFullWidth(by: numerator)
        let (quotient, remainder) = denominator.dividingFullWidth(product)
        return remainder > 0 ? quotient + 1 : quotient
    }
}

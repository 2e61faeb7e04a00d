import Agreements
import CivilTime

extension WhatIf {
    /// So many cases are written out; the others are in the JSON.
    public static let casesShown = 50

    /// In Dutch: the norms first, then the cases that differ.
    public var text: String {
        let period = month.map { "over \(Dutch.text($0))" } ?? "over alles wat is vastgelegd"
        var lines = [
            "\(Dutch.text(caseCount)) zaken, normen \(period).",
            "  onder:      \(before.text)",
            "  in plaats:  \(after.text)",
            "",
        ]
        lines += self.lines.isEmpty ? ["Geen norm is voor deze zaken."] : self.lines.flatMap(\.rows)
        lines += ["", summary]
        lines += comparison.restatements.prefix(Self.casesShown).map { "  \($0.text)" }
        let rest = comparison.restatementCount - min(comparison.restatements.count, Self.casesShown)
        if rest > 0 { lines.append("  … en nog \(Dutch.text(rest))") }
        return lines.joined(separator: "\n")
    }

    private var summary: String {
        let count = comparison.restatementCount
        guard count > 0 else { return "Geen zaak heeft een ander oordeel of een andere termijn." }
        return """
            Anders: \(Dutch.text(count)) \(count == 1 ? "termijn" : "termijnen"), waarvan \
            \(Dutch.text(comparison.changedOutcomes)) met een ander oordeel.
            """
    }
}

extension WhatIf.Side {
    fileprivate var text: String { "\(agreement.title), \(agreement.edition) (\(name))" }
}

extension WhatIf.Line {
    fileprivate var rows: [String] {
        let heading = "\(clause) \(text)"
        guard isChanged else { return [heading, "  beide:      \(before?.text ?? "geen norm")"] }
        return [
            heading, "  onder:      \(before?.text ?? "geen norm")",
            "  in plaats:  \(after?.text ?? "geen norm")",
        ]
    }
}

extension WhatIf.Outcome {
    fileprivate var text: String {
        "\(norm): \(share.map { "\($0) op tijd, " } ?? "")\(verdict.text)"
    }
}

public import Agreements
import CivilTime

/// An agreement as text, for whoever holds it against the original: in the order of the document, with the
/// words of each norm, and what was assumed marked as such.
public struct AgreementText: Sendable {
    private let agreement: Agreement
    private let clauses: [Clause]
    /// The norms as reports show them, by clause; judging without evidence gives just those.
    private let norms: [Clause.ID: [Finding]]

    /// - Parameter clause: the one to show; nil for all.
    public init(_ agreement: Agreement, clause: Clause.ID?) {
        self.agreement = agreement
        clauses = agreement.clauses.filter { clause == nil || $0.id == clause }
        let moment = Instant(startOf: agreement.validity.from)
        let judgements = agreement.judge(Evidence(), in: CivilMonth(at: moment), asOf: moment)
        norms = Dictionary(judgements.map { ($0.clause.id, $0.findings) }) { first, _ in first }
    }

    public var text: String {
        (clauses.count == agreement.clauses.count ? heading + [""] : [])
            .joined(separator: "\n")
            + clauses.map { lines(of: $0).joined(separator: "\n") }.joined(separator: "\n\n")
    }

    private var heading: [String] {
        let until = agreement.validity.until.map { " tot \(Dutch.text($0))" } ?? ""
        let replaced = agreement.validity.holdsUntilReplaced ? ", geldt door tot er een nieuwe versie is" : ""
        let parties = agreement.parties.map { "\($0.name) (\($0.key))" }
        return [
            "\(agreement.title), \(agreement.edition)",
            "\(agreement.name); geldig vanaf \(Dutch.text(agreement.validity.from))\(until)\(replaced)",
            "Partijen: \(parties.joined(separator: ", "))",
        ] + agreement.assumptions.map(\.text) + [""]
    }

    private func lines(of clause: Clause) -> [String] {
        var lines = ["\(clause.paragraph)  \(clause.title)  [\(clause.id), \(clause.party)]"]
        if let text = clause.text { lines.append("  \(text)") }
        lines += clause.contents.sentences.map { "  \($0)" }
        lines += (norms[clause.id] ?? []).map { "  \($0.subject): \($0.norm)" }
        if let note = clause.note { lines.append("  Toelichting: \(note)") }
        return lines + clause.assumptions.map { "  \($0.text)" }
    }
}

extension Assumption {
    fileprivate var text: String { "Aanname – \(key): \(value). \(reason)" }
}

import Agreements
import CivilTime
// FoundationEssentials for its JSON encoder.
import FoundationEssentials

extension WhatIf {
    public func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let body = Body(
            under: before.name, instead: after.name, cases: caseCount, month: month?.description,
            norms: lines.map(Body.Norm.init), differing: comparison.restatementCount,
            changedOutcomes: comparison.changedOutcomes, terms: comparison.restatements.map(Body.Term.init))
        return [UInt8](try encoder.encode(body))
    }

    fileprivate struct Body: Encodable {
        let under: String
        let instead: String
        let cases: Int
        let month: String?
        let norms: [Norm]
        let differing: Int
        let changedOutcomes: Int
        /// The first of those that differ.
        let terms: [Term]

        enum CodingKeys: String, CodingKey {
            case under, instead, cases, month, norms, differing, terms
            case changedOutcomes = "changed_outcomes"
        }
    }
}

extension WhatIf.Body {
    fileprivate struct Norm: Encodable {
        let clause: String
        let text: String
        let under: Outcome?
        let instead: Outcome?

        init(_ line: WhatIf.Line) {
            clause = line.clause.text
            text = line.text
            under = line.before.map(Outcome.init)
            instead = line.after.map(Outcome.init)
        }
    }

    fileprivate struct Outcome: Encodable {
        let norm: String
        let share: String?
        let verdict: String

        init(_ outcome: WhatIf.Outcome) {
            norm = outcome.norm
            share = outcome.share
            verdict = outcome.verdict.rawValue
        }
    }

    fileprivate struct Term: Encodable {
        let id: String
        let term: String
        let under: Side?
        let instead: Side?

        init(_ restatement: Restatement) {
            id = restatement.caseID
            term = restatement.term
            under = restatement.before.map(Side.init)
            instead = restatement.after.map(Side.init)
        }
    }

    fileprivate struct Side: Encodable {
        let clause: String
        let norm: String
        let limit: String
        let deadline: String?
        let outcome: String

        init(_ side: Restatement.Side) {
            clause = side.clause.text
            norm = side.norm
            limit = side.limit.text
            deadline = side.deadline?.amsterdamRFC3339
            outcome = side.outcome.rawValue
        }
    }
}

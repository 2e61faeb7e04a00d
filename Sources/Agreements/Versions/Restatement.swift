public import CivilTime

/// One case under one term whose outcome differs between two agreements, such as a version with a corrected
/// calendar. It is listed, and nothing that was judged before is changed.
public struct Restatement: Hashable, Sendable {
    public let caseID: String
    /// The key of the term.
    public let term: String
    /// Nil where no norm held for it.
    public let before: Side?
    public let after: Side?

    /// What one of the agreements says of it.
    public struct Side: Hashable, Sendable {
        public let clause: Clause.ID
        /// The words of the norm.
        public let norm: String
        public let limit: SpanLimit
        public let deadline: Instant?
        public let outcome: HandlingResult.Outcome
        /// Own time of the clock.
        public let elapsedMicroseconds: Int64

        init(_ result: HandlingResult) {
            clause = result.clause
            norm = result.normLine.text
            limit = result.limit
            deadline = result.deadline
            outcome = result.outcome
            elapsedMicroseconds = result.elapsedMicroseconds
        }
    }

    /// Whether more than the reckoning changed: late became in time, or the other way about.
    public var changesOutcome: Bool { before?.outcome != after?.outcome }

    /// Dutch: `M-12: was op tijd (ma 6 april 2026, 12.30 uur), nu te laat (…)`.
    public var text: String {
        "\(caseID): was \(before?.text ?? "zonder norm"), nu \(after?.text ?? "zonder norm")"
    }
}

extension Restatement.Side {
    fileprivate var text: String {
        let moment = deadline.map { ", uiterlijk \(Dutch.text($0))" } ?? ""
        return "\(outcome.text) (\(clause), \(limit.text)\(moment))"
    }
}

extension Restatement {
    /// Nil where both say the same.
    init?(_ caseID: String, _ term: String, _ before: HandlingResult?, _ after: HandlingResult?) {
        if let before, let after, before.saysTheSame(as: after) { return nil }
        self.init(
            caseID: caseID, term: term, before: before.map(Side.init), after: after.map(Side.init))
    }
}

extension HandlingResult {
    /// Other words of the norm alone restate nothing.
    fileprivate func saysTheSame(as other: HandlingResult) -> Bool {
        deadline == other.deadline && outcome == other.outcome
            && elapsedMicroseconds == other.elapsedMicroseconds && limit == other.limit
            && clause == other.clause
    }
}

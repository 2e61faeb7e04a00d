public import Agreements

/// What differs between two versions of an agreement, value by value, so that a change can be decided on.
///
/// It compares what is written, also texts, reasons and what is only assumed; not the order of clauses.
public struct AgreementDiff: Hashable, Sendable {
    /// What changed outside the clauses.
    public let agreement: [Change]
    /// In the order of the new version; clauses that were taken out come last.
    public let clauses: [ClauseDiff]

    public init(old: AgreementFile, new: AgreementFile) {
        let old = WrittenAgreement(old)
        let new = WrittenAgreement(new)
        agreement = Self.changes(from: old.head, to: new.head)
        let changed = new.clauses.compactMap { clause -> ClauseDiff? in
            guard let before = old.clauses.first(where: { $0.id == clause.id }) else {
                return ClauseDiff(clause, .added, Self.changes(from: [], to: clause.values))
            }
            let changes = Self.changes(from: before.values, to: clause.values)
            return changes.isEmpty ? nil : ClauseDiff(clause, .changed, changes)
        }
        let removed = old.clauses.filter { clause in !new.clauses.contains { $0.id == clause.id } }
        clauses = changed + removed.map { ClauseDiff($0, .removed, Self.changes(from: $0.values, to: [])) }
    }

    public var isEmpty: Bool { agreement.isEmpty && clauses.isEmpty }

    /// In Dutch, a line for each value.
    public var text: String {
        let head = agreement.isEmpty ? [] : ["Over de afspraken zelf"] + agreement.map { "  \($0.text)" }
        let body = clauses.flatMap { clause in
            ["\(clause.id) \(clause.title): \(clause.kind.text)"] + clause.changes.map { "  \($0.text)" }
        }
        let lines = head + body
        return lines.isEmpty ? "Er is geen verschil." : lines.joined(separator: "\n")
    }

    private static func changes(from old: [WrittenValue], to new: [WrittenValue]) -> [Change] {
        let before = Dictionary(old.map { ($0.path, $0.text) }, uniquingKeysWith: { first, _ in first })
        let after = Dictionary(new.map { ($0.path, $0.text) }, uniquingKeysWith: { first, _ in first })
        let changed = new.filter { before[$0.path] != $0.text }
            .map { Change(path: $0.path, old: before[$0.path], new: $0.text) }
        let removed = old.filter { after[$0.path] == nil }.map {
            Change(path: $0.path, old: $0.text, new: nil)
        }
        return changed + removed
    }
}

extension AgreementDiff {
    /// One value that is not what it was.
    public struct Change: Hashable, Sendable {
        /// Keys with points between; the entry of a list goes by its key or its words: `norms[Prio 1].share`.
        public let path: String
        /// Nil where there was nothing.
        public let old: String?
        /// Nil where there is nothing any more.
        public let new: String?

        /// Dutch: `norms[Prio 1].at_most: 6 klokuren → 8 klokuren`.
        public var text: String {
            switch (old, new) {
            case (let old?, let new?): "\(path): \(old) → \(new)"
            case (nil, let new?): "\(path): nieuw: \(new)"
            case (let old?, nil): "\(path): vervallen: \(old)"
            case (nil, nil): path
            }
        }
    }

    /// What happened to one clause.
    public struct ClauseDiff: Hashable, Sendable {
        public enum Kind: Hashable, Sendable {
            case added, changed, removed

            var text: String {
                switch self {
                case .added: "nieuw"
                case .changed: "gewijzigd"
                case .removed: "vervallen"
                }
            }
        }

        public let id: Clause.ID
        /// Dutch, as in the new version, or in the old one when it was taken out.
        public let title: String
        public let kind: Kind
        public let changes: [Change]

        init(_ clause: WrittenAgreement.WrittenClause, _ kind: Kind, _ changes: [Change]) {
            id = clause.id
            title = clause.title
            self.kind = kind
            self.changes = changes
        }
    }
}

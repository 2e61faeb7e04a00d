import Agreements
import CivilTime
import Yams

extension Reader {
    /// The agreement a document says; nil after a report of what is wrong.
    func agreement(_ root: Node) -> Agreement? {
        guard var fields = Fields(root, path: "", self) else { return nil }
        let name = fields.value("agreement", .key)
        let title = fields.value("title", .text)
        let edition = fields.value("edition", .text)
        let validity = validity(&fields)
        let parties = fields.list("parties") { party in
            let key = party.value("key", .key)
            let name = party.value("name", .text)
            return key.flatMap { key in name.map { Party(key: key, name: $0) } }
        }
        let assumptions = takeAssumptions()
        let clauses = clauses(&fields, parties: parties ?? [])
        fields.finish()
        guard let name, let title, let edition, let validity, let parties, let clauses else { return nil }
        return Agreement(
            name: name, title: title, edition: edition, parties: parties, validity: validity,
            clauses: clauses,
            assumptions: assumptions)
    }

    private func validity(_ fields: inout Fields) -> Validity? {
        let from = fields.value("valid_from", .date)
        let until = fields.optional("valid_until", .date)
        let holds = fields.value("holds_until_replaced", .truth)
        guard let from, let holds else { return nil }
        if let until, until <= from {
            fields.report("valid_until", expected: "a date after valid_from", found: "'\(until)'")
        }
        return Validity(from: from, until: until, holdsUntilReplaced: holds)
    }

    /// Twice over the list: the windows first, since a clause may name windows that a later one sets.
    private func clauses(_ fields: inout Fields, parties: [Party]) -> [Clause]? {
        var drafts: [ClauseDraft] = []
        let read: [Bool]? = fields.list("clauses") { entry in
            guard let draft = clauseDraft(&entry, parties: parties) else { return nil }
            if drafts.contains(where: { $0.id == draft.id }) {
                entry.report("id", expected: "each clause once", found: "'\(draft.id)' again")
            }
            drafts.append(draft)
            return true
        }
        clause = nil
        guard read != nil else { return nil }
        let windows = drafts.flatMap(\.windows)
        return drafts.map { $0.clause(knowing: windows, self) }
    }
}

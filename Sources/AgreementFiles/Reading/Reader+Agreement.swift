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
        let place = fields.section("document", documentPlace)
        let validity = validity(&fields)
        let parties = fields.list("parties", party)
        let assumptions = takeAssumptions()
        let clauses = clauses(&fields)
        fields.finish()
        guard let name, let title, let edition, let place, let validity, let parties, let clauses else {
            return nil
        }
        return Agreement(
            name: name, title: title, edition: edition, place: place, parties: parties, validity: validity,
            clauses: clauses, assumptions: assumptions)
    }

    private func documentPlace(_ fields: inout Fields) -> DocumentPlace? {
        let kind = fields.value("kind", .text)
        let set = fields.value("set", .key)
        let level = fields.value("level", .choice as Notation<ContractLevel>)
        let rank = fields.value("rank", .number(1...100))
        guard let kind, let set, let level, let rank else { return nil }
        return DocumentPlace(kind: kind, set: set, level: level, rank: rank)
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

    private func party(_ fields: inout Fields) -> Party? {
        let key = declare(&fields, \.parties)
        let name = fields.value("name", .text)
        let side = fields.value("side", .choice as Notation<Party.Side>)
        guard let key, let name, let side else { return nil }
        let party = Party(key: key, name: name, side: side)
        parties.add(party, key)
        return party
    }

    /// Several times over the list: a clause may name what a later one sets.
    private func clauses(_ fields: inout Fields) -> [Clause]? {
        guard let entries = fields.entries("clauses") else { return nil }
        var drafts = entries.map { ClauseDraft(fields: $0) }
        for phase in [opening, basics, windows, rules, plans] {
            for index in drafts.indices {
                clause = drafts[index].id
                phase(&drafts[index])
            }
        }
        defer { clause = nil }
        return drafts.compactMap { draft in
            clause = draft.id
            draft.fields.finish()
            return finished(draft)
        }
    }
}

import Agreements

extension Reader {
    func role(_ fields: inout Fields) -> Role? {
        let key = declare(&fields, \.roles)
        let title = fields.value("title", .text)
        let party = fields.value("party", .key(of: parties))
        let isDesignated = fields.optional("designated", .truth) ?? false
        let isByTurn = fields.optional("by_turn", .truth) ?? false
        guard let key, let title, let party else { return nil }
        let role = Role(
            key: key, title: title, party: party, isDesignated: isDesignated, isByTurn: isByTurn)
        roles.add(role, key)
        return role
    }

    func escalation(_ fields: inout Fields) -> EscalationLadder? {
        let key = fields.value("key", .key)
        let title = fields.value("title", .text)
        let about = processes(&fields, "about")
        let levels = fields.lists("levels", .key(of: roles))
        let consultsFirst = fields.optional("first_consult", .truth) ?? false
        guard let key, let title, let about, let levels else { return nil }
        return EscalationLadder(
            key: key, title: title, processes: about, levels: levels, consultsFirst: consultsFirst)
    }

    /// The process types something is about; absent: none in particular.
    func processes(_ fields: inout Fields, _ key: String) -> [String]? {
        let processes = fields.optionalValues(key, .key)
        for process in processes ?? [] { mention(process, .type, at: fields, key) }
        return processes
    }

    func contractDocument(_ fields: inout Fields) -> ContractDocument? {
        let title = fields.value("title", .text)
        let level = fields.value("level", .choice as Notation<ContractLevel>)
        let isOptional = fields.optional("optional", .truth) ?? false
        guard let title, let level else { return nil }
        return ContractDocument(title: title, level: level, isOptional: isOptional)
    }
}

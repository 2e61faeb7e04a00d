import Agreements

extension Reader {
    func duty(_ fields: inout Fields) -> Duty? {
        let text = fields.value("text", .text)
        let party = fields.value("party", .key(of: parties))
        let every = fields.optional("every", .choice as Notation<Rhythm>)
        let before = fields.optional("before", .dayOfYear)
        let inQuarter = fields.optional("in_quarter", .number(1...4))
        let reportWithin = fields.optional("report_within", .span)
        let keptAtMost = fields.optional("keep", .calendarSpan)
        guard let text, let party else { return nil }
        return Duty(
            text: text, party: party, every: every, before: before, inQuarter: inQuarter,
            reportWithin: reportWithin, keptAtMost: keptAtMost)
    }

    func exclusion(_ fields: inout Fields) -> Exclusion? {
        let cause = fields.value("cause", .choice as Notation<OutageCause>)
        let text = fields.value("text", .text)
        guard let cause, let text else { return nil }
        return Exclusion(cause: cause, text: text)
    }

    func processBinding(_ fields: inout Fields) -> ProcessBinding? {
        let type = fields.value("type", .key)
        let roles = fields.pairs("roles", .key(of: roles))
        let form = fields.form("form")
        guard let type, let roles, let form else { return nil }
        mention(type, .type, at: fields, "type")
        mention(type, .roles(roles.map(\.key)), at: fields, "roles")
        let bound = Dictionary(roles.map { ($0.key, $0.values) }, uniquingKeysWith: { first, _ in first })
        return ProcessBinding(type: type, roles: bound, form: form)
    }
}

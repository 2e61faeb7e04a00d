import Agreements

extension Reader {
    func meeting(_ fields: inout Fields) -> Meeting? {
        let key = declare(&fields, \.meetings)
        let title = fields.value("title", .text)
        let every = fields.optional("every", .choice as Notation<Rhythm>)
        let members = fields.optionalValues("members", .key(of: roles))
        let agenda = fields.optionalValues("agenda", .text)
        let decides = fields.optionalValues("decides", .text)
        guard let key, let title, let members, let agenda, let decides else { return nil }
        let meeting = Meeting(
            key: key, title: title, every: every, members: members, agenda: agenda, decides: decides)
        meetings.add(meeting, key)
        return meeting
    }

    func report(_ fields: inout Fields) -> ReportDefinition? {
        let key = fields.value("key", .key)
        let title = fields.value("title", .text)
        let every = fields.value("every", .choice as Notation<Rhythm>)
        let by = fields.optionalValues("by", .key(of: roles))
        let to = fields.optionalValues("to", .key(of: roles, or: meetings))
        let contents = fields.values("contents", .text)
        let shown = fields.optionalValues("clauses", .key(of: clauses))
        guard let key, let title, let every, let by, let to, let contents, let shown else { return nil }
        return ReportDefinition(
            key: key, title: title, every: every, by: by, to: to, contents: contents,
            clauses: shown.map { Clause.ID($0) })
    }

    func communication(_ fields: inout Fields) -> CommunicationRule? {
        let key = fields.value("key", .key)
        let when = fields.value("when", .text)
        let about = processes(&fields, "process")
        let by = fields.optionalValues("by", .key(of: roles))
        let to = fields.optionalValues("to", .key(of: roles))
        let channels = fields.values("how", .choice as Notation<Channel>)
        let mayBeWithheld = fields.optional("may_be_withheld", .truth) ?? false
        guard let key, let when, let about, let by, let to, let channels else { return nil }
        return CommunicationRule(
            key: key, when: when, processes: about, by: by, to: to, channels: channels,
            mayBeWithheld: mayBeWithheld)
    }
}

import Agreements

extension Reader {
    func notice(_ fields: inout Fields, paragraph: String) -> NoticeRule? {
        let key = declare(&fields, \.notices)
        let text = fields.value("text", .text)
        let own = fields.optional("paragraph", .text)
        let party = fields.value("party", .key(of: parties))
        let to = fields.optionalValues("to", .key(of: parties, or: roles))
        let atLeast = fields.value("at_least", .calendarSpan)
        let calendar = fields.optional("calendar", .key(of: calendars))
        let late = fields.value("late", .choice as Notation<LateNotice>)
        guard let key, let text, let party, let to, let atLeast, let late else { return nil }
        if case .workingDays = atLeast.kind, !fields.has("calendar") {
            fields.report("calendar", expected: "a calendar, for werkdagen", found: "nothing")
            return nil
        }
        let notice = NoticeRule(
            key: key, text: text, paragraph: own ?? paragraph, party: party, to: to, atLeast: atLeast,
            calendar: calendar.flatMap { calendars[$0] }, late: late)
        notices.add(notice, key)
        return notice
    }

    func plan(_ fields: inout Fields, paragraph: String) -> TermPlan? {
        let key = fields.value("key", .key)
        let text = fields.value("text", .text)
        let own = fields.optional("paragraph", .text)
        let process = fields.value("process", .key)
        let askAtLeast = fields.optional("ask_at_least", .calendarSpan)
        let steps = fields.values("steps", .key(of: terms(of: process ?? "")))
        let settledAtLeast = fields.optional("settled_at_least", .calendarSpan)
        guard let key, let text, let process, let steps else { return nil }
        mention(process, .type, at: fields, "process")
        return TermPlan(
            key: key, text: text, paragraph: own ?? paragraph, process: process, askAtLeast: askAtLeast,
            steps: steps, settledAtLeast: settledAtLeast)
    }

    /// The terms of a process for which this file has a handling norm: a plan reckons with their spans.
    private func terms(of process: String) -> Declared<Void> {
        var terms = Declared<Void>("terms with a handling norm")
        for mention in mentions where mention.process == process {
            if case .term(let term) = mention.kind, !terms.keys.contains(term) { terms.know(term) }
        }
        return terms
    }
}

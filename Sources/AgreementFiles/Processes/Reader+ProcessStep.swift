import Agreements

extension Reader {
    func processStep(_ fields: inout Fields) -> ProcessStep? {
        let key = fields.value("step", .key)
        let title = fields.value("title", .text)
        let by = fields.values("by", .key)
        let after = fields.named("after", .key)
        let state = fields.optional("state", .text)
        let isStart = fields.flag("start")
        let isEnd = fields.flag("end")
        let form = fields.form("form")
        let guards = fields.named("guard", .choice as Notation<Guard>)
        let tells = tells(&fields)
        let fanOut = fields.optional("each", .key)
        let isInBranch = fields.flag("branch")
        let join = fields.optional("join", .choice as Notation<ProcessStep.Join>)
        guard let key, let title, let by, let after, let isStart, let isEnd, let form, let guards, let tells,
            let isInBranch, (join != nil) == fields.has("join"), (state != nil) == fields.has("state"),
            (fanOut != nil) == fields.has("each")
        else { return nil }
        return ProcessStep(
            key: key, title: title, by: by, after: after, state: state, isStart: isStart, isEnd: isEnd,
            form: form, guards: guards, tells: tells, fanOut: fanOut, isInBranch: isInBranch, join: join)
    }

    func processTerm(_ fields: inout Fields) -> ProcessTerm? {
        let key = fields.value("term", .key)
        let title = fields.value("title", .text)
        let from = fields.values("from", .key)
        let until = fields.values("until", .key)
        let on = fields.value("on", .key)
        guard let key, let title, let from, let until, let on else { return nil }
        return ProcessTerm(key: key, title: title, from: from, until: until, on: on)
    }

    func processPause(_ fields: inout Fields) -> ProcessPause? {
        let key = fields.value("pause", .key)
        let title = fields.value("title", .text)
        let during = fields.named("during", .key)
        let by = fields.values("by", .key)
        let responsible = fields.value("responsible", .key)
        guard let key, let title, let during, let by, let responsible else { return nil }
        return ProcessPause(key: key, title: title, during: during, by: by, responsible: responsible)
    }

    private func tells(_ fields: inout Fields) -> [Tell]? {
        fields.optionalList("tells") { tell in
            let who = tell.values("who", .key)
            let what = tell.value("what", .text)
            return who.flatMap { who in what.map { Tell(who: who, what: $0) } }
        }
    }
}

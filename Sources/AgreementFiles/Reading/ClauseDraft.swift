import Agreements

/// A clause while it is being read, in phases.
struct ClauseDraft {
    var fields: Fields
    var id: String?
    var paragraph = ""
    var title: String?
    var party: String?
    var note: String?
    var text: String?
    var about: String?
    var prevails = false
    var appliesTo: [String] = []
    var contents = Clause.Contents()

    init(fields: Fields) {
        self.fields = fields
    }

    /// The keys of which a clause has at least one.
    static let contentKeys = [
        "text", "calendar", "service_windows", "maintenance_windows", "priorities", "priority_matrix",
        "fixed_priorities", "notices", "plans", "roles", "documents", "escalations", "meetings", "reports",
        "communications", "duties", "exclusions", "processes", "norms",
    ]
}

extension Reader {
    /// What a clause says of itself.
    func opening(_ draft: inout ClauseDraft) {
        draft.id = draft.fields.value("id", .text)
        if let id = draft.id {
            clause = id
            draft.fields.restartPath()
            if clauses.keys.contains(id) {
                draft.fields.report("id", expected: "each clause once", found: "'\(id)' again")
            }
            clauses.know(id)
        }
        draft.paragraph = draft.fields.value("paragraph", .text) ?? ""
        draft.title = draft.fields.value("title", .text)
        draft.party = draft.fields.value("party", .key(of: parties))
        draft.note = draft.fields.optional("note", .text)
        draft.text = draft.fields.optional("text", .text)
        draft.about = draft.fields.optional("about", .key)
        draft.prevails = draft.fields.optional("prevails", .truth) ?? false
        draft.appliesTo = draft.fields.optionalValues("applies_to", .key(of: parties)) ?? []
        if !ClauseDraft.contentKeys.contains(where: draft.fields.has) {
            draft.fields.report("id", expected: "a text or something that the clause sets", found: "nothing")
        }
    }

    /// What other things are made with.
    func basics(_ draft: inout ClauseDraft) {
        draft.contents.calendar = calendar(&draft.fields)
        draft.contents.roles = draft.fields.optionalList("roles", role) ?? []
        draft.contents.priorities = draft.fields.optionalList("priorities", priority) ?? []
    }

    /// What norms are measured with.
    func windows(_ draft: inout ClauseDraft) {
        let paragraph = draft.paragraph
        draft.contents.serviceWindows = draft.fields.optionalList("service_windows", serviceWindow) ?? []
        draft.contents.maintenanceWindows =
            draft.fields.optionalList("maintenance_windows") {
                maintenanceWindow(&$0, paragraph: paragraph)
            } ?? []
        draft.contents.priorityMatrix = priorityMatrix(&draft.fields)
        draft.contents.fixedPriorities = draft.fields.optionalList("fixed_priorities", fixedPriority) ?? []
        draft.contents.notices =
            draft.fields.optionalList("notices") { notice(&$0, paragraph: paragraph) } ?? []
        draft.contents.meetings = draft.fields.optionalList("meetings", meeting) ?? []
    }

    /// What nothing else is made with.
    func rules(_ draft: inout ClauseDraft) {
        let paragraph = draft.paragraph
        draft.contents.lines =
            draft.fields.optionalList("norms") { line(&$0, paragraph: paragraph) } ?? []
        draft.contents.documents = draft.fields.optionalList("documents", contractDocument) ?? []
        draft.contents.escalations = draft.fields.optionalList("escalations", escalation) ?? []
        draft.contents.reports = draft.fields.optionalList("reports", report) ?? []
        draft.contents.communications = draft.fields.optionalList("communications", communication) ?? []
        draft.contents.duties = draft.fields.optionalList("duties", duty) ?? []
        draft.contents.exclusions = draft.fields.optionalList("exclusions", exclusion) ?? []
        draft.contents.processes = draft.fields.optionalList("processes", processBinding) ?? []
    }

    /// What is made of the terms of norms.
    func plans(_ draft: inout ClauseDraft) {
        let paragraph = draft.paragraph
        draft.contents.plans = draft.fields.optionalList("plans") { plan(&$0, paragraph: paragraph) } ?? []
    }

    func finished(_ draft: ClauseDraft) -> Clause? {
        guard let id = draft.id, let title = draft.title, let party = draft.party else { return nil }
        return Clause(
            id: Clause.ID(id), paragraph: draft.paragraph, title: title, party: party, note: draft.note,
            text: draft.text, about: draft.about, prevails: draft.prevails, appliesTo: draft.appliesTo,
            contents: draft.contents, assumptions: takeAssumptions())
    }
}

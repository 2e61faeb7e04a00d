import Agreements

/// A clause as far as it can be read without the others.
struct ClauseDraft {
    let id: Clause.ID
    let paragraph: String
    let title: String
    let party: String
    let note: String?
    let lines: [LineDraft]
    let windows: [MaintenanceWindow]
    let assumptions: [Assumption]

    /// The clause, when the windows of all clauses are known.
    func clause(knowing windows: [MaintenanceWindow], _ reader: Reader) -> Clause {
        Clause(
            id: id, paragraph: paragraph, title: title, party: party, note: note,
            lines: lines.compactMap { line in
                line.norm(windows).map { NormLine(text: line.text, paragraph: line.paragraph, norm: $0) }
            },
            maintenanceWindows: self.windows, assumptions: assumptions)
    }
}

/// A line whose norm may still need the maintenance windows; reading those it names reports what is unknown.
struct LineDraft {
    let text: String
    let paragraph: String
    let norm: ([MaintenanceWindow]) -> Norm?
}

extension Reader {
    func clauseDraft(_ fields: inout Fields, parties: [Party]) -> ClauseDraft? {
        clause = nil
        let id = fields.value("id", .text)
        if let id {
            clause = id
            fields.restartPath()
        }
        let paragraph = fields.value("paragraph", .text)
        let title = fields.value("title", .text)
        let party = fields.value("party", .key)
        let note = fields.optional("note", .text)
        let lines = fields.optionalList("norms") { lineDraft(&$0, paragraph: paragraph ?? "") }
        let windows = fields.optionalList("maintenance_windows") {
            maintenanceWindow(&$0, paragraph: paragraph ?? "")
        }
        let assumptions = takeAssumptions()
        if let party, !parties.contains(where: { $0.key == party }) {
            let known = parties.map(\.key).joined(separator: ", ")
            fields.report("party", expected: "one of the parties \(known)", found: "'\(party)'")
        }
        guard let id, let paragraph, let title, let party, let lines, let windows else { return nil }
        if !fields.has("norms"), !fields.has("maintenance_windows") {
            fields.report("norms", expected: "norms or maintenance_windows", found: "neither")
        }
        return ClauseDraft(
            id: Clause.ID(id), paragraph: paragraph, title: title, party: party, note: note, lines: lines,
            windows: windows, assumptions: assumptions)
    }

    private func lineDraft(_ fields: inout Fields, paragraph: String) -> LineDraft? {
        let text = fields.value("text", .text)
        let own = fields.optional("paragraph", .text)
        let norm = norm(&fields)
        guard let text, let norm else { return nil }
        return LineDraft(text: text, paragraph: own ?? paragraph, norm: norm)
    }

    private func maintenanceWindow(_ fields: inout Fields, paragraph: String) -> MaintenanceWindow? {
        let key = fields.value("key", .key)
        if let key { windowKeys.append(key) }
        let title = fields.value("title", .text)
        let week = fields.value("week", .week)
        let weekday = fields.value("weekday", .weekday)
        let production = fields.value("production", .hours)
        let preproduction = fields.value("preproduction", .hours)
        let downtime = fields.value("downtime", .choice as Notation<Downtime>)
        guard let key, let title, let week, let weekday, let production, let preproduction, let downtime
        else { return nil }
        return MaintenanceWindow(
            key: key, title: title, paragraph: paragraph, week: week, weekday: weekday,
            production: production,
            preproduction: preproduction, allowsDowntime: downtime == .allowed)
    }

    private enum Downtime: String, CaseIterable {
        case allowed
        case none
    }
}

extension Fields {
    /// A list that may be absent, which is an empty one; nil when it is there and wrong.
    mutating func optionalList<Element>(_ key: String, _ read: (inout Fields) -> Element?) -> [Element]? {
        guard has(key) else {
            ask(key)
            return []
        }
        return list(key, read)
    }
}

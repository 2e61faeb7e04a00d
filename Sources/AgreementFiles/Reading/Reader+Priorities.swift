import Agreements

extension Reader {
    func priority(_ fields: inout Fields) -> Priority? {
        let number = fields.value("number", .number(1...9))
        let title = fields.value("title", .text)
        let meaning = fields.optional("means", .text)
        if let number {
            if priorities.contains(number) {
                fields.report("number", expected: "each priority once", found: "'\(number)' again")
            }
            priorities.append(number)
        }
        guard let number, let title else { return nil }
        return Priority(number: number, title: title, meaning: meaning)
    }

    /// A priority that has a meaning in this file, or any number where the document gives no meanings.
    var priorityNumber: Notation<Int> {
        let any = Notation<Int>.number(1...9)
        guard !priorities.isEmpty else { return any }
        let known = priorities.map(String.init).joined(separator: ", ")
        return any.only("one of the priorities \(known)") { [priorities] in priorities.contains($0) }
    }

    func fixedPriority(_ fields: inout Fields) -> FixedPriority? {
        let environment = fields.value("environment", .choice as Notation<Environment>)
        let priority = fields.value("priority", priorityNumber)
        guard let environment, let priority else { return nil }
        return FixedPriority(environment: environment, priority: priority)
    }

    func priorityMatrix(_ fields: inout Fields) -> PriorityMatrix? {
        fields.ask("priority_matrix")
        guard fields.has("priority_matrix") else { return nil }
        let read = fields.section("priority_matrix") { section -> PriorityMatrix? in
            let impact = section.list("impact", degree)
            let urgency = section.list("urgency", degree)
            let rows = section.pairs("rows", priorityNumber)
            guard let impact, let urgency, let rows,
                let cells = cells(rows, impact: impact, urgency: urgency, "rows", &section)
            else { return nil }
            return PriorityMatrix(impact: impact, urgency: urgency, rows: cells)
        }
        if matrix != nil {
            fields.report("priority_matrix", expected: "one matrix in the file", found: "another one")
        }
        matrix = matrix ?? read
        return read
    }

    /// Values in the order of a matrix: a row for each urgency, a value for each impact.
    func cells<Element>(
        _ rows: [(key: String, values: [Element])], impact: [Degree], urgency: [Degree], _ key: String,
        _ fields: inout Fields
    ) -> [[Element]]? {
        let names = urgency.map(\.key)
        guard rows.map(\.key).sorted() == names.sorted(), rows.allSatisfy({ $0.values.count == impact.count })
        else {
            let found = rows.map { "\($0.key): \($0.values.count)" }.joined(separator: ", ")
            fields.report(
                key,
                expected: "a row for each of \(names.joined(separator: ", ")) with \(impact.count) values",
                found: found)
            return nil
        }
        return names.compactMap { name in rows.first { $0.key == name }?.values }
    }

    private func degree(_ fields: inout Fields) -> Degree? {
        let key = fields.value("key", .key)
        let title = fields.value("title", .text)
        let meaning = fields.optional("means", .text)
        guard let key, let title else { return nil }
        return Degree(key: key, title: title, meaning: meaning)
    }
}

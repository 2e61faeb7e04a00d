import Agreements
import CivilTime

/// Cases as CSV: a heading with the names of the columns, then a row for each case. A column with the key of
/// a term has the moment it was done; blank while it runs.
struct CaseTable {
    let terms: Set<String>

    func read(_ bytes: [UInt8], _ problems: inout CaseProblems) -> [CaseRecord] {
        var rows = CSVRows(bytes)
        guard let heading = rows.next() else {
            problems.add(line: 1, nil, "there is no heading")
            return []
        }
        guard check(heading.values, &problems) else { return [] }
        var cases: [CaseRecord] = []
        while let row = rows.next() {
            if let record = read(row, heading.values, &problems) { cases.append(record) }
        }
        return cases
    }

    private func check(_ columns: [String], _ problems: inout CaseProblems) -> Bool {
        let known = Set(CaseFields.names).union(terms)
        for (index, column) in columns.enumerated() {
            if columns[..<index].contains(column) { problems.add(line: 1, column, "stands here twice") }
            if !known.contains(column) {
                let names = CaseFields.names.joined(separator: ", ")
                problems.add(
                    line: 1, column.isEmpty ? "column \(index + 1)" : String(column.prefix(40)),
                    "is no known column (\(names)) and no term (\(terms.sorted().joined(separator: ", ")))")
            }
        }
        for name in ["id", "process", "registered"] where !columns.contains(name) {
            problems.add(line: 1, name, "the column is missing")
        }
        return problems.count == 0
    }

    private func read(
        _ row: CSVRows.Row, _ columns: [String], _ problems: inout CaseProblems
    ) -> CaseRecord? {
        guard row.values.count == columns.count else {
            problems.add(
                line: row.line, nil,
                "there are \(row.values.count) values, and \(columns.count) columns in the heading")
            return nil
        }
        var fields = CaseFields(line: row.line)
        for (column, value) in zip(columns, row.values) where !value.isEmpty { fields.values[column] = value }
        if let text = fields.values["pauses"] { fields.readPauses(text, &problems) }
        guard let registered = fields.values["registered"].flatMap(Instant.init(written:)) else {
            return fields.record(&problems)
        }
        for column in columns where terms.contains(column) {
            let stop = fields.values[column].flatMap { fields.moment($0, column, &problems) }
            if let stop, stop < registered {
                problems.add(line: row.line, column, "lies before registered")
                continue
            }
            fields.terms[column] = TermRun(
                start: registered, stops: stop.map { [TermRun.Stop(at: $0, reopenedAt: nil)] } ?? [])
        }
        return fields.record(&problems)
    }
}

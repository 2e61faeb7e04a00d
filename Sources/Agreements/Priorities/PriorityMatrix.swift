/// The priority that follows from impact and urgency.
public struct PriorityMatrix: Hashable, Sendable {
    /// The columns, in the order of the document.
    public let impact: [Degree]
    /// The rows.
    public let urgency: [Degree]
    /// A row per urgency, a priority per impact.
    public let rows: [[Int]]

    public init(impact: [Degree], urgency: [Degree], rows: [[Int]]) {
        self.impact = impact
        self.urgency = urgency
        self.rows = rows
    }
}

/// One degree of impact or urgency.
public struct Degree: Hashable, Sendable {
    public let key: String
    public let title: String
    /// Dutch, as in the document.
    public let meaning: String?

    public init(key: String, title: String, meaning: String?) {
        self.key = key
        self.title = title
        self.meaning = meaning
    }
}

extension PriorityMatrix {
    /// The priority of a cell; nil for a degree the matrix does not know.
    public func priority(impact: String, urgency: String) -> Int? {
        cell(impact: impact, urgency: urgency).map { rows[$0.row][$0.column] }
    }

    /// Where a cell stands: its row (urgency) and column (impact), from 0.
    public func cell(impact: String, urgency: String) -> (row: Int, column: Int)? {
        guard let row = self.urgency.firstIndex(where: { $0.key == urgency }),
            let column = self.impact.firstIndex(where: { $0.key == impact })
        else { return nil }
        return (row, column)
    }
}

import CivilTime

extension HandlingNorm {
    /// `85 % ≤ 6 klokuren`; without a share every case counts.
    var text: String {
        guard limits.all.contains(where: \.span.isTerm) else { return limits.text }
        return share.map { "\($0.text) \(limits.text)" } ?? limits.text
    }

    /// The share that must be kept: all where the document names none.
    var requiredShare: Fraction { share?.fraction ?? Fraction(1, of: 1) }
}

extension HandlingNorm.Limits {
    var all: [SpanLimit] {
        switch self {
        case .one(let limit): [limit]
        case .perCell(let rows): rows.flatMap { $0 }
        }
    }

    /// Each limit once, in the order of the cells.
    var text: String {
        let texts = all.reduce(into: [String]()) { texts, limit in
            if !texts.contains(limit.text) { texts.append(limit.text) }
        }
        return texts.joined(separator: ", ")
    }

    /// Nil for a case whose cell is not known.
    func limit(for classification: Classification?, in matrix: PriorityMatrix?) -> SpanLimit? {
        switch self {
        case .one(let limit): return limit
        case .perCell(let rows):
            guard let matrix, let impact = classification?.impact, let urgency = classification?.urgency,
                let cell = matrix.cell(impact: impact, urgency: urgency), rows.indices.contains(cell.row),
                rows[cell.row].indices.contains(cell.column)
            else { return nil }
            return rows[cell.row][cell.column]
        }
    }
}

extension HandlingNorm.Membership {
    /// Which cases were judged, in Dutch.
    var text: String {
        switch self {
        case .resolvedOrOverdue: "afgehandeld in de maand, of open en in de maand te laat geworden"
        case .resolved: "afgehandeld in de maand"
        case .registered: "gemeld in de maand"
        case .due: "met een uiterste moment in de maand"
        }
    }
}

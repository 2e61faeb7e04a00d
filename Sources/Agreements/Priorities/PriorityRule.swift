/// How an agreement gives a case its priority.
struct PriorityRule: Hashable, Sendable {
    let matrix: PriorityMatrix?
    let fixed: [FixedPriority]

    /// A fixed priority of the environment goes before one that people set, and that before the matrix
    /// (BVV-05, DAP-11, SNO-35). Nil when none of them says.
    func priority(of classification: Classification?, in environment: Environment) -> Int? {
        if let fixed = fixed.first(where: { $0.environment == environment }) { return fixed.priority }
        guard let classification else { return nil }
        if let priority = classification.priority { return priority }
        guard let matrix, let impact = classification.impact, let urgency = classification.urgency else {
            return nil
        }
        return matrix.priority(impact: impact, urgency: urgency)
    }
}

extension Agreement {
    var priorityRule: PriorityRule { PriorityRule(matrix: priorityMatrix, fixed: fixedPriorities) }
}

extension ProcessType {
    /// Steps that contradict themselves.
    var stepFlaws: [ProcessFlaw] {
        steps.enumerated().flatMap { index, step in
            [startFlaw(step), stateFlaw(step), afterFlaw(step)].compactMap { $0 }.map { flaw in
                ProcessFlaw(.step(index), flaw.key, expected: flaw.expected, found: flaw.found)
            }
        }
    }

    private typealias Finding = (key: String, expected: String, found: String)

    private func startFlaw(_ step: ProcessStep) -> Finding? {
        guard step.isStart else {
            return step.after.isEmpty && step.isMoving ? ("after", "the steps it follows", "nothing") : nil
        }
        return step.after.isEmpty ? nil : ("after", "nothing, since a case starts here", list(step.after))
    }

    private func stateFlaw(_ step: ProcessStep) -> Finding? {
        guard !step.isMoving, step.isStart || step.isEnd || step.fanOut != nil || step.join != nil else {
            return nil
        }
        return ("state", "what the case is called after a start, end, each or join", "nothing")
    }

    private func afterFlaw(_ step: ProcessStep) -> Finding? {
        let still = step.after.filter { self.step($0).map { !$0.isMoving } ?? false }
        return still.isEmpty ? nil : ("after", "steps with a state, which move the case", list(still))
    }

    /// Branches that open nowhere, never meet, or that a step forgets.
    var branchFlaws: [ProcessFlaw] {
        steps.enumerated().flatMap { index, step in
            [step.isInBranch ? insideFlaw(step) : outsideFlaw(step), fanOutFlaw(step)]
                .compactMap { $0 }.map { flaw in
                    ProcessFlaw(.step(index), flaw.key, expected: flaw.expected, found: flaw.found)
                }
        } + branchTermFlaws
    }

    private func insideFlaw(_ step: ProcessStep) -> Finding? {
        let isPlain = !step.isStart && !step.isEnd && step.fanOut == nil && step.join == nil
        guard isPlain else { return ("branch", "a step without start, end, each or join", "'true'") }
        let outside = step.after.filter { key in
            self.step(key).map { !$0.isInBranch && $0.fanOut == nil } ?? false
        }
        guard outside.isEmpty, !step.after.isEmpty else {
            return ("after", "the step with each, or steps with branch: true", list(outside))
        }
        return nil
    }

    private func outsideFlaw(_ step: ProcessStep) -> Finding? {
        let inside = step.after.filter { self.step($0)?.isInBranch ?? false }
        if let join = step.join, inside.isEmpty || inside.count < step.after.count {
            return ("join", "after: steps with branch: true, and no others", "'\(join.rawValue)'")
        }
        return step.join == nil && !inside.isEmpty
            ? ("after", "join: all or any beside it, since branches come together here", list(inside)) : nil
    }

    private func fanOutFlaw(_ step: ProcessStep) -> Finding? {
        guard let role = step.fanOut else { return nil }
        let isFollowed = steps.contains { $0.isInBranch && $0.after.contains(step.key) }
        return isFollowed ? nil : ("each", "a step with branch: true after it", "'\(role)'")
    }

    /// A term that stops in a branch runs in each branch, so it starts where branches open or inside them.
    private var branchTermFlaws: [ProcessFlaw] {
        terms.enumerated().compactMap { index, term in
            let until = term.until.compactMap(step)
            let from = term.from.compactMap(step)
            guard until.contains(where: \.isInBranch) else { return nil }
            guard
                !until.allSatisfy(\.isInBranch)
                    || from.contains(where: { !$0.isInBranch && $0.fanOut == nil })
            else { return nil }
            return ProcessFlaw(
                .term(index), "until",
                expected: "steps with branch: true, and from: the step with each or steps with branch: true",
                found: list(term.until))
        }
    }

    private func list(_ keys: [String]) -> String {
        keys.isEmpty ? "nothing" : "'\(keys.joined(separator: ", "))'"
    }
}

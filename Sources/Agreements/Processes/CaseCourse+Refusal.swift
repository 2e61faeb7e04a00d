extension CaseCourse {
    /// Why an event cannot follow now; nil when it can. The rules of the step are asked apart.
    public func refusal(of event: CaseEvent) -> StepRefusal? {
        guard let step = process.step(event.step) else { return .unknownStep(event.step) }
        guard step.by.contains(event.role) else {
            return .otherRole(step: step.title, roles: step.by.map(process.roleTitle))
        }
        return order(step) ?? place(step, event.branch) ?? parties(step, event.opens) ?? time(step, event)
    }

    /// The first rule of a step that is not met; nil when all are.
    public func unmetRule(of step: String, _ facts: CaseFacts) -> StepRefusal? {
        process.step(step)?.guards.first { !$0.isMet(by: facts) }.map(StepRefusal.ruleNotMet)
    }

    /// A start comes first and once.
    private func order(_ step: ProcessStep) -> StepRefusal? {
        if position == nil, !step.isStart {
            return .notBegun(step: step.title, starts: process.steps.filter(\.isStart).map(\.title))
        }
        return position != nil && step.isStart ? .begunBefore(step: step.title) : nil
    }

    private func place(_ step: ProcessStep, _ party: String?) -> StepRefusal? {
        guard step.isInBranch else {
            if let party { return .unknownBranch(party: party) }
            return isOpen(step) ? nil : notNow(step)
        }
        guard let party else { return .outsideBranch(step: step.title) }
        guard let branch = branches.first(where: { $0.party == party }) else {
            return .unknownBranch(party: party)
        }
        return follows(step, branch.position) ? nil : notNow(step, at: branch.position)
    }

    private func notNow(_ step: ProcessStep) -> StepRefusal {
        let waiting = branches.filter { !step.after.contains($0.position.key) }.map(\.party)
        return step.join != nil && !waiting.isEmpty
            ? .waitingFor(step: step.title, parties: waiting) : notNow(step, at: position)
    }

    private func notNow(_ step: ProcessStep, at position: ProcessStep?) -> StepRefusal {
        .notNow(
            step: step.title, state: position?.state ?? "",
            after: step.after.map { process.step($0)?.title ?? $0 })
    }

    private func parties(_ step: ProcessStep, _ opens: [String]) -> StepRefusal? {
        guard let role = step.fanOut else { return opens.isEmpty ? nil : .opensNothing(step: step.title) }
        return opens.isEmpty || Set(opens).count < opens.count
            ? .noParties(step: step.title, role: process.roleTitle(role)) : nil
    }

    private func time(_ step: ProcessStep, _ event: CaseEvent) -> StepRefusal? {
        events.last.map { event.at < $0.at } ?? false ? .beforeEarlierStep(step: step.title) : nil
    }
}

extension ProcessType {
    /// The process as one agreement has it: with the fields that the agreement adds to the form at the start,
    /// and without what belongs to roles that it does not fill.
    ///
    /// A step falls away when nobody may take it, and then what could only follow on it. A fan-out needs the
    /// role whose parties it goes to. A term needs whose it is, and steps that start and stop it.
    public func bound(by binding: ProcessBinding) -> ProcessType {
        let filled = Set(binding.roles.filter { !$0.value.isEmpty }.keys)
        let steps = Self.connected(self.steps.compactMap { $0.kept(for: filled) })
        let kept = Set(steps.map(\.key))
        let terms = terms.compactMap { $0.kept(for: filled, among: kept) }
        let pauses = pauses.compactMap { $0.kept(for: filled, among: kept) }
        return ProcessType(
            key: key, title: title, purpose: purpose, requirements: requirements,
            roles: roles.filter { filled.contains($0.key) }, form: form + binding.form, steps: steps,
            terms: terms, pauses: pauses, links: links, assumptions: assumptions)
    }

    /// What is wrong with a binding: roles that the process does not know, or so few that a case cannot begin
    /// and end.
    public func flaws(of binding: ProcessBinding) -> [ProcessFlaw] {
        let known = roles.map(\.key)
        let unknown = binding.roles.keys.filter { !known.contains($0) }.sorted()
        let places = unknown.map { role in
            ProcessFlaw(
                .process, "roles", expected: "roles of \(key): \(known.joined(separator: ", "))",
                found: "'\(role)'")
        }
        return places + bound(by: binding).wayFlaws
    }

    /// Steps with those after which they come, without the ones that could only follow on a lost step.
    private static func connected(_ steps: [ProcessStep]) -> [ProcessStep] {
        let kept = Set(steps.map(\.key))
        let linked = steps.compactMap { $0.following(kept) }
        return linked.count == steps.count ? linked : connected(linked)
    }
}

extension ProcessStep {
    /// The step for the roles that are filled; nil when none of them may take it.
    fileprivate func kept(for filled: Set<String>) -> ProcessStep? {
        let by = by.filter(filled.contains)
        guard !by.isEmpty, fanOut.map(filled.contains) ?? true else { return nil }
        let tells = tells.compactMap { tell -> Tell? in
            let who = tell.who.filter(filled.contains)
            return who.isEmpty ? nil : Tell(who: who, what: tell.what)
        }
        return with(by: by, after: after, tells: tells)
    }

    /// The step after those that are left; nil when it followed on others only.
    fileprivate func following(_ kept: Set<String>) -> ProcessStep? {
        let left = after.filter(kept.contains)
        return left.isEmpty && !after.isEmpty ? nil : with(by: by, after: left, tells: tells)
    }

    private func with(by: [String], after: [String], tells: [Tell]) -> ProcessStep {
        ProcessStep(
            key: key, title: title, by: by, after: after, state: state, isStart: isStart, isEnd: isEnd,
            form: form, guards: guards, tells: tells, fanOut: fanOut, isInBranch: isInBranch, join: join)
    }
}

extension ProcessTerm {
    fileprivate func kept(for filled: Set<String>, among steps: Set<String>) -> ProcessTerm? {
        let from = from.filter(steps.contains)
        let until = until.filter(steps.contains)
        guard filled.contains(on), !from.isEmpty, !until.isEmpty else { return nil }
        return ProcessTerm(key: key, title: title, from: from, until: until, on: on)
    }
}

extension ProcessPause {
    fileprivate func kept(for filled: Set<String>, among steps: Set<String>) -> ProcessPause? {
        let by = by.filter(filled.contains)
        let during = during.filter(steps.contains)
        guard filled.contains(responsible), !by.isEmpty, during.isEmpty == self.during.isEmpty else {
            return nil
        }
        return ProcessPause(key: key, title: title, during: during, by: by, responsible: responsible)
    }
}

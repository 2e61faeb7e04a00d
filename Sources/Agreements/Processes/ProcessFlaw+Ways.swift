extension ProcessType {
    /// Steps that no case comes to, or from which none is ever closed, and terms that never stop.
    var wayFlaws: [ProcessFlaw] {
        let starts = steps.filter(\.isStart)
        let ends = steps.filter(\.isEnd)
        let reached = reachable(from: Set(starts.map(\.key)))
        var flaws: [ProcessFlaw] = []
        if starts.isEmpty {
            flaws.append(ProcessFlaw(.process, "steps", expected: "a step with start: true", found: "none"))
        }
        if ends.isEmpty {
            flaws.append(ProcessFlaw(.process, "steps", expected: "a step with end: true", found: "none"))
        }
        for (index, step) in steps.enumerated() {
            if !starts.isEmpty, !reached.contains(step.key) {
                flaws.append(
                    ProcessFlaw(
                        .step(index), "after", expected: "a way from a start to this step", found: "none"))
            }
            let canEnd = !reachable(from: [step.key]).isDisjoint(with: ends.map(\.key))
            if !ends.isEmpty, step.isMoving, !canEnd {
                flaws.append(
                    ProcessFlaw(
                        .step(index), "step", expected: "a way from this step to an end", found: "none")
                )
            }
        }
        return flaws + endlessTerms
    }

    private var endlessTerms: [ProcessFlaw] {
        terms.enumerated().flatMap { index, term -> [ProcessFlaw] in
            let following = following(term.from)
            let known = Set(steps.map(\.key))
            return term.until.filter { known.contains($0) && !following.contains($0) }.map {
                ProcessFlaw(
                    .term(index), "until", expected: "steps that can follow those of from", found: "'\($0)'")
            }
        }
    }

    /// The steps that can be taken some time after one of these. One that moves nothing leaves the case where
    /// it was, so after it comes whatever could come before it.
    private func following(_ keys: [String]) -> Set<String> {
        let starts = keys.compactMap { step($0) }
        let places = starts.flatMap { start in
            start.isMoving
                ? [start] : steps.filter { $0.isMoving && next(at: $0).contains(start.key) }
        }
        return reachable(from: Set(places.flatMap { next(at: $0) }))
    }

    /// These steps and all that can come after them.
    private func reachable(from keys: Set<String>) -> Set<String> {
        var reached = keys
        var front = keys
        while !front.isEmpty {
            let moving = front.compactMap { step($0) }.filter(\.isMoving)
            front = Set(moving.flatMap { next(at: $0) }).subtracting(reached)
            reached.formUnion(front)
        }
        return reached
    }

    /// The steps that may be taken when the case stands at this one.
    private func next(at position: ProcessStep) -> Set<String> {
        Set(
            steps.filter { step in
                guard !step.isStart else { return false }
                guard step.after.isEmpty else { return step.after.contains(position.key) }
                return !step.isMoving && !position.isEnd
            }.map(\.key))
    }
}

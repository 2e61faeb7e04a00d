extension ProcessType {
    /// Steps that stand twice, or that are named and are not there.
    var stepNameFlaws: [ProcessFlaw] {
        repeated(steps.map(\.key), "step") { .step($0) } + unknownSteps
    }

    /// Other names that stand for nothing, stand twice, or that nothing uses.
    var otherNameFlaws: [ProcessFlaw] {
        repeated(terms.map(\.key), "term") { .term($0) } + repeated(pauses.map(\.key), "pause") { .pause($0) }
            + unknownRoles + unknownPlaces + unusedRoles
    }

    private func repeated(
        _ keys: [String], _ name: String, _ place: (Int) -> ProcessFlaw.Place
    ) -> [ProcessFlaw] {
        keys.enumerated().filter { keys[..<$0.offset].contains($0.element) }.map { index, key in
            ProcessFlaw(place(index), name, expected: "each \(name) once", found: "'\(key)' again")
        }
    }

    /// Names at a place of the file.
    private typealias Mention = (place: ProcessFlaw.Place, key: String, names: [String])

    private var unknownRoles: [ProcessFlaw] {
        let inSteps = steps.enumerated().flatMap { index, step -> [Mention] in
            [
                (.step(index), "by", step.by), (.step(index), "each", step.fanOut.map { [$0] } ?? []),
                (.step(index), "tells", step.tells.flatMap(\.who)),
            ]
        }
        let inTerms = terms.enumerated().map { index, term -> Mention in (.term(index), "on", [term.on]) }
        let inPauses = pauses.enumerated().flatMap { index, pause -> [Mention] in
            [(.pause(index), "by", pause.by), (.pause(index), "responsible", [pause.responsible])]
        }
        return unknown(inSteps + inTerms + inPauses, among: roles.map(\.key), "roles")
    }

    private var unknownSteps: [ProcessFlaw] {
        let inSteps = steps.enumerated().map { index, step -> Mention in (.step(index), "after", step.after) }
        let inTerms = terms.enumerated().flatMap { index, term -> [Mention] in
            [(.term(index), "from", term.from), (.term(index), "until", term.until)]
        }
        let inPauses = pauses.enumerated().map { index, pause -> Mention in
            (.pause(index), "during", pause.during)
        }
        return unknown(inSteps + inTerms + inPauses, among: steps.map(\.key), "steps")
    }

    private func unknown(_ mentions: [Mention], among known: [String], _ what: String) -> [ProcessFlaw] {
        mentions.compactMap { mention in
            let wrong = mention.names.filter { !known.contains($0) }
            guard !wrong.isEmpty else { return nil }
            return ProcessFlaw(
                mention.place, mention.key,
                expected: "\(what) of this process: \(known.joined(separator: ", "))",
                found: "'\(wrong.joined(separator: ", "))'")
        }
    }

    private var unusedRoles: [ProcessFlaw] {
        let inSteps = steps.flatMap { $0.by + $0.tells.flatMap(\.who) + ($0.fanOut.map { [$0] } ?? []) }
        let used = Set(inSteps + terms.map(\.on) + pauses.flatMap { $0.by + [$0.responsible] })
        return roles.map(\.key).filter { !used.contains($0) }.map {
            ProcessFlaw(
                .process, "roles", expected: "roles that a step, term or pause names", found: "'\($0)'")
        }
    }

    private var unknownPlaces: [ProcessFlaw] {
        let known = Tell.Place.allCases.map { "{\($0.rawValue)}" }.joined(separator: ", ")
        return steps.enumerated().flatMap { index, step in
            step.tells.flatMap(\.unknownPlaces).map {
                ProcessFlaw(
                    .step(index), "tells", expected: "places to fill in such as \(known)", found: "'{\($0)}'")
            }
        }
    }
}

extension Tell {
    /// What stands between braces and names no ``Place``.
    var unknownPlaces: [String] {
        what.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap { part in
            let name = String(part.prefix { $0 != "}" })
            return Place(rawValue: name) != nil && part.contains("}") ? nil : name
        }
    }
}

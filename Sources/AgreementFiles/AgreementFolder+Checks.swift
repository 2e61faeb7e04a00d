import Agreements

extension AgreementFile {
    /// What makes it impossible to tell two documents apart.
    func problems(among others: [AgreementFile]) -> [AgreementFileError.Problem] {
        let place = agreement.place
        let earlier = others.prefix { $0.name != name }.map(\.agreement)
        var problems: [AgreementFileError.Problem] = []
        if earlier.contains(where: {
            $0.name == agreement.name && $0.validity.from == agreement.validity.from
        }) {
            problems.append(
                problem(
                    "valid_from", "each version of an agreement once",
                    "\(agreement.name) from \(agreement.validity.from) again"))
        }
        let sameRank = earlier.first {
            $0.name != agreement.name && $0.place.set == place.set && $0.place.rank == place.rank
        }
        if let sameRank {
            problems.append(
                problem("document.rank", "another rank than \(sameRank.name)", "\(place.rank) again"))
        }
        return problems
    }

    /// What it says about process types and is not so.
    func problems(with processes: [ProcessFile]) -> [AgreementFileError.Problem] {
        let types = Dictionary(
            processes.map { ($0.process.key, $0.process) }, uniquingKeysWith: { first, _ in first })
        let problems = mentions.compactMap { mention -> AgreementFileError.Problem? in
            guard let type = types[mention.process] else {
                return mention.isOfType
                    ? mention.problem("one of the process types in processes/", "'\(mention.process)'") : nil
            }
            return mention.problem(with: type)
        }
        return Array(problems.sorted { $0.line < $1.line }.prefix(AgreementFileError.problemLimit))
    }

    private func problem(_ key: String, _ expected: String, _ found: String) -> AgreementFileError.Problem {
        AgreementFileError.Problem(line: 0, clause: nil, key: key, expected: expected, found: found)
    }
}

extension ProcessMention {
    fileprivate var isOfType: Bool {
        if case .type = kind { true } else { false }
    }

    /// What does not fit the process type; nil when it does.
    fileprivate func problem(with type: ProcessType) -> AgreementFileError.Problem? {
        switch kind {
        case .type:
            return nil
        case .roles(let bound):
            let roles = type.roles.map(\.key)
            let missing = roles.filter { !bound.contains($0) }
            let unknown = bound.filter { !roles.contains($0) }
            guard !missing.isEmpty || !unknown.isEmpty else { return nil }
            let found = [("without", missing), ("with", unknown)].filter { !$0.1.isEmpty }
                .map { "\($0.0) \($0.1.joined(separator: ", "))" }
            return problem(
                "the roles of \(type.key): \(roles.joined(separator: ", "))",
                found.joined(separator: " and "))
        case .term(let term):
            let terms = type.terms.map(\.key)
            guard !terms.contains(term) else { return nil }
            let known = terms.isEmpty ? "none" : terms.joined(separator: ", ")
            return problem("one of the terms of \(type.key): \(known)", "'\(term)'")
        }
    }

    fileprivate func problem(_ expected: String, _ found: String) -> AgreementFileError.Problem {
        AgreementFileError.Problem(line: line, clause: clause, key: key, expected: expected, found: found)
    }
}

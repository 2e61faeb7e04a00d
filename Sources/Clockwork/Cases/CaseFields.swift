import Agreements
import CivilTime

/// What a row says of a case, by the name of its columns; the same names are keys in JSON Lines.
struct CaseFields {
    static let names = [
        "id", "process", "registered", "environment", "component", "item", "party", "impact", "urgency",
        "priority", "pauses",
    ]

    /// Only what is not blank.
    var values: [String: String] = [:]
    var pauses: [Pause] = []
    var classifications: [Classification] = []
    var terms: [String: TermRun] = [:]

    let line: Int

    init(line: Int) { self.line = line }

    /// The case; nil when something was wrong with it, which is then among the problems.
    func record(_ problems: inout CaseProblems) -> CaseRecord? {
        let before = problems.count
        let id = required("id", &problems)
        let process = required("process", &problems)
        let registered = required("registered", &problems).flatMap { text in
            moment(text, "registered", &problems)
        }
        let environment = values["environment"].flatMap { text in
            Environment(rawValue: text).orProblem {
                let known = Environment.allCases.map(\.rawValue).joined(separator: ", ")
                problems.add(line: line, "environment", "'\(text.prefix(40))' is none of \(known)")
            }
        }
        let priority = values["priority"].flatMap { text in
            Int(text).flatMap { (1...9).contains($0) ? $0 : nil }.orProblem {
                problems.add(line: line, "priority", "'\(text.prefix(40))' is no number from 1 to 9")
            }
        }
        guard let id, let process, let registered, problems.count == before else { return nil }
        return CaseRecord(
            id: id, process: process, registeredAt: registered, environment: environment ?? .production,
            component: values["component"], item: values["item"], party: values["party"],
            classifications: classifications(from: registered, priority), terms: terms, pauses: pauses)
    }

    private func classifications(from registered: Instant, _ priority: Int?) -> [Classification] {
        guard classifications.isEmpty else { return classifications }
        let first = Classification(
            at: registered, impact: values["impact"], urgency: values["urgency"], priority: priority)
        return [first]
    }

    private func required(_ name: String, _ problems: inout CaseProblems) -> String? {
        values[name].orProblem { problems.add(line: line, name, "is missing") }
    }

    func moment(_ text: String, _ name: String, _ problems: inout CaseProblems) -> Instant? {
        Instant(written: text).orProblem {
            problems.add(
                line: line, name, "'\(text.prefix(40))' is no moment such as \(Instant.writtenForms)")
        }
    }

    /// `start/end/party`, several with semicolons between.
    mutating func readPauses(_ text: String, _ problems: inout CaseProblems) {
        for part in text.split(separator: ";") where !part.trimmed.isEmpty {
            guard let pause = Pause(written: part.trimmed) else {
                problems.add(
                    line: line, "pauses",
                    "'\(part.trimmed.prefix(60))' is no start/end/party, or ends before it begins")
                continue
            }
            pauses.append(pause)
        }
    }
}

extension Optional {
    /// The same, after telling that there is nothing.
    fileprivate func orProblem(_ tell: () -> Void) -> Wrapped? {
        if self == nil { tell() }
        return self
    }
}

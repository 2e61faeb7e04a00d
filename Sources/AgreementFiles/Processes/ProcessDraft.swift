import Agreements
import Yams

/// A process with the places of its parts, so that what is found wrong with the whole is told with its line.
struct ProcessDraft {
    let process: ProcessType
    let top: Fields
    let steps: [Fields]
    let terms: [Fields]
    let pauses: [Fields]

    /// Reports the flaws of the process at their places.
    func check() {
        for flaw in process.flaws {
            fields(of: flaw.place).report(flaw.key, expected: flaw.expected, found: flaw.found)
        }
    }

    private func fields(of place: ProcessFlaw.Place) -> Fields {
        switch place {
        case .process: top
        case .step(let index): steps[index]
        case .term(let index): terms[index]
        case .pause(let index): pauses[index]
        }
    }
}

extension Reader {
    /// The process a document says; nil after a report of what cannot be read.
    func processDraft(_ root: Node) -> ProcessDraft? {
        guard var fields = Fields(root, path: "", self) else { return nil }
        let key = fields.value("process", .key)
        let title = fields.value("title", .text)
        let purpose = fields.value("purpose", .text)
        let requirements = fields.values("requirements", .requirement)
        let roles = processRoles(&fields)
        let form = fields.form("form")
        let steps = placed(&fields, "steps", processStep)
        let terms = fields.has("terms") ? placed(&fields, "terms", processTerm) : absent("terms", &fields)
        let pauses =
            fields.has("pauses") ? placed(&fields, "pauses", processPause) : absent("pauses", &fields)
        let links = fields.named("links", .key)
        fields.finish()
        guard let key, let title, let purpose, let requirements, let roles, let form, let steps, let terms,
            let pauses, let links
        else { return nil }
        let process = ProcessType(
            key: key, title: title, purpose: purpose, requirements: requirements, roles: roles, form: form,
            steps: steps.map(\.element), terms: terms.map(\.element), pauses: pauses.map(\.element),
            links: links, assumptions: takeAssumptions())
        return ProcessDraft(
            process: process, top: fields, steps: steps.map(\.fields), terms: terms.map(\.fields),
            pauses: pauses.map(\.fields))
    }

    private typealias Placed<Element> = (element: Element, fields: Fields)

    /// A list with the place of each entry; nil when one of them cannot be read.
    private func placed<Element>(
        _ fields: inout Fields, _ key: String, _ read: (inout Fields) -> Element?
    ) -> [Placed<Element>]? {
        var count = 0
        let entries = fields.list(key) { entry -> Placed<Element>? in
            count += 1
            return read(&entry).map { ($0, entry) }
        }
        return entries.flatMap { $0.count == count ? $0 : nil }
    }

    private func absent<Element>(_ key: String, _ fields: inout Fields) -> [Placed<Element>]? {
        fields.ask(key)
        return []
    }

    private func processRoles(_ fields: inout Fields) -> [ProcessRole]? {
        guard let pairs = fields.pairs("roles", .text) else { return nil }
        for (key, titles) in pairs where Notation.key.read(key) == nil || titles.count != 1 {
            fields.report("roles", expected: "\(Notation.key.expected), with one title", found: "'\(key)'")
        }
        return pairs.map { ProcessRole(key: $0.key, title: $0.values.first ?? "") }
    }
}

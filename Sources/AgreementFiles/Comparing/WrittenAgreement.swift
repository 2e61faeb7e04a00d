import Agreements
import Yams

/// A file as the values that are written in it, each under a path that stays the same when other entries
/// come before it.
struct WrittenAgreement {
    let head: [WrittenValue]
    let clauses: [WrittenClause]

    struct WrittenClause {
        let id: Clause.ID
        let title: String
        let values: [WrittenValue]
    }

    init(_ file: AgreementFile) {
        // The text was read before, so that there is a root with a list of as many clauses.
        let root = AgreementFile.root(of: file.text, Reader())
        head = root?.written(at: "", leavingOut: "clauses") ?? []
        let nodes: [Node] = root?["clauses"]?.array() ?? []
        clauses = zip(file.agreement.clauses, nodes).map { clause, node in
            WrittenClause(id: clause.id, title: clause.title, values: node.written(at: ""))
        }
    }
}

/// One value with its place.
struct WrittenValue {
    let path: String
    /// As written; an assumed one with its reason.
    let text: String
}

extension Node {
    /// The values at a place and below it, in the order of the file.
    fileprivate func written(at path: String, leavingOut skipped: String? = nil) -> [WrittenValue] {
        switch self {
        case .scalar(let scalar): return [WrittenValue(path: path, text: scalar.string)]
        case .alias: return []
        case .mapping(let mapping):
            if let value = self["value"], self["assumed"] != nil { return assumed(value, at: path) }
            return mapping.flatMap { key, value -> [WrittenValue] in
                guard let name = key.scalar?.string, name != skipped else { return [] }
                return value.written(at: path.isEmpty ? name : "\(path).\(name)")
            }
        case .sequence(let sequence):
            let words = sequence.compactMap(\.scalar?.string)
            guard words.count < sequence.count else {
                return [WrittenValue(path: path, text: words.joined(separator: ", "))]
            }
            return entries(sequence).flatMap { name, node in node.written(at: "\(path)[\(name)]") }
        }
    }

    /// The value with its reason beside it, or the reason on its own where the value has parts.
    private func assumed(_ value: Node, at path: String) -> [WrittenValue] {
        let reason = self["reason"]?.scalar?.string ?? ""
        let values = value.written(at: path)
        guard values.count == 1, let only = values.first, only.path == path else {
            return values + [WrittenValue(path: "\(path) (aanname)", text: reason)]
        }
        return [WrittenValue(path: path, text: "\(only.text) (aanname: \(reason))")]
    }

    /// The entries of a list, each with a name of its own.
    private func entries(_ sequence: Node.Sequence) -> [(name: String, node: Node)] {
        var seen: [String: Int] = [:]
        return sequence.enumerated().map { index, node in
            let name = node.ownName ?? "\(index + 1)"
            seen[name, default: 0] += 1
            let times = seen[name, default: 1]
            return (times == 1 ? name : "\(name) (\(times))", node)
        }
    }

    /// What an entry goes by: the first of these keys that it has.
    private var ownName: String? {
        ["key", "id", "type", "text", "name", "title", "number", "date", "cause", "environment"].lazy
            .compactMap { self[$0]?.scalar?.string }.first
    }
}
